"""In whose company an actor is named: the other actors of its document, and how telling each of them is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from math import log

from answerable.model import Actor, ActorKind, Extraction
from answerable.record.kinship import body_key, person_key

_NAMED = frozenset({ActorKind.PERSON, ActorKind.ORGANISATION})


@dataclass(frozen=True, slots=True)
class Seen:
    """An actor as one document shows it: with its day, its publisher, and the keys of the others named there."""

    actor: Actor
    document: str
    day: date | None
    publisher: str | None
    company: frozenset[str]

    @property
    def registered(self) -> str | None:
        """Its id in the registry, if it has one."""
        return next((value for scheme, value in self.actor.identifiers if scheme == "person"), None)


class Company:
    """Every actor of many documents, and in how many documents each name stands."""

    def __init__(self, all: tuple[Seen, ...], documents: int) -> None:
        self.all = all
        self._by_id = {s.actor.id: s for s in all}
        self._documents = documents
        self._frequency = Counter(key for s in {s.document: s for s in all}.values() for key in s.company)
        self._bearers: dict[str, set[str]] = {}
        for s in all:
            if s.actor.kind is ActorKind.PERSON and len(key := person_key(s.actor.name)) > 1:
                self._bearers.setdefault(key[-1], set()).add(key[0])

    @classmethod
    def of(cls, extractions: Iterable[Extraction]) -> Company:
        """The company that the documents of `extractions` show."""
        seen: list[Seen] = []
        documents = 0
        for e in extractions:
            documents += 1
            named = frozenset(_name_key(a) for a in e.actors if a.kind in _NAMED and a.name[:1].isupper())
            seen += [Seen(a, e.document, e.source.published, e.source.publisher, named) for a in e.actors]
        return cls(tuple({s.actor.id: s for s in seen}.values()), documents)

    def __getitem__(self, id: str) -> Seen:
        return self._by_id[id]

    def order(self, id: str) -> tuple[date, str]:
        """What members of one actor are ordered by: the day, then the id."""
        return self._by_id[id].day or date.max, id

    def shared(self, one: Seen, other: Seen) -> float:
        """How much company two actors share: each other name counts the more, the fewer documents name it."""
        own = {_name_key(one.actor), _name_key(other.actor)}
        return sum(log((1 + self._documents) / self._frequency[key]) for key in (one.company & other.company) - own)

    def bearers(self, surname: str) -> int:
        """How many given names go with a surname in all documents."""
        return len(self._bearers.get(surname, ()))


def _name_key(actor: Actor) -> str:
    return " ".join(person_key(actor.name)) if actor.kind is ActorKind.PERSON else body_key(actor.name)
