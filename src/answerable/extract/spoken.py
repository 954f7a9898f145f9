"""Answers given in speech: a refusal, a rejection or an acceptance that a statement makes of a call or a request."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from answerable.extract.authorial import SIGNED
from answerable.extract.dispositions import judge
from answerable.extract.voices import Voices
from answerable.model import (
    Act,
    Ask,
    AskKind,
    AskRef,
    Disposition,
    Document,
    Inquiry,
    InquiryEventKind,
    Quoted,
    Ref,
    Response,
    Statement,
)
from answerable.text import Span, Spans, envelope, key, spans_key

_ANSWERING = {Act.REJECT: Disposition.REJECTED, Act.REFUSE: Disposition.REJECTED, Act.ACCEPT: Disposition.ACCEPTED}
_ASKED = re.compile(
    r"\b(?:recommendations?|calls?|requests?|demands?|appeals?|inquiry|inquiries|review)\b", re.IGNORECASE
)
_COMMENT = re.compile(r"\brespond|\bcomments?\b|\binterviews?\b", re.IGNORECASE)  # of a newspaper
_GOVERNING = re.compile(
    r"\b(?:governments?|ministers?|ministry|department|secretary of state|treasury)\b", re.IGNORECASE
)
_LITTLE = frozenset(["the", "of", "for", "and", "in", "to", "a"])
_AGREED = re.compile(r"\bI (?:\w+ly )?(?:agree|concur) with (?:her|him|them|it|that)\b")
_BESIDE = r"(?P<beside>\b(?:after|although|because|but|since|that|though|when|while)\s+)"
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
        span = envelope((*_subject(text, statement), *statement.cue, *statement.content))
        if any(span.overlaps(place) for place in taken):
            continue
        if statement.quoted is Quoted.INDIRECT and _is_of_another(document, statement.speaker):
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
    document: Document,
    statements: Sequence[Statement],
    inquiries: Sequence[Inquiry],
    asks: Sequence[Ask],
    taken: Sequence[Span],
) -> Iterator[Response]:
    """The refusals of inquiries, by whom and in which words, but for those that overlap a place in `taken`.

    Who tells of a refusal and agrees with it refuses too.
    """
    voices = Voices(document, tuple(statements))
    found: list[Span] = []
    for inquiry in inquiries:
        wanted = [e.span for e in inquiry.events if e.event in _WANTED]
        ask = next((a for a in asks if any(a.span.overlaps(place) for place in wanted)), None)
        for event in inquiry.events:
            if event.event is not InquiryEventKind.REFUSED or event.by is None or _is_of_another(document, event.by):
                continue
            if any(event.span.overlaps(place) for place in (*taken, *found)):
                continue
            found.append(event.span)
            span = _clause(document.text, event.span, event.by)
            agreed = _AGREED.search(document.text, span.start, span.end)
            yield Response(
                id=key("response", document.id, event.id),
                document=document.id,
                ask=AskRef(None, None, ask.span, ask.text) if ask else AskRef(None, None, None, inquiry.name),
                disposition=Disposition.REJECTED,
                span=span,
                text=span.of(document.text),
                by=(voices.own(span).by if agreed else None) or event.by,
                deciding=(span,),
                statement=event.statement,
                date=event.date,
            )


def _subject(text: str, statement: Statement) -> Spans:
    """The words for whoever speaks, where they lead straight on to the cue: "[I] have decided not to …"."""
    first = statement.cue[0].start if statement.cue else 0
    return tuple(place for place in statement.source if place.end <= first and not text[place.end : first].strip())


def _is_of_another(document: Document, by: Ref | None) -> bool:
    """Whether a letter, a post or a statement only tells what somebody else has done: neither its author, nor the
    government for which its author writes."""
    own = " ".join(filter(None, (document.source.author, document.source.publisher)))
    if document.source.medium not in SIGNED or by is None or not own:
        return False
    shared = {word.casefold() for word in own.split()} & {word.casefold() for word in by.name.split()}
    return not shared - _LITTLE and not (_GOVERNING.search(own) and _GOVERNING.search(by.name))


def _clause(text: str, sentence: Span, by: Ref) -> Span:
    """The part of a sentence that tells who refused, without what it is only told beside: "…, after [the Guild …]"."""
    led = list(re.compile(_BESIDE + re.escape(by.name), re.IGNORECASE).finditer(text, sentence.start, sentence.end))
    return Span(led[-1].end("beside"), sentence.end) if led else sentence


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
