"""The network: a small BERT encoder with a head that tags words and heads that link them.

    pieces + looks -> encoder -> the first piece of each word -> tags   O, B/I of source, cue, content
                                                              -> owner  source or content word -> first word of its cue
                                                              -> origin first word of a cue -> first word of its source

The owner and origin heads are scaled dot products of two projections. Row 0 of every window stands for "none here".
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F

from answerable.extract.decode import LINK, TAGS
from answerable.extract.words import PLACES, QUOTING, SHAPES


@dataclass(frozen=True, slots=True)
class Shape:
    """The size of an encoder."""

    layers: int = 6
    width: int = 384
    heads: int = 12
    inner: int = 1536


class Dropout(nn.Module):
    """Dropout that reads its masks from a pool drawn once, at a place drawn anew each time: drawing costs more."""

    POOL = 1 << 23

    def __init__(self, share: float) -> None:
        super().__init__()
        self.share = share
        self.pool: Tensor | None = None

    def forward(self, x: Tensor) -> Tensor:
        if not self.training or not self.share:
            return x
        if self.pool is None:
            self.pool = (torch.rand(self.POOL) >= self.share).to(x.dtype) / (1 - self.share)
        at = int(torch.randint(self.POOL - x.numel(), ()))
        return x * self.pool[at : at + x.numel()].view(x.shape)


class Layer(nn.Module):
    """One encoder layer as in BERT: attention, then a feed-forward net, each added and normalised."""

    def __init__(self, shape: Shape, drop: float) -> None:
        super().__init__()
        self.heads = shape.heads
        self.qkv = nn.Linear(shape.width, 3 * shape.width)
        self.out = nn.Linear(shape.width, shape.width)
        self.norm1 = nn.LayerNorm(shape.width, eps=1e-12)
        self.up = nn.Linear(shape.width, shape.inner)
        self.down = nn.Linear(shape.inner, shape.width)
        self.norm2 = nn.LayerNorm(shape.width, eps=1e-12)
        self.drop = Dropout(drop)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        batch, length, width = x.shape
        q, k, v = self.qkv(x).view(batch, length, 3, self.heads, width // self.heads).permute(2, 0, 3, 1, 4)
        # in single precision: on a CPU faster here than bf16
        seen = F.scaled_dot_product_attention(q.float(), k.float(), v.float(), attn_mask=mask)
        seen = seen.transpose(1, 2).reshape(batch, length, width).to(x.dtype)
        x = self.norm1(x + self.drop(self.out(seen)))
        y: Tensor = self.norm2(x + self.drop(self.down(F.gelu(self.up(x)))))
        return y


class Encoder(nn.Module):
    """The whole network. `table` and `positions` are the frozen embeddings, everything else learns."""

    def __init__(self, shape: Shape, table: Tensor, positions: Tensor, drop: float = 0.1) -> None:
        super().__init__()
        self.shape = shape
        self.register_buffer("table", table)
        self.register_buffer("positions", positions)
        self.shapes = nn.Embedding(len(SHAPES), shape.width)
        self.quoting = nn.Embedding(len(QUOTING), shape.width)
        self.places = nn.Embedding(len(PLACES), shape.width)
        for extra in (self.shapes, self.quoting, self.places):
            nn.init.normal_(extra.weight, std=0.02)
        self.norm = nn.LayerNorm(shape.width, eps=1e-12)
        self.layers = nn.ModuleList(Layer(shape, drop) for _ in range(shape.layers))
        self.drop = Dropout(drop)
        self.tags = nn.Linear(shape.width, TAGS)
        self.links = nn.Linear(shape.width, 4 * LINK)  # owner: asks, answers; origin: asks, answers

    def looks(self, looks: Tensor) -> Tensor:
        """The embedding of looks."""
        n, m = len(SHAPES), len(QUOTING)
        out: Tensor = self.shapes(looks % n) + self.quoting(looks // n % m) + self.places(looks // n // m)
        return out

    def bias(self, mask: Tensor) -> Tensor | None:
        """What is added to the attention between pieces: here only that none goes to where there is no piece."""
        return None if bool(mask.all()) else torch.zeros(mask.shape).masked_fill(~mask, -1e4)[:, None, None, :]

    def forward(self, pieces: Tensor, looks: Tensor, firsts: Tensor, mask: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Logits of tags, owner and origin. `pieces`, `looks` [b, n]; `firsts` [b, w] the rows of row 0 and of each
        word's first piece; `mask` [b, n] True where there is a piece."""
        x = self.table[pieces] + self.positions[: pieces.shape[1]] + self.looks(looks)
        x = self.drop(self.norm(x.to(self.norm.weight.dtype)))
        bias = self.bias(mask)
        for layer in self.layers:
            x = layer(x, bias)
        x = x.gather(1, firsts[..., None].expand(-1, -1, x.shape[-1]))
        asks, answers, asks2, answers2 = self.links(x).float().split(LINK, -1)
        scale = 1 / math.sqrt(LINK)
        return self.tags(x).float(), asks @ answers.mT * scale, asks2 @ answers2.mT * scale


def start(weights: Path) -> Encoder:
    """An encoder that starts from the BERT weights in the safetensors file `weights`."""
    held = {name.removeprefix("bert."): t for name, t in load_file(weights).items()}
    width = held["embeddings.word_embeddings.weight"].shape[1]
    inner = held["encoder.layer.0.intermediate.dense.weight"].shape[0]
    positions = held["embeddings.position_embeddings.weight"] + held["embeddings.token_type_embeddings.weight"][0]
    layers = depth(held)
    shape = Shape(layers, width, width // 32, inner)
    encoder = Encoder(shape, held["embeddings.word_embeddings.weight"], positions)
    queries = ("attention.self.query", "attention.self.key", "attention.self.value")
    rest = {"out": "attention.output.dense", "norm1": "attention.output.LayerNorm"}
    encoder.load_state_dict(named(held, layers, queries, rest), strict=False)
    return encoder


def depth(held: dict[str, Tensor]) -> int:
    """The number of layers of a BERT-like file."""
    return 1 + max(int(name.split(".")[2]) for name in held if name.startswith("encoder.layer."))


def named(held: dict[str, Tensor], layers: int, queries: Sequence[str], rest: dict[str, str]) -> dict[str, Tensor]:
    """The weights of a BERT-like file under the names of `Encoder`: those of its lowest layers and first norm.

    `queries` are the file's names of queries, keys and values in a layer, `rest` the names that differ among models.
    """
    rest = {**rest, "up": "intermediate.dense", "down": "output.dense", "norm2": "output.LayerNorm"}
    state: dict[str, Tensor] = {}
    for kind in ("weight", "bias"):
        state[f"norm.{kind}"] = held[f"embeddings.LayerNorm.{kind}"]
        for i in range(layers):
            at = f"encoder.layer.{i}"
            state[f"layers.{i}.qkv.{kind}"] = torch.cat([held[f"{at}.{q}.{kind}"] for q in queries])
            for name, origin in rest.items():
                state[f"layers.{i}.{name}.{kind}"] = held[f"{at}.{origin}.{kind}"]
    return state
