"""Claims on how far recommendations have got: in prose ("Recommendation 8 is complete") and in status tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from answerable.extract.colours import colour_of, meanings
from answerable.extract.periods import PERIOD, NeedsBaseError, compiled, period
from answerable.extract.status_tables import status_rows
from answerable.extract.statuses import claims, status_of
from answerable.extract.topics import Topics, named
from answerable.extract.voices import Voice, Voices
from answerable.model import AskRef, Basis, Document, Medium, Part, PartKind, Progress, Statement, Status, When
from answerable.text import Span, key

_OF_IT = re.compile(
    r"\b(?:this|these|the|that) recommendations?\b|\bwork (?:on (?:this|it|the|all)|has|is|to implement)\b"
    r"|^(?:this|it|work) ",
    re.IGNORECASE,
)
_ASKS = re.compile(r"\bshould\b|\b[Rr]ecommendation [\w.()]+[:.]?\s+That\b")
_ITS_SUBJECT = re.compile(r"\brecommendations?\b|\bwork\b", re.IGNORECASE)
_REPORTING = frozenset({Medium.UPDATE, Medium.REPORT, Medium.RESPONSE, Medium.UNKNOWN})
_AS_AT = compiled(rf"\b(?i:as at|as of|position at|position on|correct at|status at) (?P<period>{PERIOD})")
_AS_AT_REACH = 4000

_HEADER_DATE = compiled(rf"(?P<period>{PERIOD}|\d\d?-[A-Z][a-z]{{2}}-\d\d)")
_SHORT_DATE = re.compile(r"(?P<day>\d\d?)-(?P<month>[A-Z][a-z]{2})-(?P<year>\d\d)")


def find_progress(
    document: Document, statements: tuple[Statement, ...], sentences: tuple[Span, ...], topics: Topics
) -> tuple[Progress, ...]:
    """Every status claim of `document`, in order, each with the words that decided it, by whom and as of when.

    In running text a claim must name its recommendation or stand under its heading; elsewhere "complete" and "under
    way" are said of anything. A status table gives one claim for each row and dated status column.
    """
    voices = Voices(document, statements)
    as_at = _as_at(document)
    found = {
        p.id: p for p in (*_in_tables(document, voices, as_at), *_in_prose(document, voices, sentences, topics, as_at))
    }
    return tuple(sorted(found.values(), key=lambda p: (p.span, p.id)))


def _in_prose(
    document: Document, voices: Voices, sentences: tuple[Span, ...], topics: Topics, as_at: When | None
) -> Iterator[Progress]:
    if "ecommendation" not in document.text:
        return
    cells = _Places(document.parts_of(PartKind.CELL, PartKind.ROW, PartKind.HEADING))
    for sentence in sentences:
        if cells.cover(sentence) or _ASKS.search(document.text, sentence.start, sentence.end):
            continue
        for status, deciding in claims(document.text, sentence):
            numbers = _subject(document, sentence, deciding, topics)
            voice = voices.at(sentence) if numbers else None
            for number in numbers:
                assert voice is not None
                yield _progress(document, status, sentence, (deciding,), AskRef(number), voice, as_at)
            if numbers:
                break


def _subject(document: Document, sentence: Span, deciding: Span, topics: Topics) -> tuple[str, ...]:
    """The recommendations that a status claimed in `sentence` is said of, or none."""
    if sentence.start < deciding.start:
        before = Span(sentence.start, deciding.start)
        numbers = named(document.text, before)
        if numbers:
            return numbers
    after = named(document.text, Span(deciding.end, sentence.end)) if deciding.end < sentence.end else ()
    if after and _ITS_SUBJECT.search(sentence.of(document.text)):
        return after
    if document.source.medium not in _REPORTING:
        return ()
    of_it = _OF_IT.search(document.text[sentence.start : deciding.end])
    if document.source.medium is Medium.UPDATE or of_it:
        return topics.at(sentence)
    return ()


# ---------------------------------------------------------------- tables


def _in_tables(document: Document, voices: Voices, as_at: When | None) -> Iterator[Progress]:
    known = meanings(document) if document.parts_of(PartKind.ROW) else {}
    for row in status_rows(document):
        for cell in row.statuses:
            words = cell.span.of(document.text)
            if decided := status_of(words) or colour_of(words, known):
                status, inner = decided
                deciding = Span(cell.span.start + inner.start, cell.span.start + inner.end)
                when = _header_date(cell.label) or as_at
                ask = AskRef(row.number, row.inquiry)
                yield _progress(document, status, row.span, (deciding,), ask, voices.own(), when)


def _header_date(label: str) -> When | None:
    if short := _SHORT_DATE.search(label):
        return _stated(f"{short['day']} {short['month']} 20{short['year']}")
    match = _HEADER_DATE.search(label)
    return _stated(match["period"]) if match else None


# ---------------------------------------------------------------- one claim


def _progress(
    document: Document,
    status: Status,
    span: Span,
    deciding: tuple[Span, ...],
    ask: AskRef,
    voice: Voice,
    as_at: When | None,
) -> Progress:
    return Progress(
        id=key("progress", document.id, span.start, span.end, deciding[0].start, ask.number, ask.inquiry),
        document=document.id,
        status=status,
        span=span,
        text=span.of(document.text),
        ask=ask,
        by=voice.by,
        as_of=(as_at or voice.date) if voice.own else voice.date,
        deciding=deciding,
        statement=voice.statement.id if voice.statement else None,
    )


def _as_at(document: Document) -> When | None:
    """The day that the document says its claims hold for ("as at 31 August 2024"), near its beginning."""
    match = _AS_AT.search(document.text, 0, _AS_AT_REACH)
    return _stated(match["period"], document.source.published) if match else None


def _stated(words: str, base: date | None = None) -> When | None:
    try:
        stretch = period(" ".join(words.split()), base)
    except NeedsBaseError:
        return None
    return When(stretch.start, stretch.end, stretch.precision, Basis.STATED, words) if stretch else None


class _Places:
    """Parts, asked whether one of them covers a place."""

    def __init__(self, parts: tuple[Part, ...]) -> None:
        self._parts = parts
        self._next = 0

    def cover(self, span: Span) -> bool:
        """Whether `span` lies in one of the parts; to be asked in order of start."""
        while self._next < len(self._parts) and self._parts[self._next].span.end <= span.start:
            self._next += 1
        return self._next < len(self._parts) and self._parts[self._next].span.overlaps(span)
