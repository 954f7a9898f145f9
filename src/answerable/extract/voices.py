"""Whose words a place in a document are: the speaker of the statement it stands in, else the document's own voice."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import TypeVar

from answerable.model import Ask, Basis, Document, Ref, Response, Statement, When
from answerable.text import Span, envelope


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks at a place, in which statement, and when. `own` is set where it is the document itself."""

    by: Ref | None
    statement: Statement | None
    date: When | None
    own: bool


class Voices:
    """The statements of a document, asked for the innermost one whose content covers a place."""

    def __init__(self, document: Document, statements: tuple[Statement, ...]) -> None:
        spans = sorted(
            ((envelope(s.content), s) for s in statements if s.content), key=lambda pair: (pair[0].start, -pair[0].end)
        )
        self._starts = [span.start for span, _ in spans]
        self._spans = spans
        self._reach = max((span.end - span.start for span, _ in spans), default=0)
        name = document.source.publisher or document.source.author
        self._author = Ref(None, name) if name else None
        published = document.source.published
        self._date = When.day(published, Basis.PUBLICATION) if published else None

    def at(self, span: Span) -> Voice:
        """The voice of the words at `span`. Of two statements that cover it, the one that begins later."""
        last = bisect_right(self._starts, span.start) - 1
        for n in range(last, -1, -1):
            around, statement = self._spans[n]
            if span.start - around.start > self._reach:
                break
            if around.end >= span.end or (around.contains(Span(span.start, span.start + 1)) and _mostly(around, span)):
                return Voice(
                    statement.speaker or self._unsaid(statement), statement, statement.date or self._date, False
                )
        return self.own()

    def own(self) -> Voice:
        """The document's own voice: that of its publisher or author, on the day of publication."""
        return Voice(self._author, None, self._date, True)

    def _unsaid(self, statement: Statement) -> Ref | None:
        """The author, where a statement is the document's own and its speaker was left open."""
        return self._author if not statement.source and not statement.cue else None


Dated = TypeVar("Dated", Ask, Response)


def dated(document: Document, statements: tuple[Statement, ...], entries: tuple[Dated, ...]) -> tuple[Dated, ...]:
    """The entries with a day each: that of the statement they are, else the day of publication, marked as such."""
    said = {s.id: s.date for s in statements}
    published = document.source.published
    day = When.day(published, Basis.PUBLICATION) if published else None
    return tuple(e if e.date else replace(e, date=said.get(e.statement or "") or day) for e in entries)


def _mostly(around: Span, span: Span) -> bool:
    return 2 * (min(around.end, span.end) - span.start) > span.end - span.start
