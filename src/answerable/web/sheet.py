"""How the blocks of a document are set on a sheet with a margin: tables as tables, the rest one below the other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from answerable.web.highlight import Role

if TYPE_CHECKING:
    from answerable.web.pages.document import Paragraph
    from answerable.web.pages.entry import Entry
    from answerable.web.pages.pinned import Pinned

ROOM = 8
"""Notes reach down beside so many blocks at most."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: its cells, each of some blocks or none, and whether they are the headings of the columns."""

    cells: tuple[tuple[Paragraph, ...], ...]
    heading: bool

    @property
    def blocks(self) -> tuple[Paragraph, ...]:
        """The blocks of all its cells, in order."""
        return tuple(block for cell in self.cells for block in cell)


@dataclass(frozen=True, slots=True)
class Setting:
    """What is set together: a block by itself, or the rows of a table.

    `room` is how many blocks the notes of a block can reach down beside: itself and those after it without notes.
    """

    block: Paragraph | None = None
    rows: tuple[Row, ...] = ()
    room: int = 1


def laid_out(blocks: Sequence[Paragraph]) -> list[Setting]:
    """The blocks in their order, rows that follow each other as one table; those that are all signs are left out."""
    made: list[Setting] = []
    shown = (b for b in blocks if any(Role.SIGN not in piece.marks for piece in b.pieces if piece.text.strip()))
    for tabled, run in groupby(shown, key=lambda b: b.row is not None):
        some = list(run)
        made += [Setting(rows=_rows(some))] if tabled else _with_room(some)
    return made


def _rows(blocks: Iterable[Paragraph]) -> tuple[Row, ...]:
    rows = [_cells(tuple(row)) for _, row in groupby(blocks, key=lambda b: b.row)]
    width = max(max(row) for row in rows) + 1
    named = any(block.heading for row in rows for cell in row.values() for block in cell)
    return tuple(
        Row(
            tuple(row.get(column, ()) for column in range(width)),
            named and not any(block.heading for cell in row.values() for block in cell),
        )
        for row in rows
    )


def _cells(row: Sequence[Paragraph]) -> dict[int, tuple[Paragraph, ...]]:
    """The blocks of each cell by its column; where the document tells no cells, each block is one."""
    cells: dict[int, tuple[Paragraph, ...]] = {}
    for number, block in enumerate(row):
        at = number if block.column is None else block.column
        cells[at] = (*cells.get(at, ()), block)
    return cells


def _with_room(blocks: Sequence[Paragraph]) -> list[Setting]:
    made: list[Setting] = []
    room = 1
    for block in reversed(blocks):
        made.append(Setting(block, room=min(room, ROOM)))
        room = 1 if block.notes or block.pins else room + 1
    return made[::-1]


def beside(block: Paragraph) -> list[Entry | Pinned]:
    """What stands in the margin beside a block, in the order in which it begins there."""
    listed: tuple[Entry | Pinned, ...] = (*block.notes, *block.pins)
    anchors = [id for piece in block.pieces for id in piece.anchors]
    return sorted(listed, key=lambda entry: anchors.index(entry.id) if entry.id in anchors else len(anchors))
