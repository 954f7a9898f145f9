"""Bands: tables that are ruled, or shaded row by row, without any upright lines. The white space tells the columns."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from answerable.read.pdf.pdfium import Box
from answerable.read.pdf.runs import Run

_THIN = 3.0
"""Points up to which a box is a rule."""
_NEAR = 6.0
"""Points within which two rules are one."""
_WIDE = 0.4
"""A table spans at least this share of the page."""
_GAP = 6.0
"""The least white space between two columns."""
_ROWS = 3
"""The least number of rows with text in two columns or more: fewer rules are those of the page."""


def banded(shapes: Sequence[Box], runs: Sequence[Run], width: float) -> list[list[Box]]:
    """For each such table its rules, level ones and the upright ones that the white space stands for."""
    found = []
    for (x0, x1), levels in _levels(shapes, width).items():
        inside = [run for run in runs if x0 - 4 <= run.x0 and run.x1 <= x1 + 4 and levels[0] <= run.y <= levels[-1]]
        columns = _columns(inside, x0)
        levels = _with_outer_rows(levels, columns, runs)
        rows = [[run for run in inside if top <= run.y - 0.3 * run.size < bottom] for top, bottom in pairwise(levels)]
        if columns and sum(_spread(row, columns) for row in rows) >= max(_ROWS, 0.6 * sum(map(bool, rows))):
            found.append(_rules(x0, x1, levels, columns))
    return found


def _levels(shapes: Sequence[Box], width: float) -> dict[tuple[float, float], list[float]]:
    """Where the rules and the edges of shades lie that reach from the same left edge to the same right edge."""
    found: defaultdict[tuple[float, float], list[float]] = defaultdict(list)
    for box in _whole([s for s in shapes if s.height <= _THIN]) + [s for s in shapes if s.height > _THIN]:
        if box.width >= _WIDE * width:
            extent = next((e for e in found if abs(e[0] - box.x0) < 4 and abs(e[1] - box.x1) < 4), (box.x0, box.x1))
            found[extent] += [box.top, box.bottom] if box.height > _THIN else [(box.top + box.bottom) / 2]
    settled = {extent: _settled(levels) for extent, levels in found.items()}
    return {extent: levels for extent, levels in settled.items() if len(levels) > _ROWS}


def _whole(rules: Sequence[Box]) -> list[Box]:
    """Level rules, those drawn cell by cell made one."""
    found: list[Box] = []
    for rule in sorted(rules, key=lambda r: (round(r.top), r.x0)):
        last = found[-1] if found else None
        if last is not None and abs(rule.top - last.top) < 1.5 and rule.x0 - last.x1 < _THIN:
            found[-1] = Box(last.x0, last.top, max(last.x1, rule.x1), last.bottom)
        else:
            found.append(rule)
    return found


def _settled(levels: list[float]) -> list[float]:
    """The levels from the top, those close to each other as one."""
    found: list[float] = []
    for level in sorted(levels):
        if not found or level - found[-1] > _NEAR:
            found.append(level)
    return found


def _columns(runs: Sequence[Run], left: float) -> list[float]:
    """Where columns after the first begin: right of white space that no run crosses. A column of bullets is none."""
    found: list[float] = []
    reach = left
    filled = False  # whether the column has words in it
    for run in sorted(runs, key=lambda r: r.x0):
        if run.x0 - reach > _GAP and filled:
            found.append(run.x0 - _GAP / 2)
            filled = False
        reach = max(reach, run.x1)
        filled = filled or any(map(str.isalnum, run.text))
    return found


def _with_outer_rows(levels: list[float], columns: Sequence[float], runs: Sequence[Run]) -> list[float]:
    """The levels, and those of a first and a last row outside of them: every other row is shaded, and these are not."""
    if not columns:
        return levels
    step = median(b - a for a, b in pairwise(levels))
    found = list(levels)
    for top, bottom in ((levels[0] - step, levels[0]), (levels[-1], levels[-1] + step)):
        row = [run for run in runs if top <= run.y - 0.3 * run.size < bottom]
        crossed = any(run.x0 < column < run.x1 for run in row for column in columns)
        if not crossed and _spread(row, columns):
            found.append(top if top < levels[0] else bottom)
    return sorted(found)


def _spread(row: Sequence[Run], columns: Sequence[float]) -> bool:
    """Whether a row has text in two columns or more."""
    return len({sum(1 for column in columns if run.x0 >= column) for run in row}) >= 2


def _rules(x0: float, x1: float, levels: Sequence[float], columns: Sequence[float]) -> list[Box]:
    level = [Box(x0, y, x1, y) for y in levels]
    return level + [Box(x, levels[0], x, levels[-1]) for x in (x0, *columns, x1)]
