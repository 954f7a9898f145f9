"""Which recommendations a place in a document is about: those its words name, else of its row, else of its heading."""

from __future__ import annotations

import re
from bisect import bisect_right

from answerable.extract.blocks import Block, blocks
from answerable.extract.numbering import NUMBERS, expand, worded_mark
from answerable.extract.status_tables import status_rows
from answerable.model import Document, PartKind
from answerable.text import Span

_NAMED = re.compile(rf"\b[Rr]ecommendations?\s+(?:[Nn]o\.?\s*)?(?P<numbers>{NUMBERS})")


class Topics:
    """The recommendations that headings and table rows of a document open, and those that its sentences name."""

    def __init__(self, document: Document, found: tuple[Block, ...] | None = None) -> None:
        self._text = document.text
        self._starts: list[int] = []
        self._numbers: list[tuple[str, ...]] = []
        self._rows = tuple(status_rows(document))
        self._row_starts = [row.span.start for row in self._rows]
        if "ecommendation" not in document.text:
            return
        for block in blocks(document) if found is None else found:
            if block.kind is PartKind.CELL:
                continue
            mark = worded_mark(document.text, block.span)
            if block.set_apart or (mark and mark.numbers):
                self._starts.append(block.start)
                self._numbers.append(
                    named(document.text, block.span) if block.set_apart else mark.numbers if mark else ()
                )

    def at(self, span: Span) -> tuple[str, ...]:
        """The numbers, as printed, of the recommendations that the words at `span` are about; empty where none is."""
        if numbers := named(self._text, span):
            return numbers
        row = bisect_right(self._row_starts, span.start) - 1
        if row >= 0 and self._rows[row].span.contains(span):
            return (self._rows[row].number,)
        place = bisect_right(self._starts, span.start) - 1
        return self._numbers[place] if place >= 0 else ()

    def named_at(self, span: Span) -> tuple[str, ...]:
        """The numbers of the recommendations that the words at `span` name themselves."""
        return named(self._text, span)


def named(text: str, span: Span) -> tuple[str, ...]:
    """The numbers of the recommendations that the words at `span` name: "recommendations 13 and 14"."""
    found: list[str] = []
    for match in _NAMED.finditer(text, span.start, span.end):
        found += expand(match["numbers"])
    return tuple(dict.fromkeys(found))
