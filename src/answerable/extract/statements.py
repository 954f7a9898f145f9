"""Attributed statements: what the tagger finds, with how each content is quoted."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from answerable.extract.quotations import quotations
from answerable.extract.tagger import Tagged, Tagger
from answerable.model import Document, PartKind, Quoted, Statement, Voice
from answerable.text import Span, Spans, envelope

_DIRECT = 0.9
"""The share of a content's letters and digits that must stand inside marks for it to be direct speech."""


def find_statements(document: Document, tagger: Tagger) -> tuple[Statement, ...]:
    """The statements that `document` reports, in order; speaker and act are left open (None, STATE).

    None runs out of a heading or from one cell of a table into the next.
    """
    marks = tuple(q.span for q in quotations(document.text))
    apart = sorted(p.span for p in document.parts_of(PartKind.HEADING, PartKind.CELL))
    return tuple(_statement(document, t, marks) for t in tagger.tag(document) if not _torn(t, apart))


def _torn(tagged: Tagged, apart: Sequence[Span]) -> bool:
    """Whether a statement stands partly inside and partly outside one of the spans `apart`, or in several."""
    whole = envelope((*tagged.source, *tagged.cue, *tagged.content))
    first = max(0, bisect_right(apart, whole.start, key=lambda span: span.start) - 1)
    last = bisect_right(apart, whole.end, key=lambda span: span.start)
    return any(span.overlaps(whole) and not span.contains(whole) for span in apart[first:last])


def how_quoted(text: str, content: Spans, marks: Spans) -> Quoted:
    """Whether `content` stands inside quotation marks wholly, in part, or not at all."""
    inside = whole = 0
    for span in content:
        near = [m for m in marks if m.overlaps(span)]
        for at in range(span.start, span.end):
            if text[at].isalnum():
                whole += 1
                inside += any(m.start <= at < m.end for m in near)
    if not inside:
        return Quoted.INDIRECT
    return Quoted.DIRECT if inside >= _DIRECT * whole else Quoted.MIXED


def _statement(document: Document, tagged: Tagged, marks: tuple[Span, ...]) -> Statement:
    return Statement(
        id=Statement.key(document.id, tagged.source, tagged.cue, tagged.content),
        document=document.id,
        source=tagged.source,
        cue=tagged.cue,
        content=tagged.content,
        quoted=how_quoted(document.text, tagged.content, marks),
        voice=Voice.REPORTED,
        score=round(tagged.score, 3),
    )
