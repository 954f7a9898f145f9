"""Who a statement may be aimed at, and how each of them stands to it, in numbers that a model was taught to weigh.

Everybody counts who is named in a statement, shortly before it, or often in the document. What the rules say
(`targets`) is one of the things told, so that it is not learnt again; so is who speaks and is spoken of around.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log1p, log2

from answerable.extract.exchanges import by_cue
from answerable.model import Act, Actor, ActorKind, Document, Mention, Quoted, Ref, Statement
from answerable.text import Spans, envelope

MOST = 24
"""Contenders of one statement; those that stand farthest are left out."""

_ACTS, _KINDS = tuple(Act), tuple(ActorKind)
_NEAR, _FAR, _MUCH = 400, 1500, 4  # characters before a statement; among so many of whom a document speaks most
_HORIZON = 5000
_BACK = 3  # statements
_ENDS = ".?!\n"


@dataclass(frozen=True, slots=True)
class Contender:
    """An actor, and how it stands to a statement, by name of what is told."""

    actor: Actor
    stands: dict[str, float]


class Field:
    """The statements of one document, with their acts and the rules' targets, and its actors where they are named."""

    def __init__(
        self, document: Document, statements: Sequence[Statement], actors: Iterable[Actor], mentions: Iterable[Mention]
    ) -> None:
        self._text = document.text
        self._statements = statements
        self._actors = {actor.id: actor for actor in actors}
        self._all = sorted((m for m in mentions if m.actor in self._actors), key=lambda m: m.span)
        self._starts = [m.span.start for m in self._all]
        self._of: dict[str, list[Mention]] = {}
        for mention in self._all:
            self._of.setdefault(mention.actor or "", []).append(mention)
        self._weight = {actor: sum(m.name[:1].isupper() for m in found) for actor, found in self._of.items()}
        self._much = sorted(self._weight, key=lambda actor: -self._weight[actor])[:_MUCH]
        self._told = [tuple(dict.fromkeys(m.actor or "" for m in self._inside(s.content))) for s in statements]
        self._company = _Company(statements, self._told)

    def contenders(self, at: int) -> list[Contender]:
        """Those that statement `at` may be aimed at, the nearest first; each is told the same things in one order."""
        scene = _Scene(self._text, self._statements[at])
        near: dict[str, list[Mention]] = {}
        for mention in self._between(scene.whole.start - _FAR, scene.sentence.stop):
            near.setdefault(mention.actor or "", []).append(mention)
        for actor in (*self._much, *(ref.id or "" for ref in scene.statement.targets if ref.id in self._of)):
            near.setdefault(actor, self._nearest(actor, scene.whole.start))
        shared = {**_of_statement(scene.statement), "told": len(self._told[at]), "near": len(near)}
        found = [self._contender(scene, at, actor, mentions, shared) for actor, mentions in near.items()]
        return sorted(found, key=lambda c: -_nearness(c.stands))[:MOST]

    def _contender(
        self, scene: _Scene, at: int, actor: str, mentions: Sequence[Mention], shared: dict[str, float]
    ) -> Contender:
        told = self._told[at]
        known = {
            "kind": _KINDS.index(self._actors[actor].kind),
            "unnamed": self._actors[actor].name[:1].islower(),
            "weight": log2(1 + self._weight[actor]) / 3,
            "place": self._much.index(actor) if actor in self._much else _MUCH,
            "rank": told.index(actor) if actor in told else -1,
        }
        around = self._company.around(at, actor)
        return Contender(self._actors[actor], {**shared, **known, **scene.stands(mentions), **around})

    def _between(self, start: int, end: int) -> list[Mention]:
        """The mentions that begin from `start` on and before `end`."""
        return self._all[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def _inside(self, spans: Spans) -> list[Mention]:
        return [m for span in spans for m in self._between(span.start, span.end) if m.span.end <= span.end]

    def _nearest(self, actor: str, start: int) -> list[Mention]:
        """The last mention of an actor before `start`, or else its first."""
        found = self._of[actor]
        at = bisect_left(found, start, key=lambda m: m.span.start)
        return found[max(0, at - 1) : max(1, at)]


def _of_statement(statement: Statement) -> dict[str, float]:
    """What is the same of all contenders."""
    return {
        "act": _ACTS.index(statement.act),
        "by cue": by_cue(statement),
        "cue": bool(statement.cue),
        "source": bool(statement.source),
        "direct": statement.quoted is Quoted.DIRECT,
        "aimed": len(statement.targets),
    }


def _nearness(stands: dict[str, float]) -> float:
    near = 4 * bool(stands["inside"]) + 3 * stands["cued"] + 3 * stands["governed"] + stands["around"]
    return near + 9 * stands["target"] + stands["weight"] + (stands["gap"] < log1p(_FAR))


class _Scene:
    """A statement with the sentences that it stands in and after."""

    def __init__(self, text: str, statement: Statement) -> None:
        self.text = text
        self.statement = s = statement
        self.whole = whole = envelope((*s.source, *s.cue, *s.content))
        self.sentence = _sentence(text, whole.start, whole.end)
        last = max(0, self.sentence.start - 2)
        self.previous = range(_sentence(text, last, last).start, self.sentence.start)
        self.paragraph = range(text.rfind("\n", 0, whole.start) + 1, whole.start)
        start = s.content[0].start
        self.governed = range(s.cue[0].start if s.cue else start, start)

    def stands(self, found: Sequence[Mention]) -> dict[str, float]:
        """How the nearby mentions of one actor stand."""
        s = self.statement
        inside = [m for m in found if _within(m, s.content)]
        cued = [m for m in found if _within(m, s.cue)]
        around = [m for m in found if m.span.start in self.sentence]
        before = [m for m in found if m.span.start < self.whole.start]
        gap = max(0, self.whole.start - before[-1].span.end) if before else _HORIZON
        return {
            "inside": len(inside),
            "cued": bool(cued),
            "sourced": any(_within(m, s.source) for m in found),
            "governed": any(m.span.start in self.governed for m in found),
            "around": bool(around) and not inside,
            "previous": any(m.span.start in self.previous for m in found),
            "paragraph": any(m.span.start in self.paragraph for m in found),
            "named": any(m.name[:1].isupper() for m in inside),
            "gap": log1p(min(gap, _HORIZON)),
            "within": (inside[0].span.start - s.content[0].start) / 100 if inside else -1,
        }


class _Company:
    """Who speaks and is spoken of in the statements of a document; `told` are the actors in each one's content."""

    def __init__(self, statements: Sequence[Statement], told: Sequence[Sequence[str]]) -> None:
        self._statements = statements
        self._told = told
        self._speakers = [_id(s.speaker) for s in statements]
        self._speaks = Counter(self._speakers)
        self._aimed = Counter(_id(ref) for s in statements for ref in s.targets)
        self._aims = Counter((_id(s.speaker), _id(ref)) for s in statements for ref in s.targets)
        self._tells = Counter((who, a) for who, actors in zip(self._speakers, told, strict=True) for a in actors)

    def around(self, at: int, actor: str) -> dict[str, float]:
        """How one actor stands in the statements before and after, and in all but this one."""
        speaker, here = self._speakers[at], actor in self._told[at]
        targets = [ref.id for ref in self._statements[at].targets]
        stands: dict[str, float] = {
            "target": actor in targets,
            "first target": targets[:1] == [actor],
            "speaker": speaker == actor,
            "aimed at": self._aimed[actor] - (actor in targets),
            "speaks": self._speaks[actor],
            "aimed at by speaker": self._aims[speaker, actor] - (actor in targets),
            "told by speaker": self._tells[speaker, actor] - here,
        }
        for step in (*range(-_BACK, 0), 1):
            there = at + step
            is_there = 0 <= there < len(self._statements)
            stands[f"speaker {step}"] = is_there and self._speakers[there] == actor
            stands[f"target {step}"] = is_there and any(r.id == actor for r in self._statements[there].targets)
            stands[f"told {step}"] = is_there and actor in self._told[there]
        return stands


def _id(ref: Ref | None) -> str:
    return ref.id or "" if ref else ""


def _within(mention: Mention, spans: Spans) -> bool:
    return any(span.contains(mention.span) for span in spans)


def _sentence(text: str, start: int, end: int) -> range:
    """The characters from `start` to `end` and around them up to the nearest full stops and line ends."""
    first = max(text.rfind(mark, 0, start) for mark in _ENDS) + 1
    ends = [at for mark in _ENDS if (at := text.find(mark, end)) >= 0]
    return range(first, min(ends, default=len(text)))
