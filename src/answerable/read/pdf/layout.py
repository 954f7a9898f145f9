"""One page laid out: its paragraphs, tables and frames in reading order, its notes apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from answerable.read.pdf.columns import Placed, zones
from answerable.read.pdf.grids import Grid, grids
from answerable.read.pdf.lines import lines
from answerable.read.pdf.notes import Note, notes, split_notes
from answerable.read.pdf.paragraphs import Paragraph, Setting, goes_on, join, paragraphs
from answerable.read.pdf.runs import Run
from answerable.read.pdf.sheets import Leaf
from answerable.read.pdf.tables import Row, Table
from answerable.read.pdf.words import Words

_WHOLE = 0.8
"""A frame higher than this share of the page is a border of the page."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Paragraphs in one frame or on one shade."""

    paragraphs: list[Paragraph]


Block = Paragraph | Table | Frame


@dataclass(frozen=True, slots=True)
class Page:
    """What a page says, in reading order."""

    index: int
    label: str
    blocks: list[Block] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)


def laid_out(leaf: Leaf, setting: Setting, words: Words) -> Page:
    """The page of a leaf, in a document whose running text is set so."""
    upright = [run for run in leaf.runs if not run.turn]
    found = grids(leaf.boxes, upright, leaf.width, leaf.height)
    found = [g for g in found if not g.framed or g.box.height < _WHOLE * leaf.height]
    gridded = {id(run) for grid in found for run in grid.runs}
    text, small = split_notes(lines(r for r in upright if id(r) not in gridded), setting.size, leaf.boxes)
    page = Page(leaf.index, leaf.label, notes=notes(small, words))
    for block in _in_order([run for line in text for run in line.runs], found, leaf.index, words, setting):
        _add(page.blocks, block, words)
    for turn in (1, 2, 3):
        turned = lines(run for run in leaf.runs if run.turn == turn)
        page.blocks.extend(paragraphs(turned, words, Setting(setting.size)))
    return page


def _in_order(
    runs: Sequence[Run], found: Sequence[Grid], page: int, words: Words, setting: Setting
) -> Iterator[Block]:
    """Paragraphs, tables and frames, zone by zone."""
    things: list[Run | Grid] = [*runs, *found]
    placed = [_placed(thing, i) for i, thing in enumerate(things)]
    ordered = zones(placed)
    if len(ordered) > 1:  # a column has its own right edge
        setting = Setting(setting.size)
    for zone in ordered:
        loose: list[Run] = []
        for thing in (things[i] for i in zone):
            if isinstance(thing, Run):
                loose.append(thing)
                continue
            yield from paragraphs(lines(loose), words, setting)
            loose = []
            yield _block(thing, page, words, Setting(setting.size))
        yield from paragraphs(lines(loose), words, setting)


def _placed(thing: Run | Grid, index: int) -> Placed:
    if isinstance(thing, Run):
        return Placed(thing.x0, thing.x1, thing.top, index)
    return Placed(thing.box.x0, thing.box.x1, thing.box.top, index)


def _block(grid: Grid, page: int, words: Words, setting: Setting) -> Block:
    rows = []
    for row in grid.rows:
        rows.append(Row(page, [(cell.column, paragraphs(lines(cell.runs), words, setting)) for cell in row]))
    if grid.framed:
        return Frame([paragraph for row in rows for _, found in row.cells for paragraph in found])
    return Table(rows)


def _add(blocks: list[Block], block: Block, words: Words) -> None:
    """Add a block, joined to the last one where a paragraph goes on from one column to the next."""
    last = blocks[-1] if blocks else None
    if isinstance(last, Paragraph) and isinstance(block, Paragraph) and block.top < last.top and goes_on(last, block):
        join(last, block, None, words)
    else:
        blocks.append(block)
