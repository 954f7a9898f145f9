"""The asks that a record follows: each once, with the other tellings of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from answerable.model import Ask, Link, LinkKind
from answerable.record.register import Register, day_of
from answerable.text import Span


class Threads:
    """The asks of a register, those that links of kind SAME_AS say are one as one."""

    def __init__(self, register: Register, links: Iterable[Link]) -> None:
        self._register = register
        self._first: dict[str, Ask] = {}  # under the id of each ask that tells it again
        heads: set[str] = set()  # no chains: what others tell again tells nothing again itself
        for link in links:
            told, first = register.canonical(link.subject), register.canonical(link.object)
            if link.kind is not LinkKind.SAME_AS or told is None or first is None:
                continue
            if told.id != first.id and first.id not in self._first and told.id not in heads:
                self._first[told.id] = first
                heads.add(first.id)
        self._told: dict[str, list[Ask]] = defaultdict(list)
        for told in sorted((ask for _, ask in register if ask.id in self._first), key=_in_time):
            self._told[self._first[told.id].id].append(told)

    def __iter__(self) -> Iterator[tuple[str, Ask]]:
        """Every ask once, with its key, in order of key."""
        yield from ((key, ask) for key, ask in self._register if ask.id not in self._first)

    def canonical(self, ask: str) -> Ask | None:
        """The ask that stands for the one with this id, or None if there is none."""
        found = self._register.canonical(ask)
        return self._first.get(found.id, found) if found else None

    def told(self, ask: Ask) -> tuple[Ask, ...]:
        """The other tellings of an ask, in order of day."""
        return tuple(self._told.get(ask.id, ()))


def _in_time(ask: Ask) -> tuple[date, str, Span]:
    return day_of(ask.date) or date.max, ask.document, ask.span
