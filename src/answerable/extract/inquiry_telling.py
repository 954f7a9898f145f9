"""What the sentences of a document tell of an inquiry: its events, with who did it, when and why."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from datetime import timedelta

from answerable.extract.deadlines import find_deadlines
from answerable.extract.inquiry_events import BY_ACT, Told, reason, refused_before, told
from answerable.extract.inquiry_names import Naming
from answerable.extract.periods import PERIOD, NeedsBaseError, compiled, period
from answerable.extract.voices import Voice, Voices
from answerable.model import (
    ASKING,
    Actor,
    Basis,
    Document,
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

UTTERED = frozenset(
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
_YOU = re.compile(r"\b[Yy]ou(?:r \w+)?\s+$")
_BEHIND = 90  # characters
_ELSEWHERE = re.compile(r"\bto (?!the\b|Parliament\b|[A-Z])\w+|\b(?:after|following|since|into|about|because)\b|[;:]")
_HELD = re.compile(r"\b(?:suggestion|idea|notion|view|argument|claim|opinion)s? (?:that|of)\b", re.IGNORECASE)


def _is_its(match: re.Match[str], found: Told) -> bool:
    """Whether a date in a sentence is that of what it tells: before it, or close behind it, and not that of what the
    inquiry is into ("was set up to look into the fire of 2 May 2017")."""
    gap = match.string[found.cue.end : match.start()]
    return match.end() <= found.cue.start or (len(gap) < _BEHIND and not _ELSEWHERE.search(gap))


def _by_act(text: str, place: Span, statement: Statement | None) -> InquiryEventKind | None:
    """The event that saying it is: not where what others hold is told ("we know of the suggestion that …")."""
    if statement is None or (statement.act in ASKING and _HELD.search(text, place.start, place.end)):
        return None
    if statement.act in ASKING and statement.act_spans and statement.act_spans[0].start > place.end:
        return None  # "we have agreed on an inquiry, we should move on"
    return BY_ACT.get(statement.act)


class Teller:
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
        told_of = Span(sentence.start, naming.span.end)
        if found is None and known is not True and (event := _by_act(text, told_of, voice.statement)):
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
        if found.event not in UTTERED:
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
        if found.event not in UTTERED:
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
        days = _DATED.finditer(document.text, sentence.start, sentence.end)
        match = next((day for day in days if _is_its(day, found)), None)
        published = document.source.published
        if match and not (voice.statement and found.event in UTTERED):
            try:
                stretch = period(" ".join(match["period"].split()), published and published - timedelta(364))
            except NeedsBaseError:
                stretch = None
            if stretch and (published is None or stretch.start <= published):
                span = Span(*match.span("period"))
                return When(stretch.start, stretch.end, stretch.precision, Basis.STATED, match["period"], span)
        return voice.date if found.event in UTTERED else None
