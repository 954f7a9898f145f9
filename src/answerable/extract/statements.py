"""Attributed statements: what the tagger finds, with how each content is quoted."""

from __future__ import annotations

from answerable.extract.quotations import quotations
from answerable.extract.tagger import Tagged, Tagger
from answerable.model import Document, Quoted, Statement, Voice
from answerable.text import Span, Spans

_DIRECT = 0.9
"""The share of a content's letters and digits that must stand inside marks for it to be direct speech."""


def find_statements(document: Document, tagger: Tagger) -> tuple[Statement, ...]:
    """The statements that `document` reports, in order; speaker and act are left open (None, STATE)."""
    marks = tuple(q.span for q in quotations(document.text))
    return tuple(_statement(document, tagged, marks) for tagged in tagger.tag(document))


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
