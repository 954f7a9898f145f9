"""People and bodies, those who say most first."""

from __future__ import annotations

from dataclasses import dataclass

from answerable.errors import NotFoundError
from answerable.model import Actor, ActorKind, Post
from answerable.store import Store
from answerable.store.queries import ListedActor, actors_of, kinds_of_actors, list_actors

SIZE = 50


@dataclass(frozen=True, slots=True)
class ActorRow:
    """An actor in the list: its office, the present one where known, how often it speaks and is spoken of."""

    id: str
    name: str
    kind: ActorKind
    office: Post | None
    said: int
    said_of: int


@dataclass(frozen=True, slots=True)
class KindOfActor:
    """A kind and how many actors with the wanted letters in their names are of it."""

    kind: ActorKind
    count: int


@dataclass(frozen=True, slots=True)
class ActorsPage:
    """The people and bodies of the record.

    title: heading of the page
    named: the letters that names must have
    kind: the kind that is shown, empty for all
    kinds: the kinds to choose from
    total: how many there are
    number: which page of the list this is, from 1
    last: number of the last page
    actors: those of this page, with how many statements are by and about each
    """

    title: str
    named: str
    kind: ActorKind | None
    kinds: tuple[KindOfActor, ...]
    total: int
    number: int
    last: int
    actors: tuple[ActorRow, ...]


def actors_page(store: Store, named: str = "", kind: ActorKind | None = None, number: int = 1) -> ActorsPage:
    """Page `number` of the list. Raises NotFoundError beyond the last."""
    kinds = kinds_of_actors(store, named=named)
    total = kinds.get(kind, 0) if kind else sum(kinds.values())
    last = max(1, -(-total // SIZE))
    if not 1 <= number <= last:
        raise NotFoundError(f"the list has {last} pages")
    listed = list_actors(store, named=named, kind=kind, limit=SIZE, offset=(number - 1) * SIZE)
    known = actors_of(store, (a.id for a in listed))
    rows = tuple(_row(a, known[a.id]) for a in listed)
    told = tuple(KindOfActor(k, n) for k, n in kinds.items())
    return ActorsPage("People and bodies", named, kind, told, total, number, last, rows)


def _row(listed: ListedActor, actor: Actor) -> ActorRow:
    present = (p for p in actor.posts if p.start and not p.end)
    office = next(present, None) or next(iter(actor.posts), None)
    return ActorRow(listed.id, listed.name, listed.kind, office, listed.said, listed.said_of)
