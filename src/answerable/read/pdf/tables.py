"""Tables: rows of cells, gone on with over the page."""

from __future__ import annotations

from dataclasses import dataclass

from answerable.read.labels import is_name
from answerable.read.pdf.paragraphs import Paragraph, goes_on, join
from answerable.read.pdf.words import Words


@dataclass(slots=True)
class Row:
    """The page that a row begins on, and its cells: column, from 0, and paragraphs."""

    page: int
    cells: list[tuple[int, list[Paragraph]]]

    def texts(self) -> dict[int, str]:
        """The words of each cell on one line, by column."""
        return {column: " ".join(p.text for p in paragraphs) for column, paragraphs in self.cells}


@dataclass(slots=True)
class Table:
    """The rows of a table, from the top."""

    rows: list[Row]

    @property
    def columns(self) -> int:
        """How many columns it has."""
        return 1 + max(column for row in self.rows for column, _ in row.cells)

    def names(self) -> dict[int, str]:
        """The names of the columns, from a first row of short or bold cells; empty if it is not one."""
        if len(self.rows) < 2 or len(self.rows[0].cells) < 2:
            return {}
        named = self.rows[0].texts()
        bold = all(p.bold > 0.9 for _, paragraphs in self.rows[0].cells for p in paragraphs)
        return named if bold or all(map(is_name, named.values())) else {}


def extended(before: Table, after: Table, page: int, words: Words) -> bool:
    """Let a table go on with the one that begins the next page, if it has the same columns.

    A header that is printed again is left out, a row that the page broke is joined. Gives whether it did.
    """
    if before.columns != after.columns:
        return False
    rows = list(after.rows)
    if before.names() and rows[0].texts() == before.rows[0].texts():
        rows.pop(0)
    if rows and _broken(before.rows[-1], rows[0]):
        _mend(before.rows[-1], rows.pop(0), page, words)
    before.rows += rows
    return True


def _broken(last: Row, first: Row) -> bool:
    """Whether a row only ends what the last row of the page before began: each cell goes on, none begins anew."""
    began = dict(last.cells)
    if not all(column in began and goes_on(began[column][-1], found[0]) for column, found in first.cells):
        return False
    return len(first.cells) < len(last.cells) or all(found[0].text[:1].islower() for _, found in first.cells)


def _mend(last: Row, first: Row, page: int, words: Words) -> None:
    began = dict(last.cells)
    for column, found in first.cells:
        join(began[column][-1], found[0], page, words)
        began[column].extend(found[1:])
