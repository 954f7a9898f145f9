"""Answers given in speech: a refusal, a rejection or an acceptance that a statement makes of a call or a request."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from answerable.extract.dispositions import judge
from answerable.model import (
    Act,
    Ask,
    AskKind,
    AskRef,
    Disposition,
    Document,
    Inquiry,
    InquiryEventKind,
    Response,
    Statement,
)
from answerable.text import Span, envelope, key, spans_key

_ANSWERING = {Act.REJECT: Disposition.REJECTED, Act.REFUSE: Disposition.REJECTED, Act.ACCEPT: Disposition.ACCEPTED}
_ASKED = re.compile(
    r"\b(?:recommendations?|calls?|requests?|demands?|appeals?|inquiry|inquiries|review)\b", re.IGNORECASE
)
_COMMENT = re.compile(r"\brespond|\bcomments?\b|\binterviews?\b", re.IGNORECASE)  # of a newspaper
_WORD = re.compile(r"[^\W\d_]{4,}")
_WANTED = frozenset({InquiryEventKind.REQUESTED, InquiryEventKind.CALLED_FOR})
_KINSHIP = 0.25


def find_spoken(
    document: Document, statements: Sequence[Statement], asks: Sequence[Ask], taken: Sequence[Span]
) -> Iterator[Response]:
    """The answers that statements make, but for those that overlap a place in `taken`.

    A refusal is an answer when it speaks of a call, a request, a recommendation or an inquiry, or shares its words with
    an ask of the document. An acceptance must besides accept without a hedge, by the words that `judge` knows; else it
    is left out rather than guessed at.
    """
    text = document.text
    for statement in statements:
        disposition = _ANSWERING.get(statement.act)
        if disposition is None or not statement.content:
            continue
        span = envelope((*statement.cue, *statement.content))
        if any(span.overlaps(place) for place in taken):
            continue
        ask = _asked(text, span, asks)
        verdict = judge(text, span)
        if ask is None and (
            not _ASKED.search(text, span.start, span.end) or _COMMENT.search(text, span.start, span.end)
        ):
            continue
        if disposition is Disposition.ACCEPTED and verdict.disposition is not Disposition.ACCEPTED:
            continue
        content = envelope(statement.content)
        yield Response(
            id=key("response", document.id, statement.id, spans_key((span,))),
            document=document.id,
            ask=_ref(text, content, ask),
            disposition=disposition,
            span=span,
            text=span.of(text),
            by=statement.speaker,
            deciding=statement.act_spans or statement.cue,
            statement=statement.id,
            date=statement.date,
            score=statement.score,
        )


def find_refused(
    document: Document, inquiries: Sequence[Inquiry], asks: Sequence[Ask], taken: Sequence[Span]
) -> Iterator[Response]:
    """The refusals of inquiries, by whom and in which words, but for those that overlap a place in `taken`."""
    found: list[Span] = []
    for inquiry in inquiries:
        wanted = [e.span for e in inquiry.events if e.event in _WANTED]
        ask = next((a for a in asks if any(a.span.overlaps(place) for place in wanted)), None)
        for event in inquiry.events:
            refused = event.event is InquiryEventKind.REFUSED and event.by is not None
            if not refused or any(event.span.overlaps(place) for place in (*taken, *found)):
                continue
            found.append(event.span)
            yield Response(
                id=key("response", document.id, event.id),
                document=document.id,
                ask=AskRef(None, None, ask.span, ask.text) if ask else AskRef(None, None, None, inquiry.name),
                disposition=Disposition.REJECTED,
                span=event.span,
                text=event.text,
                by=event.by,
                deciding=(event.span,),
                statement=event.statement,
                date=event.date,
            )


def _ref(text: str, content: Span, ask: Ask | None) -> AskRef:
    if ask is None:
        return AskRef(None, None, None, content.of(text))
    return AskRef(ask.number, ask.inquiry, ask.span, ask.text)


def _asked(text: str, span: Span, asks: Sequence[Ask]) -> Ask | None:
    """The call or request of the document that shares most words with an answer, if it shares enough."""
    said = _words(span.of(text))
    shares = [
        (len(said & wanted) / len(wanted), ask)
        for ask in asks
        if ask.kind is not AskKind.RECOMMENDATION and not ask.span.overlaps(span) and (wanted := _words(ask.text))
    ]
    best = max(shares, key=lambda pair: pair[0], default=None)
    return best[1] if best and best[0] >= _KINSHIP else None


def _words(words: str) -> set[str]:
    return {match[0].casefold() for match in _WORD.finditer(words)}
