"""Calls and requests in running text: what somebody asks of somebody else and may get an answer to.

A speech act of asking is wider than an ask: "we should all be kinder", "would you believe it?", "state law requires"
and "they should not have had to" ask nobody for anything that could be answered.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from answerable.extract.addressees import find_addressees
from answerable.extract.deadlines import find_deadlines
from answerable.model import (
    ASKING,
    Act,
    Actor,
    Ask,
    AskKind,
    AskRef,
    Document,
    Inquiry,
    InquiryEvent,
    InquiryEventKind,
    PartKind,
    Statement,
)
from answerable.text import Span, envelope, key, spans_key

_KINDS = {Act.CALL_FOR: AskKind.CALL, Act.REQUEST: AskKind.REQUEST, Act.ORDER: AskKind.REQUEST}
_EVENTS = {InquiryEventKind.CALLED_FOR: AskKind.CALL, InquiryEventKind.REQUESTED: AskKind.REQUEST}
_ASKING = re.compile(
    r"\b(?:call(?:s|ed|ing)?\b|urg(?:e|ing)|demand|ask|request|encourag|implor|appeal|plead|beg(?:s|ged)?\b|recommend"
    r"|press(?:ed|es|ing)?\b|instruct|order(?:s|ed|ing)|insist|petition|invit|lobb|told\b.* to\b|pushing for|advis"
    r"|want(?:s|ed)?\b.* to\b|please\b)(?!.*\byourself\b)",
    re.IGNORECASE | re.DOTALL,
)
_MODAL = re.compile(
    r"\b(?:(?P<firm>should|must|ought to)|(?:needs?|has|have) to)"
    r"(?! (?:not )?have (?:\w+ed|had|been|done|known|seen)\b)",
    re.IGNORECASE,
)
# Before a modal: whoever says "we should" or "one has to" asks nobody in particular, nor does "she needs to win".
_NOBODY = re.compile(
    r"\b(?:I|we|one|it|that|this|which|who|because|while|may|might|would)\s*(?:\w+ly\s+|just\s+|all\s+|also\s+)?$",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"\b(?:he|she|they|you)\s*(?:\w+ly\s+|just\s+|all\s+|also\s+)?$", re.IGNORECASE)
_WONDERED = re.compile(r"^\W*(?:why|how|whether|what|if|when|where|who)\b", re.IGNORECASE)
_UNDONE = re.compile(r"\b(?:will|would|might|could|not|never|n['’]t|without|stripping out|refus\w+|declin\w+)\b", re.I)
_EMPTY = re.compile(
    r"\bthe following\W*$|^\W*(?:nothing|something|this|that|it)\b[^ ]*(?: out)?\W*$|^\W*nothing\b", re.I
)
_TO_DO = re.compile(r"\b(?:to|not to|that|should|must|against)\b", re.IGNORECASE)
_TITLE = re.compile(r"^recommendations?$", re.IGNORECASE)  # "Lind Inquiry recommendations: second update"
_LOOSE = re.compile(r"advis|want|told", re.IGNORECASE)  # ask only for what is to be done: "advised it for four days"
_YOU = re.compile(r"\b[Yy]ou\b")


def find_calls(
    document: Document,
    statements: Sequence[Statement],
    inquiries: Sequence[Inquiry],
    taken: Sequence[Span],
    actors: Sequence[Actor],
) -> Iterator[Ask]:
    """The asks that statements make, and the inquiries that are called for or requested, each once.

    What overlaps a place in `taken` (the numbered recommendations) is left out. Of a sentence and the same ask inside
    it the inner one is kept, which has its own cue.
    """
    asked = [s for s in statements if s.act in ASKING and s.content and is_ask(document.text, s)]
    inner = [envelope(s.content) for s in asked if s.cue]
    places = list(taken)
    for statement in asked:
        span = envelope(statement.content)
        if any(span.overlaps(place) for place in taken):
            continue
        if not statement.cue and any(span.contains(other) for other in inner):
            continue
        places.append(span)
        yield _said(document, statement, span, actors)
    headings = [part.span for part in document.parts_of(PartKind.HEADING)]
    for event in (event for inquiry in inquiries for event in inquiry.events if event.event in _EVENTS):
        if not any(event.span.overlaps(place) for place in (*places, *headings)):
            places.append(event.span)
            yield _wanted(document, event)


def is_ask(text: str, statement: Statement) -> bool:
    """Whether a statement with an act of asking asks for something that could be done, granted or refused."""
    content = " ".join(envelope(statement.content).of(text).split())
    cue = " ".join(" ".join(place.of(text) for place in statement.cue).split())
    deciding = " ".join(place.of(text) for place in statement.act_spans)
    if _EMPTY.search(content) or len(content.split()) < 2:
        return False
    if not statement.act_spans:
        return True  # whoever made the statement decided it by other means than words
    if _TITLE.match(deciding):
        return content.startswith(("that ", "to "))
    if _ASKING.search(deciding) and not _UNDONE.search(cue.removesuffix(deciding)):
        return not _LOOSE.search(deciding) or _TO_DO.search(content) is not None
    return not _WONDERED.match(content) and any(
        _is_aimed(text, match)
        for place in statement.content
        for match in _MODAL.finditer(text, place.start, place.end)
        if match.start() >= statement.act_spans[0].start
    )


def _is_aimed(text: str, modal: re.Match[str]) -> bool:
    """Whether "should", "must" or "needs to" says what somebody is to do."""
    before = max(0, modal.start() - 20), modal.start()
    return not _NOBODY.search(text, *before) and (bool(modal["firm"]) or not _PRONOUN.search(text, *before))


def _said(document: Document, statement: Statement, span: Span, actors: Sequence[Actor]) -> Ask:
    kind = _KINDS.get(statement.act, AskKind.RECOMMENDATION)
    told = statement.speaker is not None and _YOU.fullmatch(statement.speaker.name) is not None
    return Ask(
        id=key("ask", document.id, kind, "", spans_key(statement.content)),
        document=document.id,
        kind=kind,
        span=span,
        text=span.of(document.text),
        by=None if told else statement.speaker,
        addressees=statement.targets or find_addressees(document.text, statement.content, actors),
        due=find_deadlines(document, span),
        statement=statement.id,
        date=statement.date,
        quoted_from=AskRef(None, None, span, span.of(document.text)) if told else None,  # "you asked us to …"
        score=statement.score,
    )


def _wanted(document: Document, event: InquiryEvent) -> Ask:
    """An inquiry that is asked for, where no statement says so."""
    return Ask(
        id=key("ask", document.id, _EVENTS[event.event], "", spans_key((event.span,))),
        document=document.id,
        kind=_EVENTS[event.event],
        span=event.span,
        text=event.text,
        by=event.by,
        addressees=(event.to,) if event.to else (),
        due=find_deadlines(document, event.span),
        statement=event.statement,
        date=event.date,
    )
