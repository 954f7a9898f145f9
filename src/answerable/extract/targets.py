"""Whom an act is aimed at: the accused, the criticised, the praised, the one asked, the one answered.

The act says where its target stands. What a cue governs comes first after it ("accused the council of …", "faulted
Doe's handling of …"); what a content judges or asks is the subject of its deciding words ("Doe must resign"). Among
several the one that is a person or body, is named and is much spoken of in the document wins. Where
the words name nobody, the statements around them tell (`exchanges`).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import log2

from answerable.extract import exchanges
from answerable.extract.exchanges import BLAMING, by_cue
from answerable.extract.lemmas import words_of, wordset
from answerable.model import ASKING, Act, Actor, ActorKind, Document, Mention, Ref, Statement
from answerable.text import Span, Spans

_UNAIMED = frozenset({Act.STATE, Act.PROMISE, Act.ANNOUNCE, Act.REPORT_PROGRESS, Act.OFFER, Act.ADMIT})
_KINDS = {ActorKind.PERSON: 2.0, ActorKind.ORGANISATION: 1.5, ActorKind.OFFICE: 1.5, ActorKind.GROUP: 0.5}
_NAMED_GROUP = 1.5  # "Democrats"
_AFTER_CUE, _SUBJECT, _FIRST, _BY_PRONOUN = 2.0, 1.0, 1.0, -0.5
_NEAREST = 0.5
_DOER = 3.5  # "betrayed by Roe"
_CLOSE = 0.5  # a second candidate this close to the best is a target too
_ADDRESSED = frozenset({Act.CALL_FOR, Act.RECOMMEND, Act.WARN})
_WHOEVER = frozenset({"those", "anyone", "anybody", "whoever"})
_MOST = 3
_DESCRIBING = re.compile(r"(?:['’]s)?(?: [a-z]+){0,2} ")
_WITHIN = re.compile(
    r"(?:^|[ \n“\"(])(?P<before>\w*) ?\b(?:in|at|across|near|within|throughout|inside|outside"
    r"|(?:president|leader|people|citizens|history|city|state|rest|part|nation|capital) of) (?:the )?$",
    re.I,
)
_DONE_BY = re.compile(r"[^.?!\n]{0,40}\b(?:by|traced to) (?:the )?")
_DONE_TO = re.compile(r"\w+(?:ing|ed|s|t|k)(?: (?:of|into|against|on|at|from))? (?:the |an? )?")
_HARMED = re.compile(r"\w+ (?:to|for) (?:all |the |our )?")
_CHARGED = re.compile(r"[^,.;:“”\"\n]{2,80}? of (?:\w+ly )?\w+ing\b")  # "accused two ministers of failing families"
_CLAUSE = re.compile(r"(?:\b(?:because|that|as|when|while|since|and)|[.?!:“\"])\s(?:the )?$")
_TOLD_TO = re.compile(r",? (?:to|that|not|and|must|should)\b")
_JOINTS = frozenset({"and", ",", ", and", "and the", "or", ", the", "as well as"})


def find_targets(
    document: Document, statements: Sequence[Statement], actors: Iterable[Actor], mentions: Iterable[Mention]
) -> tuple[Statement, ...]:
    """The statements with their targets, at most three each; `statements` have their speakers and acts."""
    scene = _Scene(document.text, {actor.id: actor for actor in actors}, mentions)
    aimed = [replace(s, targets=scene.targets(s)) for s in statements]
    plain = [scene.plainly(s) for s in aimed]
    blamed = exchanges.blamed([s for s, stands in zip(aimed, plain, strict=True) if stands])
    return tuple(
        replace(
            s,
            targets=exchanges.asked(aimed, i, document.text)
            or exchanges.denied(aimed, i)
            or (() if stands else blamed(s))
            or s.targets
            or exchanges.answered(aimed, i)
            or exchanges.meant(aimed, i, document.text)
            or blamed(s),
        )
        for i, (s, stands) in enumerate(zip(aimed, plain, strict=True))
    )


@dataclass(frozen=True, slots=True)
class _Place:
    """A mention of a known actor."""

    span: Span
    actor: Actor
    named: bool

    @property
    def ref(self) -> Ref:
        return Ref(self.actor.id, self.actor.name)


def _outermost(places: Iterable[_Place]) -> list[_Place]:
    """The places that stand in no other, in order: of "Roe aide" the aide."""
    kept: list[_Place] = []
    for place in sorted(places, key=lambda p: (p.span.start, -p.span.end)):
        if not kept or place.span.end > kept[-1].span.end:
            kept.append(place)
    return kept


class _Scene:
    """The actors of one document where they are mentioned."""

    def __init__(self, text: str, actors: dict[str, Actor], mentions: Iterable[Mention]) -> None:
        self.text = text
        found = [
            _Place(m.span, actors[m.actor], m.name[:1].isupper())
            for m in mentions
            if m.actor in actors and m.span.of(text).lower() not in wordset("unaimed")
        ]
        self.places = _outermost(found)
        self.starts = [p.span.start for p in self.places]
        self.weight = Counter(p.actor.id for p in found if p.named)

    def targets(self, statement: Statement) -> tuple[Ref, ...]:
        """The targets that the statement itself names, the likeliest first."""
        if statement.act in _UNAIMED or not statement.content or self._counts(statement):
            return ()
        candidates = self._charged(statement, self._candidates(statement))
        if not candidates or self._unread(statement, candidates[0]):
            return ()
        candidates = candidates[self._head(candidates) :]
        likely = {p: self._likely(p, statement, candidates) for p in candidates}
        ranked = sorted(candidates, key=lambda p: (-likely[p], p.span))
        best = ranked[0]
        close = [p for p in ranked[1:] if likely[p] >= likely[best] - _CLOSE and p.named]
        return tuple(dict.fromkeys(p.ref for p in (best, *self._joined(best, candidates), *close)))[:_MOST]

    def _charged(self, statement: Statement, candidates: list[_Place]) -> list[_Place]:
        """Of "accused X of doing Y" those in X alone, also where X is nobody known."""
        if not any("accus" in cue.of(self.text).lower() for cue in statement.cue):
            return candidates
        for piece in statement.content:
            if match := _CHARGED.match(self.text, piece.start, piece.end):
                charge = self.text.rindex(" of ", piece.start, match.end())
                return [p for p in candidates if piece.start <= p.span.start and p.span.end <= charge]
        return candidates

    def _unread(self, statement: Statement, first: _Place) -> bool:
        """Whether the content begins with one of whom nothing is known: "him of …", "those who lie of …"."""
        start = statement.content[0].start
        word = statement.content[0].of(self.text).split(maxsplit=1)[0]
        return (word in exchanges.OBJECTS or word in _WHOEVER) and first.span.start > start

    def plainly(self, statement: Statement) -> bool:
        """Whether it stands in the words that a judgement is of its target: governed by the cue, or the subject."""
        if statement.act not in BLAMING or not statement.targets:
            return True
        if by_cue(statement):
            return True
        best = statement.targets[0].id
        return any(
            p.actor.id == best and p.actor.name != p.actor.name.lower() and self._said_of(p, statement)
            for p in self._candidates(statement)
        )

    def _said_of(self, place: _Place, statement: Statement) -> bool:
        """Whether the deciding words are said of it: who does a wrong stands before it or behind "by"."""
        if statement.act is not Act.ACCUSE:
            return self._beside(place, statement.act_spans)
        deeds = statement.act_spans
        opens = _CLAUSE.search(self.text, max(0, place.span.start - 12), place.span.start)
        return bool(opens) or self._is_subject(place, deeds) or self._follows(place, deeds, _DONE_BY)

    def _candidates(self, statement: Statement) -> list[_Place]:
        """The actors in the content but for the speaker; of an ask also the addressee that stands before it."""
        places = self._inside(statement.content)
        if statement.cue and statement.act in ASKING and statement.cue[-1].end < statement.content[0].start:
            gap = Span(statement.cue[-1].end, statement.content[0].start)
            places = self._inside((gap,)) + places
        speaker = statement.speaker.id if statement.speaker else None
        aside = self._aside(places, statement)
        return [
            p
            for p in places
            if p.actor.id != speaker and p.actor.kind in _KINDS and p not in aside and self._addressed(p, statement)
        ]

    def _aside(self, places: Sequence[_Place], statement: Statement) -> list[_Place]:
        """Those to whom a wrong is done, or where: "the hacking of the council and Roe in Anytown"."""
        blame = () if by_cue(statement) or statement.act not in BLAMING else statement.act_spans
        deeds = blame if statement.act is Act.ACCUSE else ()
        aside: list[_Place] = []
        for place in places:
            joined = bool(aside) and self.text[aside[-1].span.end : place.span.start].strip() in _JOINTS
            harmed = self._follows(place, deeds, _DONE_TO) or self._follows(place, blame, _HARMED)
            if joined or self._around(place) or (harmed and not self._follows(place, deeds, _DONE_BY)):
                aside.append(place)
        return aside

    def _addressed(self, place: _Place, statement: Statement) -> bool:
        """Whether it stands where a cue has whom it asks or warns: "urged Roe to go", "called on the council"."""
        if statement.act not in _ADDRESSED or not by_cue(statement):
            return True
        before = self.text[statement.content[0].start : place.span.start]
        return len(before.split()) <= 2 or bool(_TOLD_TO.match(self.text, place.span.end))

    def _around(self, place: _Place) -> bool:
        """Whether it is only where something happens: "thousands of fires in Anytown"."""
        if place.actor.kind is not ActorKind.ORGANISATION or not place.named:
            return False
        within = _WITHIN.search(self.text, max(0, place.span.start - 40), place.span.start)
        return within is not None and within["before"].lower() not in wordset("felt in")

    def _counts(self, statement: Statement) -> bool:
        """Whether a poll or a count finds: it is aimed at nobody."""
        said_by = (word.form for word in words_of(self.text, (*statement.source, *statement.cue)))
        return statement.act is Act.FIND and not wordset("counting").isdisjoint(said_by)

    def _head(self, candidates: Sequence[_Place]) -> int:
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

    def _inside(self, spans: Spans) -> list[_Place]:
        found = []
        for span in spans:
            places = self.places[bisect_left(self.starts, span.start) : bisect_left(self.starts, span.end)]
            found += [p for p in places if p.span.end <= span.end]
        return found

    def _likely(self, place: _Place, statement: Statement, candidates: Sequence[_Place]) -> float:
        group = place.actor.kind is ActorKind.GROUP and place.actor.name[:1].isupper()
        score = (_NAMED_GROUP if group else _KINDS[place.actor.kind]) + log2(1 + self.weight[place.actor.id]) / 3
        score += 0.0 if place.named else _BY_PRONOUN
        governed = by_cue(statement)
        if place is candidates[0]:
            score += _AFTER_CUE if governed else _FIRST
        if not governed and self._is_subject(place, statement.act_spans):
            score += _SUBJECT + (_NEAREST if self._nearest(place, statement.act_spans, candidates) else 0.0)
        if not governed and statement.act is Act.ACCUSE and self._follows(place, statement.act_spans, _DONE_BY):
            score += _DOER
        return score

    def _follows(self, place: _Place, deeds: Spans, link: re.Pattern[str]) -> bool:
        """Whether a deed and `link` stand before it: "betrayed by Roe"."""
        return any(link.fullmatch(self.text, deed.start, place.span.start) for deed in deeds)

    def _nearest(self, place: _Place, deciding: Spans, candidates: Sequence[_Place]) -> bool:
        """Whether it is the last one named before a deciding word."""
        befores = ([p for p in candidates if p.span.end <= span.start] for span in deciding)
        return any(before and before[-1] is place for before in befores)

    def _is_subject(self, place: _Place, deciding: Spans) -> bool:
        """Whether the deciding words are said of it: they follow it in its sentence."""
        return any(
            place.span.end <= span.start and not set(".?!\n") & set(self.text[place.span.end : span.start])
            for span in deciding
        )

    def _beside(self, place: _Place, deciding: Spans) -> bool:
        """Whether it stands in the sentence of a deciding word."""
        return any(
            not set(".?!\n") & set(self.text[min(place.span.end, span.end) : max(place.span.start, span.start)])
            for span in deciding
        )

    def _joined(self, best: _Place, candidates: Sequence[_Place]) -> list[_Place]:
        """Those named in one breath with the best: "Doe, Roe and the council"."""
        joined, last = [], best
        for place in candidates:
            if place.span.start >= last.span.end:
                if self.text[last.span.end : place.span.start].strip() not in _JOINTS:
                    break
                joined.append(place)
                last = place
        return joined
