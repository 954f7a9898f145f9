"""Whom an act is aimed at: the accused, the criticised, the praised, the one asked, the one answered.

The act says where its target stands (`candidates`). What a cue governs comes first after it ("accused the council of
…", "faulted Doe's handling of …"); what a content judges or asks is the subject of its deciding words ("Doe must
resign"). Among several the one that is a person or body, is named and is much spoken of in the document wins. Where
the words name nobody, the statements around them tell (`exchanges`). A wrong target is worse than none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise
from math import log2

from answerable.extract import exchanges, standing
from answerable.extract.authorial import ISSUED
from answerable.extract.candidates import Candidates
from answerable.extract.exchanges import BLAMING, by_cue
from answerable.extract.lemmas import words_of, wordset
from answerable.extract.places import Place, Places
from answerable.model import Act, Actor, ActorKind, Document, Mention, PartKind, Ref, Statement
from answerable.text import Spans

_UNAIMED = frozenset({Act.STATE, Act.REPORT_PROGRESS, Act.ADMIT})
_KINDS = {ActorKind.PERSON: 2.0, ActorKind.ORGANISATION: 1.5, ActorKind.OFFICE: 1.5, ActorKind.GROUP: 0.5}
_NAMED_GROUP = 1.5  # "Democrats"
_AFTER_CUE, _SUBJECT, _FIRST, _BY_PRONOUN = 2.0, 1.0, 1.0, -0.5
_NEAREST = 0.5
_DOER = 2.0  # "they had lied"
_AGENT = 3.5  # "betrayed by Roe"
_CLOSE = 0.5  # a second candidate this close to the best is a target too
_MOST = 3
_WHOEVER = frozenset({"those", "anyone", "anybody", "whoever"})
_DESCRIBING = re.compile(r"(?:['’]s)?(?: [a-z]+){0,2} ")


def find_targets(
    document: Document, statements: Sequence[Statement], actors: Iterable[Actor], mentions: Iterable[Mention]
) -> tuple[Statement, ...]:
    """The statements with their targets, at most three each; `statements` have their speakers and acts."""
    text = document.text
    aim = _Aim(Places(text, {actor.id: actor for actor in actors}, mentions), statements)
    aimed = [replace(s, targets=aim.targets(s)) for s in statements]
    plain = [aim.is_plain(s) for s in aimed]
    alone = document.source.medium in ISSUED and not document.parts_of(PartKind.TURN)  # what it answers is elsewhere
    blamed = exchanges.blamed([s for s, stands in zip(aimed, plain, strict=True) if stands], aim.candidates.sides)
    return tuple(
        replace(
            s,
            targets=exchanges.asked(aimed, i, text)
            or exchanges.replied(aimed, i, text)
            or exchanges.denied(aimed, i, text)
            or (() if stands else blamed(s))
            or s.targets
            or (() if alone else exchanges.answered(aimed, i, text))
            or exchanges.meant(aimed, i, text)
            or blamed(s),
        )
        for i, (s, stands) in enumerate(zip(aimed, plain, strict=True))
    )


class _Aim:
    """Takes the likeliest of those that the statements of one document may be aimed at."""

    def __init__(self, places: Places, statements: Iterable[Statement]) -> None:
        self.text = places.text
        self.weight = places.weight
        self.candidates = Candidates(places, statements)

    def targets(self, statement: Statement) -> tuple[Ref, ...]:
        """The targets that the statement itself names, the likeliest first."""
        if statement.act in _UNAIMED or not statement.content or self._counts(statement):
            return ()
        if spoken_to := self.candidates.spoken_to(statement):
            return (spoken_to,)
        candidates = self.candidates.stated(statement) or self.candidates.implied(statement)
        if not candidates or self._unread(statement, candidates[0]):
            return ()
        candidates = candidates[self._head(candidates) :]
        likely = {p: self._likely(p, statement, candidates) for p in candidates}
        ranked = sorted(candidates, key=lambda p: (-likely[p], p.span))
        best = ranked[0]
        close = [p for p in ranked[1:] if likely[p] >= likely[best] - _CLOSE and p.named]
        return tuple(dict.fromkeys(p.ref for p in (best, *self._joined(best, candidates), *close)))[:_MOST]

    def is_plain(self, statement: Statement) -> bool:
        """Whether a judgement is said of its target in so many words: governed by the cue, or the subject."""
        if statement.act not in BLAMING or not statement.targets or by_cue(statement):
            return True
        best = statement.targets[0].id
        return any(
            p.actor.id == best and p.actor.name != p.actor.name.lower() and self._said_of(p, statement)
            for p in self.candidates.stated(statement)
        )

    def _unread(self, statement: Statement, first: Place) -> bool:
        """Whether the content begins with one of whom nothing is known: "him of …", "those who lie of …"."""
        start = statement.content[0].start
        word = statement.content[0].of(self.text).split(maxsplit=1)[0]
        return (word in exchanges.OBJECTS or word in _WHOEVER) and first.span.start > start

    def _counts(self, statement: Statement) -> bool:
        """Whether a poll or a count finds: it is aimed at nobody."""
        said_by = (word.form for word in words_of(self.text, (*statement.source, *statement.cue)))
        return statement.act is Act.FIND and not wordset("counting").isdisjoint(said_by)

    def _likely(self, place: Place, statement: Statement, candidates: Sequence[Place]) -> float:
        group = place.actor.kind is ActorKind.GROUP and place.actor.name[:1].isupper()
        score = _NAMED_GROUP if group else _KINDS[place.actor.kind]
        score += log2(1 + self.weight[place.actor.id]) / 3 + (0.0 if place.named else _BY_PRONOUN)
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
            if breath and not standing.is_joined(self.text, breath[-1].span, place.span):
                if best in breath:
                    break
                breath = []
            breath.append(place)
        return [p for p in breath if p is not best]


def _nearest(place: Place, deciding: Spans, candidates: Sequence[Place]) -> bool:
    """Whether it is the last one named before a deciding word."""
    befores = ([p for p in candidates if p.span.end <= word.start] for word in deciding)
    return any(before and before[-1] is place for before in befores)
