"""Everything that was asked for: recommendations, calls and requests, each in a row."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from answerable.errors import NotFoundError
from answerable.model import AskKind, Ref
from answerable.store import Store, queries
from answerable.store.queries_matters import Narrowed, count_matters, matter_ids
from answerable.web.pages.asked import Asked, asked

SIZE = 25


@dataclass(frozen=True, slots=True)
class MattersPage:
    """What was asked for, those of inquiries first.

    title: heading of the page
    words: words that must stand in the ask
    kind: the kind that is shown, empty for all
    addressee: whom the asks are put to, empty for all
    total: how many there are
    number: which page of the list this is, from 1
    last: number of the last page
    matters: those of this page
    """

    title: str
    words: str
    kind: AskKind | None
    addressee: Ref | None
    total: int
    number: int
    last: int
    matters: tuple[Asked, ...]


def matters_page(store: Store, wanted: Narrowed, today: date, number: int = 1) -> MattersPage:
    """Page `number` of the list. Raises NotFoundError beyond the last, or where there is no such addressee."""
    total = count_matters(store, wanted)
    last = max(1, -(-total // SIZE))
    if not 1 <= number <= last:
        raise NotFoundError(f"the list has {last} pages")
    ids = matter_ids(store, wanted, limit=SIZE, offset=(number - 1) * SIZE)
    addressee = Ref(wanted.addressee, queries.actor(store, wanted.addressee).name) if wanted.addressee else None
    return MattersPage(
        "What was asked for",
        wanted.words,
        wanted.kind,
        addressee,
        total,
        number,
        last,
        asked(store, queries.matters(store, ids=ids), today),
    )
