"""Whose words a place in a document are: the speaker of the statement it stands in, else whoever has the floor, else
the document's own voice."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import TypeVar

from answerable.extract.authorial import ISSUED, SIGNED, in_office, own_voices, signatory
from answerable.model import Ask, Basis, Document, PartKind, Ref, Response, Statement, When
from answerable.text import Span, envelope


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks at a place, in which statement, and when. `own`: the document itself, or whoever has the floor."""

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
        speakers = _speakers(statements)
        self._author = _named(_author(document), speakers)
        if self._author and document.source.medium in ISSUED:
            self._author = replace(self._author, name=in_office(_author(document) or ""))
        turns = own_voices(document) if document.parts_of(PartKind.TURN) else ()
        self._turns = [(turn.span, _named(turn.name, speakers)) for turn in turns]
        self._turn_starts = [turn.span.start for turn in turns]
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
        return self.own(span)

    def own(self, span: Span | None = None) -> Voice:
        """The document's own voice on the day of publication: in a debate, of whoever has the floor at `span`; of a
        letter, a post or a statement, its author; else its publisher or author."""
        return Voice(self._floor(span) or self._author, None, self._date, True)

    def _floor(self, span: Span | None) -> Ref | None:
        n = bisect_right(self._turn_starts, span.start) - 1 if span else -1
        return self._turns[n][1] if span and n >= 0 and self._turns[n][0].contains(span) else None

    def _unsaid(self, statement: Statement) -> Ref | None:
        """The author, where a statement is the document's own and its speaker was left open."""
        return self.own(envelope(statement.content)).by if not statement.source and not statement.cue else None


def _author(document: Document) -> str | None:
    """In whose name a document speaks: a letter, a post or a statement in its author's, any other its publisher's."""
    source = document.source
    names = (source.author, source.publisher) if source.medium in SIGNED else (source.publisher, source.author)
    return next(filter(None, names), None)


def _speakers(statements: tuple[Statement, ...]) -> dict[str, Ref]:
    """Who speaks in a document, by name."""
    return {s.speaker.name: s.speaker for s in statements if s.speaker}


def _named(name: str | None, speakers: dict[str, Ref]) -> Ref | None:
    """A name as printed ("Ann Lee, Minister for Ports") with the id of the actor of that name who speaks."""
    if not name:
        return None
    signed = signatory(name)[0]
    known = speakers.get(name) or speakers.get(signed)
    return Ref(known.id if known else None, known.name if known else signed)


Dated = TypeVar("Dated", Ask, Response)


def dated(document: Document, statements: tuple[Statement, ...], entries: tuple[Dated, ...]) -> tuple[Dated, ...]:
    """The entries with a day each: that of the statement they are, else the day of publication, marked as such."""
    said = {s.id: s.date for s in statements}
    published = document.source.published
    day = When.day(published, Basis.PUBLICATION) if published else None
    return tuple(e if e.date else replace(e, date=said.get(e.statement or "") or day) for e in entries)


def _mostly(around: Span, span: Span) -> bool:
    return 2 * (min(around.end, span.end) - span.start) > span.end - span.start
