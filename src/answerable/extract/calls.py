"""Calls and requests in running text: what somebody asks of somebody else and may get an answer to.

Which speech acts of asking are asks, and of whom, `demands` tells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from answerable.extract.addressees import find_addressees
from answerable.extract.agents import Agents, is_crowd, is_pronoun
from answerable.extract.deadlines import find_deadlines
from answerable.extract.demands import Demand, asked_of, find_demand
from answerable.extract.letters import recipient
from answerable.model import (
    ASKING,
    Act,
    Ask,
    AskKind,
    AskRef,
    Document,
    Inquiry,
    InquiryEvent,
    InquiryEventKind,
    PartKind,
    Ref,
    Statement,
)
from answerable.text import Span, envelope, key, spans_key

_KINDS = {Act.CALL_FOR: AskKind.CALL, Act.REQUEST: AskKind.REQUEST, Act.ORDER: AskKind.REQUEST}
_EVENTS = {InquiryEventKind.CALLED_FOR: AskKind.CALL, InquiryEventKind.REQUESTED: AskKind.REQUEST}
_TELLING = re.compile(r"\b(?:told|tells?|telling|asked|urged|wrote to)$", re.IGNORECASE)
_REACH = 60  # characters behind a cue in which the one who is told is named
_YOU = re.compile(r"\b[Yy]ou\b")


def find_calls(
    document: Document,
    statements: Sequence[Statement],
    inquiries: Sequence[Inquiry],
    taken: Sequence[Span],
    agents: Agents,
) -> Iterator[Ask]:
    """The asks that statements make, and the inquiries that are called for or requested, each once.

    What overlaps a place in `taken` (the numbered recommendations) is left out. Of a sentence and the same ask inside
    it the inner one is kept, which has its own cue.
    """
    text = document.text
    reader = agents.known(recipient(document))
    found = ((s, find_demand(text, s, agents)) for s in statements if s.act in ASKING and s.content)
    asked = [(statement, demand) for statement, demand in found if demand]
    inner = [envelope(s.content) for s, _ in asked if s.cue]
    wanted = [event for inquiry in inquiries for event in inquiry.events if event.event in _EVENTS]
    places = list(taken)
    for statement, demand in asked:
        span = envelope(statement.content)
        if any(span.overlaps(place) for place in taken):
            continue
        if not statement.cue and any(span.contains(other) for other in inner):
            continue
        places.append(span)
        ask = _by_somebody(_said(document, statement, demand, agents, reader), wanted, agents)
        if not ask.addressees or not all(is_crowd(addressee.name) for addressee in ask.addressees):
            yield ask
    headings = [part.span for part in document.parts_of(PartKind.HEADING)]
    for event in wanted:
        if not any(event.span.overlaps(place) for place in (*places, *headings)):
            places.append(event.span)
            yield _wanted(document, event, agents)


def _said(document: Document, statement: Statement, demand: Demand, agents: Agents, reader: Ref | None) -> Ask:
    kind = _KINDS.get(statement.act, AskKind.RECOMMENDATION)
    told = statement.speaker is not None and _YOU.fullmatch(statement.speaker.name) is not None
    span = envelope(statement.content)
    return Ask(
        id=key("ask", document.id, kind, "", spans_key(statement.content)),
        document=document.id,
        kind=kind,
        span=span,
        text=span.of(document.text),
        by=reader if told else statement.speaker,
        addressees=_addressees(document.text, statement, demand, agents, reader),
        due=tuple(due for piece in statement.content for due in find_deadlines(document, piece)),
        statement=statement.id,
        date=statement.date,
        quoted_from=AskRef(None, None, span, span.of(document.text)) if told else None,  # "you asked us to …"
        score=statement.score,
    )


def _by_somebody(ask: Ask, wanted: Sequence[InquiryEvent], agents: Agents) -> Ask:
    """An ask of nobody with a name, as by the body of which its sentence says that it asks for the inquiry: "the row
    began with a letter that the parish sent, asking for an inquiry"."""
    if ask.by is None or not agents.is_group(ask.by):
        return ask
    said = (e.by for e in wanted if e.by and e.span.overlaps(ask.span) and not agents.is_group(e.by))
    return replace(ask, by=next(said, ask.by))


def _addressees(text: str, statement: Statement, demand: Demand, agents: Agents, reader: Ref | None) -> tuple[Ref, ...]:
    """Whom a statement asks: those whom its words of asking govern, for a pronoun those at whom it is aimed; for "you"
    the one to whom a letter is written, `reader`."""
    if not statement.act_spans:
        return statement.targets or (agents.opening(demand.of) if demand.of else ())
    if demand.of is None:
        return find_addressees(text, statement.content) if statement.act is Act.RECOMMEND else ()
    if is_pronoun(demand.of.of(text)):
        if reader and _YOU.fullmatch(demand.of.of(text)):
            return (reader,)
        return agents.opening(demand.of) or statement.targets or _told(text, statement, agents)
    return agents.opening(demand.of)


def _told(text: str, statement: Statement, agents: Agents) -> tuple[Ref, ...]:
    """To whom the words of a statement are spoken, where its cue says so: "told the Guild"."""
    cue = statement.cue[-1] if statement.cue else None
    if cue is None:
        return ()
    if _TELLING.search(cue.of(text)) and cue.end < len(text):
        return agents.opening(Span(cue.end, min(len(text), cue.end + _REACH)))
    return agents.inside((cue,))


def _wanted(document: Document, event: InquiryEvent, agents: Agents) -> Ask:
    """An inquiry that is asked for, where no statement says so."""
    of = asked_of(document.text, (event.span,))
    return Ask(
        id=key("ask", document.id, _EVENTS[event.event], "", spans_key((event.span,))),
        document=document.id,
        kind=_EVENTS[event.event],
        span=event.span,
        text=event.text,
        by=event.by,
        addressees=(event.to,) if event.to else agents.opening(of) if of else (),
        due=find_deadlines(document, event.span),
        statement=event.statement,
        date=event.date,
    )
