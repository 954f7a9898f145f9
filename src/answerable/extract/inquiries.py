"""Inquiries of a document: what they are called, who chairs them, and what the document says has happened to them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from answerable.extract.authorial import signatory
from answerable.extract.inquiry_names import Naming, namings
from answerable.extract.inquiry_telling import UTTERED, Teller
from answerable.model import (
    Actor,
    Basis,
    Document,
    Inquiry,
    InquiryEvent,
    InquiryEventKind,
    InquiryKind,
    Medium,
    Mention,
    Ref,
    Statement,
    When,
)
from answerable.text import Span, key

_TITLE_REACH = 600
_HEAD_REACH = 400
_RESPONSE = re.compile(r"\b(?:response|responding|reply) to\b", re.IGNORECASE)
_UPDATE = re.compile(r"\b(?:progress|implementation) (?:update|report)|update on\b", re.IGNORECASE)
_REPORT = re.compile(r"\breport\b", re.IGNORECASE)
_INTERIM = re.compile(r"\b(?:interim|phase (?:one|1)|first) report\b", re.IGNORECASE)


@dataclass(slots=True)
class _Group:
    """The namings that are of one inquiry, while a document is read."""

    namings: list[Naming] = field(default_factory=list)
    events: dict[str, InquiryEvent] = field(default_factory=dict)
    label: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()  # of the label, and the chair's surname
    kind: InquiryKind = InquiryKind.UNKNOWN

    def take(self, text: str, naming: Naming) -> None:
        self.namings.append(naming)
        self.label |= naming.label
        self.words |= naming.label | (_surname(naming.chair.of(text)) if naming.chair else frozenset())
        if self.kind is InquiryKind.UNKNOWN:
            self.kind = naming.kind


def find_inquiries(
    document: Document,
    statements: tuple[Statement, ...],
    sentences: tuple[Span, ...],
    mentions: tuple[Mention, ...] = (),
    actors: tuple[Actor, ...] = (),
) -> tuple[Inquiry, ...]:
    """The inquiries that `document` tells of, each with its names, chair and dated events, in order of first mention.

    Two namings are one inquiry where one proper name holds the other ("the Halloran Inquiry", "Professor Ruth
    Halloran's inquiry", "an inquiry led by Professor Ruth Halloran"), or where both are of an inquiry that is asked for
    and of one kind. A bare "the inquiry" is the one named last; a generic inquiry to which nothing happens is none.
    """
    teller = Teller(document, statements, sentences, mentions, actors)
    groups: list[_Group] = []
    last: _Group | None = None
    for naming in namings(document.text):
        group = _group_of(document.text, naming, groups, last)
        if group is None:
            group = _Group()
            groups.append(group)
        group.take(document.text, naming)
        last = group
        for event in teller.events(naming, known=_is_known(naming, group)):
            refused = event.event is InquiryEventKind.REFUSED and group.kind is InquiryKind.LOCAL
            of = next((g for g in reversed(groups) if not g.label and g is not group), group) if refused else group
            of.events.setdefault(event.id, event)
    for group in groups:
        for event in _published(document, group):
            group.events.setdefault(event.id, event)
    return tuple(_inquiry(document, group) for group in groups if group.events or group.label)


def _group_of(text: str, naming: Naming, groups: list[_Group], last: _Group | None) -> _Group | None:
    label = naming.label or (_surname(naming.chair.of(text)) if naming.chair else frozenset())
    if label:
        return next((g for g in groups if g.words and (label <= g.words or g.words <= label)), None)
    if not naming.qualified and naming.definite:
        return last
    if not naming.qualified:  # "an inquiry": the one that is asked for, if any is
        return next((g for g in reversed(groups) if not g.label and g.kind is not InquiryKind.LOCAL), None)
    kinds = (naming.kind, InquiryKind.UNKNOWN)
    return next((g for g in groups if not g.label and g.kind in kinds), None)


def _surname(name: str) -> frozenset[str]:
    """The surname of a chair, as a label."""
    return frozenset([re.sub(r"['’]s$", "", name.split()[-1]).lower()])


def _is_known(naming: Naming, group: _Group) -> bool | None:
    if naming.label or group.label:
        return True
    return None if naming.definite else False


def _published(document: Document, group: _Group) -> Iterator[InquiryEvent]:
    """The event that the document itself is: an inquiry's report, a response to it, an update on it."""
    first = next((n for n in group.namings if n.label and n.span.start < _TITLE_REACH), None)
    if first is None:
        return
    source = document.source
    title = source.title or document.text[:_TITLE_REACH]
    open_ = source.medium in (Medium.REPORT, Medium.UNKNOWN)
    if source.medium is Medium.UPDATE or (open_ and _UPDATE.search(title)):
        event = InquiryEventKind.PROGRESS_UPDATE
    elif source.medium is Medium.RESPONSE or (open_ and _RESPONSE.search(title)):
        event = InquiryEventKind.RESPONSE_PUBLISHED
    elif source.medium is Medium.REPORT and _REPORT.search(f"{title} {document.text[:_HEAD_REACH]}"):
        event = InquiryEventKind.INTERIM_REPORT if _INTERIM.search(title) else InquiryEventKind.FINAL_REPORT
    else:
        return
    by, text = source.publisher or signatory(source.author or "")[0], document.text
    end = text.find("\n", first.span.end)
    line = Span(text.rfind("\n", 0, first.span.start) + 1, end if end >= 0 else len(text))
    yield InquiryEvent(
        id=key("inquiry event", document.id, event, "document"),
        document=document.id,
        event=event,
        span=line,
        text=line.of(document.text),
        date=When.day(source.published, Basis.PUBLICATION) if source.published else None,
        by=Ref(None, by) if by else None,
    )


def _inquiry(document: Document, group: _Group) -> Inquiry:
    text = document.text
    names = tuple(dict.fromkeys(_name(text, n) for n in group.namings if n.qualified or n.chair)) or (
        _name(text, group.namings[0]),
    )
    chair = next((n.chair.of(text) for n in group.namings if n.chair), None)
    best = max(names, key=lambda name: (name.lower().count("inquir") + len(_proper(name)), -len(name)))
    return Inquiry(
        id=key("inquiry", document.id, group.namings[0].span.start),
        name=best,
        kind=group.kind,
        names=names,
        mentions=tuple(n.span for n in group.namings),
        chair=Ref(None, " ".join(chair.split())) if chair else None,
        place=next((n.place for n in group.namings if n.place), None),
        year=next((n.year for n in group.namings if n.year), None),
        events=_distinct(group.events.values()),
    )


def _distinct(events: Iterable[InquiryEvent]) -> tuple[InquiryEvent, ...]:
    """The events in order, without those that a title or a running head tells again: what happened to an inquiry
    happened once, so an undated telling gives way to a dated one, and of two on one day the first stays."""
    found: dict[tuple[object, ...], InquiryEvent] = {}
    ordered = sorted(events, key=lambda e: e.span)
    dated = {e.event for e in ordered if e.date}
    for event in ordered:
        if event.event in UTTERED:
            found[event.id,] = event
        elif event.date or event.event not in dated:
            found.setdefault((event.event, event.date and event.date.start), event)
    return tuple(sorted(found.values(), key=lambda e: e.span))


def _proper(name: str) -> list[str]:
    return re.findall(r"\b[A-Z]\w+", name)


def _name(text: str, naming: Naming) -> str:
    """The words of a naming; an inquiry without a proper name takes what it is to look into."""
    span = naming.span
    if naming.topic and not naming.label:
        span = Span(span.start, naming.topic.end)
    elif naming.chair and not naming.label:
        span = Span(span.start, naming.chair.end)
    return " ".join(span.of(text).split())
