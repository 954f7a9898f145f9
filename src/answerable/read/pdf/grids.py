"""Grids: the ruled tables and the framed or shaded boxes of a page, found from what is drawn on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from answerable.read.pdf.bands import banded
from answerable.read.pdf.pdfium import Box
from answerable.read.pdf.runs import Run

_THIN = 3.0
"""Points up to which a box is a rule."""
_NEAR = 3.0
"""Points within which two edges meet."""
_SEAM = 0.3
"""Points that may lie between two shades that are one."""
_MANY = 900
"""A page with more shapes than this holds a picture, not a table."""


class Edge(NamedTuple):
    """A ruled line: at `at`, from `start` to `end` along the other axis."""

    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell with the runs printed in it; `column` counts from 0."""

    column: int
    runs: list[Run]


@dataclass(frozen=True, slots=True)
class Grid:
    """A box on the page, with its rows of cells. One cell in all: a frame. Rows without any text are left out."""

    box: Box
    rows: list[list[Cell]]

    @property
    def framed(self) -> bool:
        """Whether it is a frame round running text rather than a table."""
        return all(len(row) == 1 for row in self.rows)

    @property
    def runs(self) -> list[Run]:
        """All that is printed in it, cell by cell."""
        return [run for row in self.rows for cell in row for run in cell.runs]


def upright_rules(boxes: Iterable[Box]) -> list[Box]:
    """The upright edges of what is drawn, as thin boxes."""
    found = []
    for box in boxes:
        if box.height > 8:
            found.append(Box(box.x0, box.top, box.x0, box.bottom))
            if box.width > _THIN:
                found.append(Box(box.x1, box.top, box.x1, box.bottom))
    return found


def grids(boxes: Sequence[Box], runs: Sequence[Run], width: float, height: float) -> list[Grid]:
    """The tables and frames of a page of `width` and `height` points."""
    shapes = [b for b in boxes if _counts(b, width, height) and not any(_underlines(b, run) for run in runs)]
    if len(shapes) > _MANY:
        return []
    clusters = _clusters(shapes)
    tables, taken = _gridded(clusters, runs, set(), width, framed=False)
    loose = [run for run in runs if id(run) not in taken]
    unruled, also = _gridded(banded(shapes, loose, width), runs, taken, width, framed=False)
    frames, _ = _gridded(clusters, runs, taken | also, width, framed=True)
    return tables + unruled + frames


def _gridded(
    clusters: Iterable[Sequence[Box]], runs: Sequence[Run], taken: set[int], width: float, *, framed: bool
) -> tuple[list[Grid], set[int]]:
    """The tables, or the frames, that clusters of shapes are, and the ids of the runs in them; `taken` runs are out."""
    found = []
    gone = set(taken)
    for cluster in clusters:
        outline = _outline(cluster)
        if outline.width < 0.25 * width or outline.height < 12:
            continue
        inside = [r for r in runs if id(r) not in gone and outline.holds((r.x0 + r.x1) / 2, r.y - 0.3 * r.size)]
        if inside and (grid := _grid(outline, cluster, inside)) and grid.framed is framed:
            gone.update(map(id, inside))
            found.append(grid)
    return found, gone


def _counts(box: Box, width: float, height: float) -> bool:
    """Whether a shape may be part of a table: neither a speck nor the colour of the page."""
    bleeds = box.x0 < 4 and box.x1 > width - 4
    shown = box.bottom > 0 and box.top < height
    return shown and max(box.width, box.height) >= 4 and not bleeds and box.height < 0.95 * height


def _underlines(box: Box, run: Run) -> bool:
    """Whether a rule is drawn under words, no longer than they are."""
    close = box.height <= _THIN and -1 < box.top - run.y < 0.35 * run.size
    return close and run.x0 - 2 <= box.x0 and box.x1 <= run.x1 + 2


def _clusters(shapes: Sequence[Box]) -> list[list[Box]]:
    """Shapes that touch, gathered."""
    clusters: list[list[Box]] = []
    outlines: list[Box] = []
    for shape in sorted(shapes, key=lambda b: b.top):
        joined, outline = [shape], shape
        for i in range(len(clusters) - 1, -1, -1):
            if _touch(outlines[i], outline) and any(_touch(outline, other) for other in clusters[i]):
                joined = clusters.pop(i) + joined
                outline = _outline([outlines.pop(i), outline])
        clusters.append(joined)
        outlines.append(outline)
    return clusters


def _touch(a: Box, b: Box) -> bool:
    return a.x0 - _NEAR <= b.x1 and b.x0 - _NEAR <= a.x1 and a.top - _NEAR <= b.bottom and b.top - _NEAR <= a.bottom


def _outline(boxes: Sequence[Box]) -> Box:
    left, top = min(b.x0 for b in boxes), min(b.top for b in boxes)
    return Box(left, top, max(b.x1 for b in boxes), max(b.bottom for b in boxes))


# ---------------------------------------------------------------- from edges to cells


def _grid(outline: Box, shapes: Sequence[Box], runs: Sequence[Run]) -> Grid | None:
    across, down = _edges(shapes)
    ys, xs = _positions(across), _positions(down)
    if len(xs) < 2 or len(ys) < 2 or len(xs) > 24:
        return None
    owner = _merged(xs, ys, across, down)
    contents: dict[tuple[int, int], list[Run]] = {}
    for run in runs:
        place = _slot(ys, run.y - 0.3 * run.size), _slot(xs, (run.x0 + min(run.x1, run.x0 + 40)) / 2)
        contents.setdefault(owner[place], []).append(run)
    rows: dict[int, list[Cell]] = {}
    for (row, column), printed in sorted(contents.items()):
        rows.setdefault(row, []).append(Cell(column, printed))
    return Grid(outline, _renumbered([rows[row] for row in sorted(rows)]))


def _renumbered(rows: list[list[Cell]]) -> list[list[Cell]]:
    """The columns counted without those in which no cell begins."""
    used = {column: i for i, column in enumerate(sorted({cell.column for row in rows for cell in row}))}
    return [[Cell(used[cell.column], cell.runs) for cell in row] for row in rows]


def _edges(shapes: Sequence[Box]) -> tuple[list[Edge], list[Edge]]:
    """The level and the upright edges of some shapes."""
    across: list[Edge] = []
    down: list[Edge] = []
    for b in shapes:
        if b.height <= _THIN:
            across.append(Edge((b.top + b.bottom) / 2, b.x0, b.x1))
        elif b.width <= _THIN:
            down.append(Edge((b.x0 + b.x1) / 2, b.top, b.bottom))
        else:
            like = [other for other in shapes if b.shade >= 0 and other.shade == b.shade and other is not b]
            across += _level(b, like)
            down += (edge for edge in _level(_turned(b), [_turned(other) for other in like]))
    return across, down


def _turned(box: Box) -> Box:
    return Box(box.top, box.x0, box.bottom, box.x1, box.shade)


def _level(box: Box, like: Sequence[Box]) -> Iterator[Edge]:
    """The upper and lower edge of a box where no shade of the same colour goes on beyond it."""
    for at, beyond in ((box.top, box.top - _SEAM), (box.bottom, box.bottom + _SEAM)):
        start = box.x0
        for other in sorted(o for o in like if o.top <= beyond <= o.bottom and o.x1 > box.x0 and o.x0 < box.x1):
            if other.x0 > start:
                yield Edge(at, start, other.x0)
            start = max(start, other.x1)
        if start < box.x1:
            yield Edge(at, start, box.x1)


def _positions(edges: Sequence[Edge]) -> list[float]:
    """Where edges lie, those nearer to each other than a few points counted as one."""
    found: list[float] = []
    for edge in sorted(edges):
        if not found or edge.at - found[-1] > 2 * _NEAR:
            found.append(edge.at)
    return found


def _slot(positions: Sequence[float], value: float) -> int:
    """The interval between positions in which a value lies, the nearest for one outside."""
    below = sum(1 for p in positions if p <= value) - 1
    return min(max(below, 0), len(positions) - 2)


def _merged(
    xs: Sequence[float], ys: Sequence[float], across: Sequence[Edge], down: Sequence[Edge]
) -> dict[tuple[int, int], tuple[int, int]]:
    """For every field of the lattice the field its cell begins with: fields merge where no edge parts them."""
    owner: dict[tuple[int, int], tuple[int, int]] = {}
    for i in range(len(ys) - 1):
        for j in range(len(xs) - 1):
            owner[i, j] = (i, j)
            if j and not _drawn(down, xs[j], ys[i], ys[i + 1]):
                owner[i, j] = owner[i, j - 1]
            elif i and not _drawn(across, ys[i], xs[j], xs[j + 1]):
                owner[i, j] = owner[i - 1, j]
    return owner


def _drawn(edges: Sequence[Edge], at: float, start: float, end: float) -> bool:
    """Whether edges at a position cover more than half of a stretch."""
    covered = sum(
        max(0.0, min(edge.end, end) - max(edge.start, start)) for edge in edges if abs(edge.at - at) <= 2 * _NEAR
    )
    return covered > 0.5 * (end - start)
