"""Things that are one, gathered pair by pair: a union-find that keeps apart what must not be one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping


class Clusters:
    """Disjoint sets of ids. `marks` may give an id a mark: sets of different marks are never joined, except by hand.

    `apart` are pairs that people hold apart: no set ever holds both.
    """

    def __init__(self, ids: Iterable[str], marks: Mapping[str, str | None], apart: Iterable[frozenset[str]]) -> None:
        self._head = {id: id for id in ids}
        self._sets: dict[str, list[str]] = {id: [id] for id in self._head}
        self._marks: dict[str, set[str]] = {id: {m} if (m := marks.get(id)) else set() for id in self._head}
        self._why: dict[str, tuple[float, str]] = {}
        self._foes: dict[str, set[str]] = defaultdict(set)
        for pair in apart:
            for id in pair:
                self._foes[id] |= pair - {id}

    def head(self, id: str) -> str:
        """The id that stands for the set of `id`."""
        while self._head[id] != id:
            self._head[id] = self._head[self._head[id]]
            id = self._head[id]
        return id

    def barred(self, one: str, other: str) -> bool:
        """Whether people hold the sets of two ids apart, or their marks do."""
        a, b = self.head(one), self.head(other)
        return self._apart(a, b) or self._differ(a, b)

    def _apart(self, a: str, b: str) -> bool:
        return any(self.head(foe) == b for id in self._sets[a] for foe in self._foes.get(id, ()) if foe in self._head)

    def _differ(self, a: str, b: str) -> bool:
        return bool(self._marks[a] and self._marks[b] and self._marks[a] != self._marks[b])

    def join(self, one: str, other: str, score: float, reason: str, *, by_hand: bool = False) -> bool:
        """Makes two sets one, unless they are barred; whether it did. Ids that are not there are passed over."""
        if one not in self._head or other not in self._head:
            return False
        a, b = self.head(one), self.head(other)
        if a == b or self._apart(a, b) or (self._differ(a, b) and not by_hand):
            return False
        small, large = sorted((a, b), key=lambda id: (len(self._sets[id]), id))
        self._head[small] = large
        self._sets[large] += self._sets.pop(small)
        self._marks[large] |= self._marks.pop(small)
        for id in (one, other):
            self._why.setdefault(id, (score, reason))
        return True

    def groups(self) -> Iterator[tuple[tuple[str, float, str], ...]]:
        """Every set: its ids, each with score and reason by which it came in; 1 and "" for one that is alone."""
        for ids in self._sets.values():
            yield tuple((id, *self._why.get(id, (1.0, ""))) for id in ids)
