"""People and bodies, those who say most first."""

from __future__ import annotations

from dataclasses import dataclass

from answerable.errors import NotFoundError
from answerable.model import ActorKind
from answerable.store import Store
from answerable.store.queries import ListedActor, count_actors, list_actors

SIZE = 50


@dataclass(frozen=True, slots=True)
class ActorsPage:
    """The people and bodies of the record.

    title: heading of the page
    named: the letters that names must have
    kind: the kind that is shown, empty for all
    total: how many there are
    number: which page of the list this is, from 1
    last: number of the last page
    actors: those of this page, with how many statements are by and about each
    """

    title: str
    named: str
    kind: ActorKind | None
    total: int
    number: int
    last: int
    actors: tuple[ListedActor, ...]


def actors_page(store: Store, named: str = "", kind: ActorKind | None = None, number: int = 1) -> ActorsPage:
    """Page `number` of the list. Raises NotFoundError beyond the last."""
    total = count_actors(store, named=named, kind=kind)
    last = max(1, -(-total // SIZE))
    if not 1 <= number <= last:
        raise NotFoundError(f"the list has {last} pages")
    listed = list_actors(store, named=named, kind=kind, limit=SIZE, offset=(number - 1) * SIZE)
    return ActorsPage("People and bodies", named, kind, total, number, last, listed)
