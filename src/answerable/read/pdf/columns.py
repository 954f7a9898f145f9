"""Reading order: columns of running text are read one after the other, whatever the order they were drawn in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from statistics import median
from typing import NamedTuple

_GUTTER = 6.0
"""The least white space between two columns, in points."""
_LINES = 4
"""The least number of lines in each of two columns."""
_SHARE = 0.2
"""The least width of a column, as a share of the text's width: less is a column of numbers or labels."""


class Placed(NamedTuple):
    """Where a thing stands on the page; `thing` says which thing it is."""

    x0: float
    x1: float
    top: float
    thing: int


def zones(things: Sequence[Placed]) -> list[list[int]]:
    """The indexes of things in zones to be read one after the other, each from the top down.

    A zone is a column of a stretch of the page set in columns, or a stretch that is not.
    """
    placed = sorted(things, key=lambda t: t.top)
    return [[placed.thing for placed in zone] for zone in _zones(placed) if zone]


def _zones(placed: list[Placed]) -> list[list[Placed]]:
    for gutter in _candidates(placed):
        if found := _split(placed, gutter):
            return [zone for part in found for zone in _zones(part)]
    return [placed]


def _candidates(placed: list[Placed]) -> list[float]:
    """Left edges that several things share, other than the leftmost: where a second column may begin."""
    if len(placed) < 2 * _LINES:
        return []
    left, right = min(t.x0 for t in placed), max(t.x1 for t in placed)
    starts = Counter(round(t.x0) for t in placed if t.x0 > left + _SHARE * (right - left))
    return [x for x, count in starts.most_common(6) if count >= _LINES]


def _split(placed: list[Placed], gutter: float) -> tuple[list[Placed], ...] | None:
    """What stands before the first stretch in two columns parted at `gutter`, its columns, and what follows it."""
    edge = gutter - _GUTTER / 2
    band: list[Placed] = []
    for i, thing in enumerate([*placed, None]):
        if thing is not None and not thing.x0 < edge < thing.x1:
            band.append(thing)
            continue
        left, right = [t for t in band if t.x1 <= edge], [t for t in band if t.x0 > edge]
        if _columns(left, right, placed):
            first = i - len(band)
            return placed[:first], left, right, placed[i:]
        band = []
    return None


def _columns(left: list[Placed], right: list[Placed], page: list[Placed]) -> bool:
    """Whether two sets of lines are columns of running text side by side."""
    if min(len(left), len(right)) < _LINES:
        return False
    if min(t.x0 for t in right) - max(t.x1 for t in left) < _GUTTER:
        return False
    width = max(t.x1 for t in page) - min(t.x0 for t in page)
    if min(median(t.x1 - t.x0 for t in side) for side in (left, right)) < _SHARE * width:
        return False
    shared = min(left[-1].top, right[-1].top) - max(left[0].top, right[0].top)
    shorter = min(left[-1].top - left[0].top, right[-1].top - right[0].top)
    return shared > 0.5 * shorter
