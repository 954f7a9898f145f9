"""Whom an act is aimed at: the accused, the criticised, the praised, the one asked, the one answered.

The act says where its target stands (`standing`). What a cue governs comes first after it ("accused the council of …",
"faulted Doe's handling of …"); what a content judges or asks is the subject of its deciding words ("Doe must resign").
Among several the one that is a person or body, is named and is much spoken of in the document wins. Where the words
name nobody, the statements around them tell (`exchanges`). A wrong target is worse than none: what stands elsewhere in
the words is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise
from math import log2

from answerable.extract import exchanges, standing
from answerable.extract.exchanges import BLAMING, by_cue
from answerable.extract.lemmas import words_of, wordset
from answerable.extract.places import Place, Places
from answerable.model import ASKING, Act, Actor, ActorKind, Document, Mention, Ref, Statement
from answerable.text import Span, Spans

_UNAIMED = frozenset({Act.STATE, Act.ANNOUNCE, Act.REPORT_PROGRESS, Act.ADMIT})
_PLEDGING = frozenset({Act.PROMISE, Act.OFFER})
_ADDRESSED = frozenset({Act.CALL_FOR, Act.RECOMMEND, Act.WARN})
_JUDGING = BLAMING | {Act.PRAISE, Act.DEFEND, Act.DISPUTE, Act.WARN}
_KINDS = {ActorKind.PERSON: 2.0, ActorKind.ORGANISATION: 1.5, ActorKind.OFFICE: 1.5, ActorKind.GROUP: 0.5}
_NAMED_GROUP = 1.5  # "Democrats"
_AFTER_CUE, _SUBJECT, _FIRST, _BY_PRONOUN = 2.0, 1.0, 1.0, -0.5
_NEAREST = 0.5
_DOER = 2.0  # "they had lied"
_AGENT = 3.5  # "betrayed by Roe"
_CLOSE = 0.5  # a second candidate this close to the best is a target too
_MOST = 3
_OBJECT = 200  # characters from a cue's deciding words to the content, where its object may stand
_WHOEVER = frozenset({"those", "anyone", "anybody", "whoever"})
_DESCRIBING = re.compile(r"(?:['’]s)?(?: [a-z]+){0,2} ")
_CHARGED = re.compile(r"[^,.;:“”\"\n]{2,80}? of (?:\w+ly )?\w+ing\b")  # "accused two ministers of failing families"
_JOINTS = frozenset({"and", ",", ", and", "and the", "or", ", the", "as well as"})


def find_targets(
    document: Document, statements: Sequence[Statement], actors: Iterable[Actor], mentions: Iterable[Mention]
) -> tuple[Statement, ...]:
    """The statements with their targets, at most three each; `statements` have their speakers and acts."""
    text = document.text
    scene = _Scene(Places(text, {actor.id: actor for actor in actors}, mentions), statements)
    aimed = [replace(s, targets=scene.targets(s)) for s in statements]
    plain = [scene.plainly(s) for s in aimed]
    blamed = exchanges.blamed([s for s, stands in zip(aimed, plain, strict=True) if stands], scene.sides)
    return tuple(
        replace(
            s,
            targets=exchanges.asked(aimed, i, text)
            or exchanges.replied(aimed, i, text)
            or exchanges.denied(aimed, i, text)
            or (() if stands else blamed(s))
            or s.targets
            or exchanges.answered(aimed, i, text)
            or exchanges.meant(aimed, i, text)
            or blamed(s),
        )
        for i, (s, stands) in enumerate(zip(aimed, plain, strict=True))
    )


class _Scene:
    """The actors of one document and whom the statements name."""

    def __init__(self, places: Places, statements: Iterable[Statement]) -> None:
        self.places = places
        self.text = places.text
        self.sides: dict[str, set[str]] = {}
        for s in statements:
            self._take_side(s)

    def targets(self, statement: Statement) -> tuple[Ref, ...]:
        """The targets that the statement itself names, the likeliest first."""
        if statement.act in _UNAIMED or not statement.content or self._counts(statement):
            return ()
        candidates = self._candidates(statement)
        if not candidates and statement.act in _JUDGING:
            candidates = self._suffering(statement) or self._pointed(statement)
        if not candidates or self._unread(statement, candidates[0]):
            return ()
        candidates = candidates[self._head(candidates) :]
        likely = {p: self._likely(p, statement, candidates) for p in candidates}
        ranked = sorted(candidates, key=lambda p: (-likely[p], p.span))
        best = ranked[0]
        close = [p for p in ranked[1:] if likely[p] >= likely[best] - _CLOSE and p.named]
        return tuple(dict.fromkeys(p.ref for p in (best, *self._joined(best, candidates), *close)))[:_MOST]

    def plainly(self, statement: Statement) -> bool:
        """Whether a judgement is said of its target in so many words: governed by the cue, or the subject."""
        if statement.act not in BLAMING or not statement.targets or by_cue(statement):
            return True
        best = statement.targets[0].id
        return any(
            p.actor.id == best and p.actor.name != p.actor.name.lower() and self._said_of(p, statement)
            for p in self._candidates(statement)
        )

    # ---------------------------------------------------------------- who may be meant

    def _candidates(self, statement: Statement) -> list[Place]:
        """The actors where the act has its targets, but for the speaker and those only touched by what is said."""
        speaker = statement.speaker.id if statement.speaker else None
        places = [self.places.understood(p, speaker, statement.content) for p in self._placed(statement)]
        aside = self._aside(places, statement)
        never = {speaker}
        if statement.act in BLAMING and not by_cue(statement):
            never |= self.sides.get(speaker or "", set())
        places = [p for p in places if p.actor.id not in never and p.actor.kind in _KINDS and p not in aside]
        return self._charged(statement, places)

    def _placed(self, statement: Statement) -> list[Place]:
        """The places where the act has its targets: what its cue governs, who "must", else anywhere in the content."""
        places, start = self.places.inside(statement.content), statement.content[0].start
        if statement.act in _PLEDGING:
            pledged = (p for p in places if p.named and p.actor.kind is ActorKind.PERSON and by_cue(statement))
            return [p for p in pledged if standing.is_pledged(self.text, start, p.span)][:1]
        if by_cue(statement) or statement.act is Act.FIND:
            asking = statement.act in ASKING
            places = [p for p in places if standing.is_governed(self.text, start, p.span, asking=asking)]
            if statement.act in _ADDRESSED and by_cue(statement):
                places = [p for p in places if standing.is_addressed(self.text, start, p.span)]
            return self.places.inside(self._between(statement)) + places
        if statement.act is Act.DENY:
            return []
        modals = [span for span in statement.act_spans if self._is_modal(span)]
        return self._asked(places, modals) if modals and statement.act in _ADDRESSED else places

    def _between(self, statement: Statement) -> Spans:
        """Where an object stands before the content: behind the deciding words of the cue, up to the content."""
        if not by_cue(statement):
            return ()
        start, end = statement.act_spans[0].start, statement.content[0].start
        return (Span(start, end),) if start < end <= start + _OBJECT else ()

    def _is_modal(self, span: Span) -> bool:
        """Whether deciding words say what somebody should do: "must", "they need to"."""
        return not wordset("modals").isdisjoint(span.of(self.text).lower().split()[:2])

    def _asked(self, places: Sequence[Place], modals: Iterable[Span]) -> list[Place]:
        """Those who "should" or "must", also several of them."""
        asked: list[Place] = []
        for modal in modals:
            last: Place | None = None
            for place in reversed(places):
                if standing.is_asked(self.text, place.span, modal) or (last and self._in_one_breath(place, last)):
                    asked.append(place)
                    last = place
        return sorted(dict.fromkeys(asked), key=lambda p: p.span)

    def _aside(self, places: Sequence[Place], statement: Statement) -> list[Place]:
        """Those to whom a wrong is done, or where: "the hacking of the council and Roe in Anytown"."""
        blame = () if by_cue(statement) or statement.act not in BLAMING else statement.act_spans
        deeds = blame if statement.act is Act.ACCUSE else ()
        aside: list[Place] = []
        for place in places:
            span = place.span
            harmed = standing.is_victim(self.text, span, deeds) or standing.is_harmed(self.text, span, blame)
            scene = place.named and place.actor.kind is ActorKind.ORGANISATION and standing.is_scene(self.text, span)
            joined = bool(aside) and self._in_one_breath(aside[-1], place)
            if joined or scene or (harmed and not standing.is_agent(self.text, span, deeds)):
                aside.append(place)
        return aside

    def _charged(self, statement: Statement, candidates: list[Place]) -> list[Place]:
        """Of "accused X of doing Y" those in X alone, also where X is nobody known."""
        if not any("accus" in cue.of(self.text).lower() for cue in statement.cue):
            return candidates
        for piece in statement.content:
            if match := _CHARGED.match(self.text, piece.start, piece.end):
                charge = self.text.rindex(" of ", piece.start, match.end())
                return [p for p in candidates if piece.start <= p.span.start and p.span.end <= charge]
        return candidates

    def _suffering(self, statement: Statement) -> list[Place]:
        """Who is judged where the cue has no object: the subject of "was condemned", "faced criticism for"."""
        if not by_cue(statement):
            return []
        judged = statement.act_spans[0]
        near = self.places.inside((Span(max(0, judged.start - _OBJECT), judged.end),))
        return [p for p in near if p.ref != statement.speaker and standing.suffers(self.text, p.span, judged)][-1:]

    def _pointed(self, statement: Statement) -> list[Place]:
        """Whom "he" or "the developer" means whom nobody introduced: the other of whom the document speaks most."""
        spans = (*self._between(statement), *statement.content)
        first = self.places.first_pointing(spans)
        actor = self.places.foremost(statement.speaker.id if statement.speaker else None)
        if first is None or actor is None:
            return []
        if by_cue(statement) and not standing.is_governed(self.text, statement.content[0].start, first, asking=False):
            return []
        return [Place(first, actor, named=False)]

    def _unread(self, statement: Statement, first: Place) -> bool:
        """Whether the content begins with one of whom nothing is known: "him of …", "those who lie of …"."""
        start = statement.content[0].start
        word = statement.content[0].of(self.text).split(maxsplit=1)[0]
        return (word in exchanges.OBJECTS or word in _WHOEVER) and first.span.start > start

    def _counts(self, statement: Statement) -> bool:
        """Whether a poll or a count finds: it is aimed at nobody."""
        said_by = (word.form for word in words_of(self.text, (*statement.source, *statement.cue)))
        return statement.act is Act.FIND and not wordset("counting").isdisjoint(said_by)

    def _take_side(self, statement: Statement) -> None:
        """Notes for whom a speaker speaks: whom its source names beside it, "Roe aide Jane Doe"."""
        speaker = statement.speaker.id if statement.speaker else None
        beside = self.places.named_in(statement.source) - {speaker} if speaker else set()
        if speaker and beside and not self._apart(statement.source):
            self.sides.setdefault(speaker, set()).update(beside)

    def _apart(self, source: Spans) -> bool:
        return not wordset("apart").isdisjoint(word.form for word in words_of(self.text, source))

    # ---------------------------------------------------------------- who is likeliest

    def _likely(self, place: Place, statement: Statement, candidates: Sequence[Place]) -> float:
        group = place.actor.kind is ActorKind.GROUP and place.actor.name[:1].isupper()
        score = _NAMED_GROUP if group else _KINDS[place.actor.kind]
        score += log2(1 + self.places.weight[place.actor.id]) / 3 + (0.0 if place.named else _BY_PRONOUN)
        first = place is candidates[0]
        if by_cue(statement):
            return score + first * _AFTER_CUE
        words = statement.act_spans
        score += first * _FIRST
        if standing.is_subject(self.text, place.span, words):
            score += _SUBJECT + _NEAREST * _nearest(place, words, candidates)
        if statement.act in BLAMING and standing.is_doer(self.text, place.span, words):
            score += _DOER
        if statement.act is Act.ACCUSE and standing.is_agent(self.text, place.span, words):
            score += _AGENT
        return score

    def _said_of(self, place: Place, statement: Statement) -> bool:
        """Whether the deciding words are said of it: who does a wrong stands before it or behind "by"."""
        span, words = place.span, statement.act_spans
        if statement.act is not Act.ACCUSE:
            return standing.is_beside(self.text, span, words)
        if standing.opens_clause(self.text, span) or standing.is_agent(self.text, span, words):
            return True
        return standing.is_subject(self.text, span, words)

    def _head(self, candidates: Sequence[Place]) -> int:
        """The index of the person whom those before only describe: "the Board's Jane Doe", "Roe aide Jane Doe"."""
        at = 0
        for one, other in pairwise(candidates):
            between = self.text[one.span.end : other.span.start]
            if not (other.named and other.actor.kind is ActorKind.PERSON and _DESCRIBING.fullmatch(between)):
                break
            if not wordset("parting").isdisjoint(between.split()):
                break
            at += 1
        return at

    def _joined(self, best: Place, candidates: Sequence[Place]) -> list[Place]:
        """Those named in one breath with the best: "Doe, Roe and the council"."""
        breath: list[Place] = []
        for place in candidates:
            if breath and not self._in_one_breath(breath[-1], place):
                if best in breath:
                    break
                breath = []
            breath.append(place)
        return [p for p in breath if p is not best]

    def _in_one_breath(self, one: Place, other: Place) -> bool:
        return self.text[one.span.end : other.span.start].strip() in _JOINTS


def _nearest(place: Place, deciding: Spans, candidates: Sequence[Place]) -> bool:
    """Whether it is the last one named before a deciding word."""
    befores = ([p for p in candidates if p.span.end <= word.start] for word in deciding)
    return any(before and before[-1] is place for before in befores)
