"""The network: a small BERT encoder with a head that tags words and heads that link them.

    pieces + looks -> encoder -> the first piece of each word -> tags   O, B/I of source, cue, content
                                                              -> owner  source or content word -> first word of its cue
                                                              -> origin first word of a cue -> first word of its source

The owner and origin heads are scaled dot products of two projections. Row 0 of every window stands for "none here".
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F

from answerable.extract.words import PLACES, QUOTING, SHAPES

TAGS = 7
LINK = 128


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

    def forward(self, pieces: Tensor, looks: Tensor, firsts: Tensor, mask: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Logits of tags, owner and origin. `pieces`, `looks` [b, n]; `firsts` [b, w] the rows of row 0 and of each
        word's first piece; `mask` [b, n] True where there is a piece."""
        x = self.table[pieces] + self.positions[: pieces.shape[1]] + self.looks(looks)
        x = self.drop(self.norm(x.to(self.norm.weight.dtype)))
        bias = torch.zeros(mask.shape).masked_fill(~mask, -1e4)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, None if bool(mask.all()) else bias)
        x = x.gather(1, firsts[..., None].expand(-1, -1, x.shape[-1]))
        asks, answers, asks2, answers2 = self.links(x).float().split(LINK, -1)
        scale = 1 / math.sqrt(LINK)
        return self.tags(x).float(), asks @ answers.mT * scale, asks2 @ answers2.mT * scale


def start(weights: Path, layers: int, drop: float = 0.1) -> Encoder:
    """An encoder that starts from the BERT weights in the safetensors file `weights`.

    With fewer layers than the file holds, the lowest are taken: far better here than every second one.
    """
    held = {name.removeprefix("bert."): t for name, t in load_file(weights).items()}
    width = held["embeddings.word_embeddings.weight"].shape[1]
    inner = held["encoder.layer.0.intermediate.dense.weight"].shape[0]
    positions = held["embeddings.position_embeddings.weight"] + held["embeddings.token_type_embeddings.weight"][0]
    shape = Shape(layers, width, width // 32, inner)
    encoder = Encoder(shape, held["embeddings.word_embeddings.weight"], positions, drop)
    state = {"norm": _pair(held, "embeddings.LayerNorm")}
    for i in range(layers):
        at = f"encoder.layer.{i}"
        parts = [_pair(held, f"{at}.attention.self.{p}") for p in ("query", "key", "value")]
        state[f"layers.{i}.qkv"] = (torch.cat([w for w, _ in parts]), torch.cat([b for _, b in parts]))
        for name, origin in (
            ("out", "attention.output.dense"),
            ("norm1", "attention.output.LayerNorm"),
            ("up", "intermediate.dense"),
            ("down", "output.dense"),
            ("norm2", "output.LayerNorm"),
        ):
            state[f"layers.{i}.{name}"] = _pair(held, f"{at}.{origin}")
    flat = {f"{n}.{kind}": t for n, pair in state.items() for kind, t in zip(("weight", "bias"), pair, strict=True)}
    missing = encoder.load_state_dict(flat, strict=False)
    if missing.unexpected_keys:
        raise ValueError(f"{weights}: unexpected {missing.unexpected_keys}")
    return encoder


def _pair(held: dict[str, Tensor], name: str) -> tuple[Tensor, Tensor]:
    """The weight and bias of a layer of the file."""
    return held[f"{name}.weight"], held[f"{name}.bias"]
