"""Lines: runs on one baseline, from left to right."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from answerable.read.pdf.runs import Run

_FOLIO = re.compile(r"\d{1,4}|[ivxlc]{1,6}")


@dataclass(slots=True)
class Line:
    """One printed line. `tab` is where the text goes on after the first wide gap, None if there is none.

    `bold` is the share of bold characters, `strong` the bold stretches as half-open ranges of `text`. `entry` says that
    it ends in a number far to the right, as a line of a table of contents does.
    """

    text: str
    runs: list[Run]
    x0: float
    x1: float
    y: float
    size: float
    bold: float
    italic: float
    strong: list[tuple[int, int]]
    tab: float | None = None
    entry: bool = False

    @property
    def top(self) -> float:
        """About where its tallest letters end."""
        return self.y - 0.75 * self.size


def lines(runs: Iterable[Run]) -> list[Line]:
    """Runs gathered into lines, from the top of the page down."""
    rows: list[list[Run]] = []
    for run in sorted(runs, key=lambda r: r.y):
        row = next((row for row in reversed(rows[-3:]) if _level(row[0], run)), None)
        if row is None:
            rows.append([run])
        else:
            row.append(run)
    return [_line(row) for row in rows]


def _level(first: Run, run: Run) -> bool:
    """Whether two runs stand on one line: baselines close, or a small raised one beside a larger."""
    small, large = sorted((first.size, run.size))
    reach = 0.3 * large if small > 0.85 * large else 0.5 * large
    return abs(first.y - run.y) < reach


def _line(row: list[Run]) -> Line:
    row.sort(key=lambda r: r.x0)
    text = ""
    strong: list[tuple[int, int]] = []
    for run in row:
        if text:
            text += " "
        shift = len(text)
        text += run.text
        strong += ((shift + start, shift + end) for start, end in run.strong)
    main = max(row, key=lambda r: len(r.text))
    solid = max(1, sum(not c.isspace() for c in text))
    return Line(
        text,
        row,
        row[0].x0,
        max(r.x1 for r in row),
        main.y,
        main.size,
        sum(r.bold for r in row) / solid,
        sum(r.italic for r in row) / solid,
        strong,
        row[1].x0 if len(row) > 1 else None,
        _ends_in_folio(row),
    )


def _ends_in_folio(row: list[Run]) -> bool:
    last = row[-1]
    return len(row) > 1 and bool(_FOLIO.fullmatch(last.text)) and last.x0 - row[-2].x1 > 2 * last.size


def leading(found: list[Line]) -> float:
    """The usual distance from baseline to baseline, in points; 0 for fewer than two lines."""
    steps = [b.y - a.y for a, b in pairwise(found) if 0 < b.y - a.y < 2.2 * max(a.size, b.size)]
    return median(steps) if steps else 0.0
