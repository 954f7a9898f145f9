"""The geometry of pictures: numbers in, places in a drawing out. Templates draw them; a table stands behind each.

All lengths are in units of the drawing's own box.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH = 640.0


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of a bar: its name, its count, where it begins and how long it is; `shade` is its number, from 0."""

    name: str
    count: int
    x: float
    width: float
    shade: int


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of stretches that together stand for `total`; `rest` is what no stretch stands for."""

    total: int
    rest: int
    stretches: tuple[Stretch, ...]


def bar(parts: Sequence[tuple[str, int]], rest: int = 0) -> Bar:
    """Parts of a whole side by side, in the order given, over the full width; what is left over is `rest`."""
    total = sum(count for _, count in parts) + rest
    made, x = [], 0.0
    for shade, (name, count) in enumerate(parts):
        width = WIDTH * count / total if total else 0.0
        made.append(Stretch(name, count, round(x, 1), round(width, 1), shade))
        x += width
    return Bar(total, rest, tuple(made))
