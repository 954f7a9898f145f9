"""Inquiries of a document: what they are called, who chairs them, and what the document says has happened to them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta

from answerable.extract.deadlines import find_deadlines
from answerable.extract.inquiry_events import BY_ACT, Told, reason, refused_before, told
from answerable.extract.inquiry_names import Naming, namings
from answerable.extract.periods import PERIOD, NeedsBaseError, compiled, period
from answerable.extract.voices import Voice, Voices
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

_UTTERED = frozenset(
    {InquiryEventKind.CALLED_FOR, InquiryEventKind.REQUESTED, InquiryEventKind.REFUSED, InquiryEventKind.REDIRECTED}
)
_DATED = compiled(rf"\b(?i:in|on|since|by) (?P<period>{PERIOD})")
_REDIRECTED_TO = re.compile(r"\bfor\s+(?P<to>(?:the\s+)?[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+){0,4})\s+to\b")
_ANAPHOR = re.compile(
    r"\s*(?:Such|An?|It|This|That|Another|Inquiries)\b[^.]*\b(?:inquir(?:y|ies)|it|this|that|they)\b|\s*Such\b",
    re.DOTALL,
)
_NOBODY = frozenset(["it", "this", "that", "there", "you"])
_GOVERNED = re.compile(r"\b(?:to|of|for|with|by|from|in|at|on|about|against)\s+(?:the\s+|an?\s+)?$")
_TITLE_REACH = 600
_HEAD_REACH = 400
_RESPONSE = re.compile(r"\b(?:response|responding|reply) to\b", re.IGNORECASE)
_UPDATE = re.compile(r"\b(?:progress|implementation) (?:update|report)|update on\b", re.IGNORECASE)
_YOU = re.compile(r"\b[Yy]ou(?:r \w+)?\s+$")
_REPORT = re.compile(r"\breport\b", re.IGNORECASE)
_INTERIM = re.compile(r"\b(?:interim|phase (?:one|1)|first) report\b", re.IGNORECASE)


@dataclass(slots=True)
class _Group:
    """The namings that are of one inquiry, while a document is read."""

    namings: list[Naming] = field(default_factory=list)
    events: dict[str, InquiryEvent] = field(default_factory=dict)

    @property
    def label(self) -> frozenset[str]:
        return frozenset().union(*(n.label for n in self.namings))

    @property
    def kind(self) -> InquiryKind:
        return next((n.kind for n in self.namings if n.kind is not InquiryKind.UNKNOWN), InquiryKind.UNKNOWN)


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
    teller = _Teller(document, statements, sentences, mentions, actors)
    groups: list[_Group] = []
    last: _Group | None = None
    for naming in namings(document.text):
        group = _group_of(document.text, naming, groups, last)
        if group is None:
            group = _Group()
            groups.append(group)
        group.namings.append(naming)
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
    label = naming.label or (_words(naming.chair.of(text)) if naming.chair else frozenset())
    if label:
        known = ((g, _all(text, g)) for g in groups)
        return next((g for g, words in known if words and (label <= words or words <= label)), None)
    if not naming.qualified and naming.definite:
        return last
    if not naming.qualified:  # "an inquiry": the one that is asked for, if any is
        return next((g for g in reversed(groups) if not g.label and g.kind is not InquiryKind.LOCAL), None)
    kinds = (naming.kind, InquiryKind.UNKNOWN)
    return next((g for g in groups if not g.label and g.kind in kinds), None)


def _words(name: str) -> frozenset[str]:
    """The surname of a chair, as a label."""
    return frozenset([re.sub(r"['’]s$", "", name.split()[-1]).lower()])


def _all(text: str, group: _Group) -> frozenset[str]:
    return group.label.union(*(_words(n.chair.of(text)) for n in group.namings if n.chair))


def _is_known(naming: Naming, group: _Group) -> bool | None:
    if naming.label or group.label:
        return True
    return None if naming.definite else False


class _Teller:
    """Finds the events that the sentences of one document tell."""

    def __init__(
        self,
        document: Document,
        statements: tuple[Statement, ...],
        sentences: tuple[Span, ...],
        mentions: tuple[Mention, ...],
        actors: tuple[Actor, ...],
    ) -> None:
        self._document = document
        self._sentences = sentences
        self._starts = [s.start for s in sentences]
        self._voices = Voices(document, statements)
        self._mentions = tuple(m for m in mentions if m.actor)
        self._mention_starts = [m.span.start for m in self._mentions]
        self._names = {a.id: a.name for a in actors}

    def events(self, naming: Naming, *, known: bool | None) -> Iterator[InquiryEvent]:
        """The event that the sentence around `naming` tells of its inquiry, if it tells one."""
        text = self._document.text
        n = bisect_right(self._starts, naming.span.start) - 1
        if n < 0 or (naming.plural and known):
            return
        sentence = self._sentences[n]
        if sentence.end <= naming.span.start:
            return
        voice = self._voices.at(naming.span)
        found = told(text, sentence, naming.span, known=known, local=naming.kind is InquiryKind.LOCAL)
        if found is None and voice.statement and known is not True and (event := BY_ACT.get(voice.statement.act)):
            found = Told(event, naming.span)
        if found is None:
            return
        yield self._event(n, naming, found, voice)
        if found.event is InquiryEventKind.REDIRECTED and refused_before(text, sentence, found.cue):
            refusal = Told(InquiryEventKind.REFUSED, Span(sentence.start, found.cue.start))
            yield self._event(n, naming, refusal, voice)

    def _event(self, n: int, naming: Naming, found: Told, voice: Voice) -> InquiryEvent:
        document, sentence = self._document, self._sentences[n]
        subject = self._subject(sentence, found.cue) if found.cue.start < naming.span.start else None
        return InquiryEvent(
            id=key("inquiry event", document.id, found.event, sentence.start, naming.span.start),
            document=document.id,
            event=found.event,
            span=sentence,
            text=sentence.of(document.text),
            date=self._date(sentence, found, voice),
            by=self._by(found, voice, subject),
            to=self._to(sentence, found, voice),
            reason=self._reason(n, found) if found.event is InquiryEventKind.REFUSED else None,
            statement=voice.statement.id if voice.statement else None,
        )

    def _by(self, found: Told, voice: Voice, subject: Ref | None) -> Ref | None:
        """Who did it: the subject of the words that tell it, else whoever speaks; a paper's own telling names"
        " nobody."""
        if found.event not in _UTTERED:
            return subject
        if _YOU.search(self._document.text, max(0, found.cue.start - 20), found.cue.start):
            return None
        if voice.statement and voice.statement.cue and not subject:
            return voice.by
        if subject:
            return subject
        return voice.by if self._document.source.medium is not Medium.NEWS else None

    def _subject(self, sentence: Span, cue: Span) -> Ref | None:
        """Who does what `cue` says: the nearest actor named before it that no preposition governs."""
        text = self._document.text
        for n in range(bisect_left(self._mention_starts, cue.start) - 1, -1, -1):
            mention = self._mentions[n]
            if mention.span.start < sentence.start or mention.span.of(text).lower() in _NOBODY:
                return None
            if not _GOVERNED.search(text, sentence.start, mention.span.start):
                return Ref(mention.actor, self._names.get(mention.actor or "", mention.name))
        return None

    def _to(self, sentence: Span, found: Told, voice: Voice) -> Ref | None:
        if found.event is InquiryEventKind.REDIRECTED:
            match = _REDIRECTED_TO.search(self._document.text, sentence.start, sentence.end)
            return Ref(None, match["to"]) if match else None
        if found.event not in _UTTERED:
            return None
        return voice.statement.targets[0] if voice.statement and voice.statement.targets else None

    def _reason(self, n: int, found: Told) -> Span | None:
        """The reason in the refusal's own sentence, else the next sentence of the paragraph where it speaks of such."""
        text = self._document.text
        if within := reason(text, self._sentences[n], found.cue.start):
            return within
        if n + 1 < len(self._sentences):
            following = self._sentences[n + 1]
            gap = text[self._sentences[n].end : following.start]
            if "\n\n" not in gap and _ANAPHOR.match(following.of(text)):
                return following
        return None

    def _date(self, sentence: Span, found: Told, voice: Voice) -> When | None:
        document = self._document
        if found.event is InquiryEventKind.RESPONSE_DUE:
            return next(iter(find_deadlines(document, sentence)), None)
        match = _DATED.search(document.text, sentence.start, sentence.end)
        published = document.source.published
        if match and not (voice.statement and found.event in _UTTERED):
            try:
                stretch = period(" ".join(match["period"].split()), published and published - timedelta(364))
            except NeedsBaseError:
                stretch = None
            if stretch and (published is None or stretch.start <= published):
                span = Span(*match.span("period"))
                return When(stretch.start, stretch.end, stretch.precision, Basis.STATED, match["period"], span)
        return voice.date if found.event in _UTTERED else None


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
    by, text = source.publisher or source.author, document.text
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
        if event.event in _UTTERED:
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
