"""Whom an act is aimed at: the accused, the criticised, the praised, the one asked, the one answered.

The act says where its target stands. What a cue governs comes first after it ("accused the council of …", "faulted
Doe's handling of …"); what a content judges or asks is the subject of its deciding words ("Doe must resign"). Among
several the one that is a person or body, is named and is much spoken of in the document wins. An answer that names
nobody is aimed at whoever asked or accused last, a judgement that names nobody at whom its speaker, or else the
document, judges most.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import log2

from answerable.extract.lemmas import wordset
from answerable.model import ASKING, Act, Actor, ActorKind, Document, Mention, Ref, Statement
from answerable.text import Span, Spans, words

_UNAIMED = frozenset({Act.STATE, Act.PROMISE, Act.ANNOUNCE, Act.REPORT_PROGRESS, Act.OFFER, Act.ADMIT})
_BLAMING = frozenset({Act.ACCUSE, Act.CRITICISE})
_ANSWERS = frozenset({Act.DENY, Act.DISPUTE, Act.REJECT, Act.REFUSE, Act.ACCEPT})
_ANSWERED = ASKING | _BLAMING | {Act.QUESTION, Act.OFFER}
_KINDS = {ActorKind.PERSON: 2.0, ActorKind.ORGANISATION: 1.5, ActorKind.OFFICE: 1.5, ActorKind.GROUP: 0.5}
_NAMED_GROUP = 1.5  # "Democrats"
_AFTER_CUE, _SUBJECT, _FIRST, _BY_PRONOUN = 2.0, 1.0, 1.0, -0.5
_CLOSE = 0.5  # a second candidate this close to the best is a target too
_MOST = 3
_BACK = 30  # statements back in which an answer looks for what it answers
_DESCRIBING = re.compile(r"(?:['’]s)?(?: [a-z]+){0,2} ")
_YOU = frozenset({"you", "your"})
_JOINTS = frozenset({"and", ",", ", and", "and the", "or", ", the", "as well as"})


def find_targets(
    document: Document, statements: Sequence[Statement], actors: Iterable[Actor], mentions: Iterable[Mention]
) -> tuple[Statement, ...]:
    """The statements with their targets, at most three each; `statements` have their speakers and acts."""
    scene = _Scene(document.text, {actor.id: actor for actor in actors}, mentions)
    aimed = [replace(s, targets=scene.targets(s)) for s in statements]
    blamed = _blamed(aimed)
    return tuple(
        replace(s, targets=_asked(aimed, i, document.text) or s.targets or _answered(aimed, i) or blamed(s))
        for i, s in enumerate(aimed)
    )


def _answered(statements: Sequence[Statement], index: int) -> tuple[Ref, ...]:
    """Whom an answer answers: whoever else asked, offered or accused last."""
    statement = statements[index]
    if statement.act in _ANSWERS:
        for earlier in reversed(statements[max(0, index - _BACK) : index]):
            if earlier.act in _ANSWERED and earlier.speaker and earlier.speaker != statement.speaker:
                return (earlier.speaker,)
    return ()


def _asked(statements: Sequence[Statement], index: int, text: str) -> tuple[Ref, ...]:
    """Whom a question means by "you": the other one who speaks next, or spoke last."""
    statement = statements[index]
    if statement.act is Act.QUESTION and _YOU & set(words(text, statement.content).lower().split()):
        for other in (*statements[index + 1 : index + 2], *statements[max(0, index - 1) : index]):
            if other.speaker and other.speaker != statement.speaker:
                return (other.speaker,)
    return ()


def _blamed(statements: Sequence[Statement]) -> Callable[[Statement], tuple[Ref, ...]]:
    """Whom words of blame without a name mean: whom their speaker, or else the whole document, blames most."""
    by_speaker: dict[Ref | None, Counter[Ref]] = defaultdict(Counter)
    for s in statements:
        if s.act in _BLAMING and s.targets:
            by_speaker[s.speaker][s.targets[0]] += 1
    overall = sum(by_speaker.values(), Counter[Ref]())

    def most(statement: Statement) -> tuple[Ref, ...]:
        if statement.act in _BLAMING:
            for counts in (by_speaker.get(statement.speaker), overall):
                for ref, _ in counts.most_common(2) if counts else ():
                    if ref != statement.speaker:
                        return (ref,)
        return ()

    return most


@dataclass(frozen=True, slots=True)
class _Place:
    """A mention of a known actor."""

    span: Span
    actor: Actor
    named: bool

    @property
    def ref(self) -> Ref:
        return Ref(self.actor.id, self.actor.name)


class _Scene:
    """The actors of one document where they are mentioned."""

    def __init__(self, text: str, actors: dict[str, Actor], mentions: Iterable[Mention]) -> None:
        self.text = text
        found = [_Place(m.span, actors[m.actor], m.name[:1].isupper()) for m in mentions if m.actor in actors]
        self.places = sorted(found, key=lambda p: p.span)
        self.starts = [p.span.start for p in self.places]
        self.weight = Counter(p.actor.id for p in found if p.named)

    def targets(self, statement: Statement) -> tuple[Ref, ...]:
        """The targets that the statement itself names, the likeliest first."""
        if statement.act in _UNAIMED or not statement.content or self._counts(statement):
            return ()
        candidates = self._candidates(statement)
        if not candidates:
            return ()
        candidates = candidates[self._head(candidates) :]
        likely = {p: self._likely(p, statement, candidates) for p in candidates}
        ranked = sorted(candidates, key=lambda p: (-likely[p], p.span))
        best = ranked[0]
        close = [p for p in ranked[1:] if likely[p] >= likely[best] - _CLOSE and p.named]
        return tuple(dict.fromkeys(p.ref for p in (best, *self._joined(best, candidates), *close)))[:_MOST]

    def _candidates(self, statement: Statement) -> list[_Place]:
        """The actors in the content but for the speaker; of an ask also the addressee that stands before it."""
        places = self._inside(statement.content)
        if statement.cue and statement.act in ASKING and statement.cue[-1].end < statement.content[0].start:
            gap = Span(statement.cue[-1].end, statement.content[0].start)
            places = self._inside((gap,)) + places
        speaker = statement.speaker.id if statement.speaker else None
        return [p for p in places if p.actor.id != speaker and p.actor.kind in _KINDS]

    def _counts(self, statement: Statement) -> bool:
        """Whether a poll or a count finds: it is aimed at nobody."""
        said_by = words(self.text, (*statement.source, *statement.cue)).lower().split()
        return statement.act is Act.FIND and not wordset("counting").isdisjoint(said_by)

    def _head(self, candidates: Sequence[_Place]) -> int:
        """The index of the person whom those before only describe: "the Board's Jane Doe", "Roe aide Jane Doe"."""
        at = 0
        for one, other in pairwise(candidates):
            between = self.text[one.span.end : other.span.start]
            if not (other.named and other.actor.kind is ActorKind.PERSON and _DESCRIBING.fullmatch(between)):
                break
            if wordset("joints").isdisjoint(between.split()):
                at += 1
        return at

    def _inside(self, spans: Spans) -> list[_Place]:
        found = []
        for span in spans:
            places = self.places[bisect_left(self.starts, span.start) : bisect_left(self.starts, span.end)]
            found += [p for p in places if p.span.end <= span.end]
        return found

    def _likely(self, place: _Place, statement: Statement, candidates: Sequence[_Place]) -> float:
        group = place.actor.kind is ActorKind.GROUP and place.named
        score = (_NAMED_GROUP if group else _KINDS[place.actor.kind]) + log2(1 + self.weight[place.actor.id]) / 3
        score += 0.0 if place.named else _BY_PRONOUN
        by_cue = any(span.overlaps(cue) for span in statement.act_spans for cue in statement.cue)
        if place is candidates[0]:
            score += _AFTER_CUE if by_cue else _FIRST
        if not by_cue and self._is_subject(place, statement.act_spans):
            score += _SUBJECT
        return score

    def _is_subject(self, place: _Place, deciding: Spans) -> bool:
        """Whether the deciding words are said of it: they follow it in its sentence."""
        return any(
            place.span.end <= span.start and not set(".?!\n") & set(self.text[place.span.end : span.start])
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
