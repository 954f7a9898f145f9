"""Who can be asked: the persons, bodies and offices that a document names, found where a phrase begins or ends."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from answerable.extract.addressees import bodies
from answerable.model import Actor, ActorKind, Mention, Ref
from answerable.text import Span, Spans

_CROWD = re.compile(
    r"\b(?:supporters|voters|followers|fans|readers|viewers|listeners|people|folks|citizens|crowds?|audiences?|(?-i:public)"
    r"|everyone|everybody|anyone|anybody|women|men|visitors|passengers|customers|shoppers|drivers|motorists|others|americans|britons"
    r"|(?:this|our|the|whole|entire) (?:country|nation|world|society)|humanity|mankind)\b",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"\b(?:percent|per cent|in (?:10|ten|5|five|4|four)|half|(?:a|one|two) (?:third|quarter)s?|majorit(?:y|ies)|polls?"
    r"|respondents)\b|%",
    re.IGNORECASE,
)
_OWNING = frozenset({"his", "her", "their", "its", "my", "our", "your"})
_PRONOUNS = frozenset({"he", "she", "they", "him", "her", "them", "you", "who"})
_BEFORE = frozenset(
    "that the a an this these those all both each every other fellow many most several some more any his her their its "
    "our my your former then new local federal national state then-".split()
)
_GOES_ON = re.compile(r"\W*(?:$|(?:of|in|for|at|on|from|with|who|and|or)\b)")
_AND = re.compile(
    r"(?:,?\s*and|,|,?\s*or|,?\s*as well as)(?: (?:the|his|her|their|all|both|fellow))*(?: [A-Z][\w.]*){0,2}"
)
_AND_ALSO = re.compile(r",? (?:and|or|as well as) ")
_MARKS = ",.'’‘“”\""
_LONGEST = 12  # words of the name of a body


class Agents:
    """The actors of a text by the places where they are named."""

    def __init__(self, text: str, actors: Iterable[Actor] = (), mentions: Iterable[Mention] = ()) -> None:
        known = {actor.id: actor for actor in actors if actor.kind is not ActorKind.WORK}
        self._text = text
        self._groups = {actor.id for actor in known.values() if actor.kind is ActorKind.GROUP}
        self._places = sorted(
            ((m.span, known[m.actor]) for m in mentions if m.actor in known), key=lambda p: (p[0].start, -p[0].end)
        )
        self._starts = [span.start for span, _ in self._places]

    def opening(self, phrase: Span) -> tuple[Ref, ...]:
        """Whom the words at `phrase` begin with, and those joined to it by "and": "the two ministers and the Guild"."""
        found, end = self._opening(phrase)
        joined = _AND_ALSO.match(self._text, end, phrase.end) if found else None
        if joined and joined.end() < phrase.end:
            return (*found, *self._named(Span(joined.end(), phrase.end)))
        return found or self._named(phrase)

    def naming(self, phrase: Span) -> tuple[Ref, ...]:
        """The same where the phrase as a whole names them: not of "the Guild lamps"."""
        found, end = self._opening(phrase)
        return self.opening(phrase) if not found or _GOES_ON.match(self._text, end, phrase.end) else ()

    def inside(self, spans: Spans) -> tuple[Ref, ...]:
        """All who are named at these places."""
        return tuple(dict.fromkeys(Ref(a.id, a.name) for span in spans for _, a in self._within(span)))

    def is_group(self, ref: Ref) -> bool:
        """Whether a reference is to actors without a name of their own: "critics", "the two sides"."""
        return ref.id in self._groups

    def known(self, ref: Ref | None) -> Ref | None:
        """A name and post ("Jo Hale, Leader") with the id of the actor of that name; as it is, where there is none."""
        name = ref.name.partition(",")[0] if ref else ""
        actor = next((a for _, a in self._places if a.name == name), None)
        return Ref(actor.id, ref.name) if ref and actor else ref

    def _opening(self, phrase: Span) -> tuple[tuple[Ref, ...], int]:
        found: list[Ref] = []
        at = phrase.start
        for span, actor in self._within(phrase):
            between = self._text[at : span.start].strip()
            if span.start < at:
                continue
            if self._owns(span) or not (_AND.fullmatch(between) if found else _leads(between)):
                break
            found.append(Ref(actor.id, actor.name))
            at = span.end
        return tuple(dict.fromkeys(found)), at

    def _within(self, phrase: Span) -> Sequence[tuple[Span, Actor]]:
        first, last = bisect_left(self._starts, phrase.start), bisect_left(self._starts, phrase.end)
        return [place for place in self._places[first:last] if place[0].end <= phrase.end]

    def _owns(self, span: Span) -> bool:
        """Whether a mention only says whose something is: "his dismissal", "Roe’s plan"."""
        return span.of(self._text).lower() in _OWNING or self._text[span.end : span.end + 2] in ("’s", "'s", "s’", "s'")

    def _named(self, phrase: Span) -> tuple[Ref, ...]:
        """The bodies that a whole phrase names by common nouns."""
        words = phrase.of(self._text).strip(_MARKS)
        if len(words.split()) > _LONGEST:
            return ()
        return tuple(Ref(None, name) for name in bodies(words))


def is_crowd(words: str) -> bool:
    """Whether a phrase means a public, which cannot answer: "his supporters", "the people of the town"."""
    return _CROWD.search(words) is not None


def is_count(words: str) -> bool:
    """Whether a source is people counted in a poll, who ask and promise nobody anything: "about four in ten"."""
    return _COUNTED.search(words) is not None


def is_pronoun(words: str) -> bool:
    """Whether a phrase is a pronoun for a person."""
    return words.lower() in _PRONOUNS


def _leads(words: str) -> bool:
    """Whether words only lead up to a name: "the former President"."""
    return all(word.lower().strip(_MARKS) in _BEFORE or word.strip(_MARKS)[:1].isupper() for word in words.split())
