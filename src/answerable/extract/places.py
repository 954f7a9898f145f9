"""Where a document mentions its actors, and of whom it speaks most."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from heapq import nlargest

from answerable.extract import gazetteer
from answerable.extract.lemmas import wordset
from answerable.model import Actor, ActorKind, Mention, Ref
from answerable.text import Span, Spans

_GENDERS = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
_DEFINITE = re.compile(r"\b(?:the|this|that)(?: [\w-]+){1,6}$", re.I)
_GREETING = re.compile(r"^ *Dear (?P<who>[^\n,:.]{2,60}?) *[,:]? *$", re.M)
_HEAD = 3000  # characters in which a letter greets
_QUOTES = frozenset("\"“‘'`")
_BACK = 800  # characters over which "he" in a quotation points back
_CLEARLY = 1.5  # times as often as the next: of whom a document speaks most


@dataclass(frozen=True, slots=True)
class Place:
    """A mention of a known actor; `named` where it is no pronoun and no noun."""

    span: Span
    actor: Actor
    named: bool

    @property
    def ref(self) -> Ref:
        return Ref(self.actor.id, self.actor.name)


class Places:
    """The mentions of the actors of one document; `weight` counts how often each actor, by id, is named."""

    def __init__(self, text: str, actors: Mapping[str, Actor], mentions: Iterable[Mention]) -> None:
        self.text = text
        self._actors = actors
        self._every: list[Place] = []
        self._pointing: list[Span] = []
        for m in mentions:
            if actor := actors.get(m.actor or ""):
                if m.span.of(text).lower() not in wordset("unaimed"):
                    self._every.append(Place(m.span, actor, m.name[:1].isupper()))
            elif self._points(m.span):
                self._pointing.append(m.span)
        self._pointing.sort()
        self._every.sort(key=lambda p: (p.span.start, -p.span.end))
        self._outer = _outermost(self._every)
        self._starts = [p.span.start for p in self._outer]
        self._every_starts = [p.span.start for p in self._every]
        self.weight = Counter(p.actor.id for p in self._every if p.named)
        persons = (actors[actor] for actor in self.weight if actors[actor].kind is ActorKind.PERSON)
        self._persons = nlargest(3, persons, key=lambda actor: self.weight[actor.id])
        self._genders = self._by_pronouns()

    def inside(self, spans: Spans) -> list[Place]:
        """The places in `spans` that stand in no other: of "Roe aide" the aide."""
        return _inside(spans, self._outer, self._starts)

    def named_in(self, spans: Spans) -> set[str]:
        """The ids of the persons and bodies named in `spans`, also in "Roe aide" Roe."""
        kinds = (ActorKind.PERSON, ActorKind.ORGANISATION)
        found = _inside(spans, self._every, self._every_starts)
        return {p.actor.id for p in found if p.named and p.actor.kind in kinds}

    def first_pointing(self, spans: Spans) -> Span | None:
        """The first place in `spans` that points to somebody ("he", "the developer") who is not known."""
        for span in spans:
            at = bisect_left(self._pointing, span)
            if at < len(self._pointing) and self._pointing[at].end <= span.end:
                return self._pointing[at]
        return None

    def understood(self, place: Place, speaker: str | None, content: Spans) -> Place:
        """The place with whom it means in the words of the actor `speaker`: nobody calls himself "he" there."""
        gender = _GENDERS.get(place.span.of(self.text).lower())
        if place.actor.id != speaker or gender is None or not self._quoted(place.span, content):
            return place
        for other in self._back_from(place, content[0].start - _BACK):
            if other.actor.id != speaker and self._genders.get(other.actor.id, gender) == gender:
                return replace(place, actor=other.actor)
        return place

    def addressee(self) -> Actor | None:
        """Whom a letter is written to: the bearer of the name or the holder of the post that "Dear …" greets."""
        greeting = _GREETING.search(self.text, 0, _HEAD)
        if greeting is None:
            return None
        greeted = greeting["who"].lower().split()
        for actor in self._actors.values():
            called = [actor.name, *(post.role for post in actor.posts)]
            if any(words.lower().split()[-len(greeted) :] == greeted for words in called):
                return actor
        surname = greeted[-1] if len(greeted) > 1 else None
        persons = (a for a in self._actors.values() if a.kind is ActorKind.PERSON)
        return next((a for a in persons if a.name.lower().split()[-1] == surname), None)

    def foremost(self, but: str | None) -> Actor | None:
        """The person of whom the document clearly speaks most, but for the one with this id."""
        others = [actor for actor in self._persons if actor.id != but]
        if not others or (len(others) > 1 and self.weight[others[0].id] < _CLEARLY * self.weight[others[1].id]):
            return None
        return others[0]

    def _points(self, span: Span) -> bool:
        """Whether a mention points to a person: "he", "the developer"; "the Ports Secretary" names one by the post."""
        word = span.of(self.text).rsplit(maxsplit=1)[-1]
        if word[0].isupper() and word.lower() not in _GENDERS:
            return False
        word = word.lower()
        if word in _GENDERS:
            return True
        return word in gazetteer.role_nouns() and bool(_DEFINITE.search(self.text, max(0, span.start - 40), span.end))

    def _by_pronouns(self) -> dict[str, str]:
        """The gender of the pronouns that mean each actor."""
        counts: dict[str, Counter[str]] = {}
        for place in self._every:
            if not place.named and (gender := _GENDERS.get(place.span.of(self.text).lower())):
                counts.setdefault(place.actor.id, Counter())[gender] += 1
        return {actor: genders.most_common(1)[0][0] for actor, genders in counts.items()}

    def _quoted(self, span: Span, content: Spans) -> bool:
        return any(piece.contains(span) and self.text[piece.start] in _QUOTES for piece in content)

    def _back_from(self, place: Place, limit: int) -> Iterator[Place]:
        """The persons mentioned before a place, the nearest first."""
        for at in range(bisect_left(self._starts, place.span.start) - 1, -1, -1):
            if self._starts[at] < limit:
                return
            if self._outer[at].actor.kind is ActorKind.PERSON:
                yield self._outer[at]


def _outermost(places: Sequence[Place]) -> list[Place]:
    """Of places in order those that stand in no other."""
    kept: list[Place] = []
    for place in places:
        if not kept or place.span.end > kept[-1].span.end:
            kept.append(place)
    return kept


def _inside(spans: Spans, places: Sequence[Place], starts: Sequence[int]) -> list[Place]:
    found: list[Place] = []
    for span in spans:
        near = places[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
        found += [p for p in near if p.span.end <= span.end]
    return found
