"""Tables with a row for each recommendation: which cell holds its number, and which say how far it has got."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from answerable.extract.numbering import expand, plain_mark, worded_mark
from answerable.model import Document, Part, PartKind
from answerable.text import Span

_STATUS_COLUMN = re.compile(r"\b(?:status|progress|RAG|state|stage|position|assessment|outcome)\b", re.IGNORECASE)
_NOT_STATUS_COLUMN = re.compile(
    r"\bnext steps?|comment|narrative|detail|description|date|by when|target", re.IGNORECASE
)
_NUMBER_COLUMN = re.compile(
    r"\W*(?:no|n°|№|#|number|ref(?:erence)?|id|rec(?:ommendation)?s?)?\W*(?:no|number|ref(?:erence)?|id|#)?\W*",
    re.IGNORECASE,
)
_INQUIRY_COLUMN = re.compile(r"\W*(?:inquiry|report|occurrence|investigation|review|source)\W*", re.IGNORECASE)
_HEADER_LENGTH = 60


@dataclass(frozen=True, slots=True)
class StatusRow:
    """A table row about one recommendation: its number as printed, its inquiry where a column names it, the cells that
    say how far it has got."""

    span: Span
    number: str
    inquiry: str | None
    statuses: tuple[Part, ...]


def status_rows(document: Document) -> Iterator[StatusRow]:
    """The rows of all tables that have a number, in order; a row may have no status, or several (a column a year)."""
    text = document.text
    for span, cells in _rows(document):
        if number := _number(text, cells):
            statuses = tuple(
                c for c in cells if _STATUS_COLUMN.search(c.label) and not _NOT_STATUS_COLUMN.search(c.label)
            )
            named = next((c.span.of(text).strip() for c in cells if _INQUIRY_COLUMN.fullmatch(c.label)), None)
            yield StatusRow(span, number, named, statuses)


def cells_by_row(document: Document) -> Iterator[tuple[Span, list[Part]]]:
    """The rows of all tables in order, each with its cells."""
    cells = iter(document.parts_of(PartKind.CELL))
    cell = next(cells, None)
    for row in document.parts_of(PartKind.ROW):
        inside = []
        while cell is not None and cell.span.start < row.span.end:
            if cell.span.start >= row.span.start:
                inside.append(cell)
            cell = next(cells, None)
        yield row.span, inside


def _rows(document: Document) -> Iterator[tuple[Span, tuple[Part, ...]]]:
    """The rows of all tables, every cell labelled by its column.

    Where the mark-up names no header row, a row that names a status column is one, until the next.
    """
    headers: dict[int, str] = {}
    for row, inside in cells_by_row(document):
        if any(c.label for c in inside):
            headers = {}
        elif named := _headers(document.text, inside):
            headers = named
            continue
        if len(inside) > 1:
            yield row, tuple(replace(c, label=c.label or headers.get(c.level, "")) for c in inside)


def _headers(text: str, cells: list[Part]) -> dict[int, str]:
    """The names of the columns, if a row is one of names that tell of a status."""
    names = {c.level: c.span.of(text).strip() for c in cells}
    short = all(len(name) < _HEADER_LENGTH for name in names.values())
    tells = any(_STATUS_COLUMN.search(name) for name in names.values())
    numbered = any(_NUMBER_COLUMN.fullmatch(name) or "ecommendation" in name for name in names.values())
    return names if short and tells and numbered else {}


def _number(text: str, cells: tuple[Part, ...]) -> str | None:
    """The number of the recommendation that a row is about."""
    for cell in cells:
        if not (_NUMBER_COLUMN.fullmatch(cell.label) or "ecommendation" in cell.label):
            continue
        mark = worded_mark(text, cell.span) or plain_mark(text, cell.span)
        if mark and mark.numbers:
            return mark.number
        numbers = expand(cell.span.of(text))
        if len(numbers) == 1 and numbers[0] == cell.span.of(text).strip():
            return numbers[0]
    return None
