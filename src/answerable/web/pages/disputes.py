"""Claim and counter-claim side by side, all of the record or one of them. The record takes no side."""

from __future__ import annotations

from dataclasses import dataclass

from answerable.errors import NotFoundError
from answerable.model import LinkKind, Ref
from answerable.store import Store, queries
from answerable.store.queries import count_disputes, dispute, disputes_of, list_disputes, matters_with
from answerable.text import on_one_line, shortened
from answerable.web.pages.sides import Pair, pairs, speaker_of

SIZE = 25


@dataclass(frozen=True, slots=True)
class DisputesPage:
    """Every dispute, the latest first.

    title: heading of the page
    total: how many there are
    number: which page of the list this is, from 1
    last: number of the last page
    disputes: those of this page: claim and counter-claim
    """

    title: str
    total: int
    number: int
    last: int
    disputes: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class DisputePage:
    """One dispute.

    title: who is on either side
    id: the dispute's id: that of the link between the two
    pair: claim and counter-claim, and why they are set side by side
    matters: what was asked for that they speak of; the name is the beginning of the ask
    others: other disputes that one of the two is a side of
    """

    title: str
    id: str
    pair: Pair
    matters: tuple[Ref, ...]
    others: tuple[Pair, ...]


def disputes_page(store: Store, number: int = 1) -> DisputesPage:
    """Page `number` of the list. Raises NotFoundError beyond the last."""
    total = count_disputes(store)
    last = max(1, -(-total // SIZE))
    if not 1 <= number <= last:
        raise NotFoundError(f"the list has {last} pages")
    listed = list_disputes(store, limit=SIZE, offset=(number - 1) * SIZE)
    return DisputesPage("Claim and counter-claim", total, number, last, pairs(store, listed))


def dispute_page(store: Store, id: str) -> DisputePage:
    """The page of a dispute. Raises NotFoundError where there is none."""
    link = dispute(store, id)
    ends = (link.subject, link.object)
    around = pairs(store, (link, *(k for k in disputes_of(store, ends) if k.id != id)))
    if not around or around[0].id != id:
        raise NotFoundError(f"no dispute {id}")
    pair, *others = around
    title = "{} said, {} replied" if link.kind is LinkKind.REPLIES_TO else "{} and {} differ"
    return DisputePage(
        title=title.format(speaker_of(pair.claim), speaker_of(pair.counter)),
        id=id,
        pair=pair,
        matters=_matters(store, ends),
        others=tuple(others),
    )


def _matters(store: Store, entries: tuple[str, str]) -> tuple[Ref, ...]:
    """The matters that the two speak of."""
    ids = tuple(dict.fromkeys(matters_with(store, entries).values()))
    return tuple(Ref(m.id, _short(m.ask.number, m.ask.text)) for m in queries.matters(store, ids=ids))


def _short(number: str | None, text: str) -> str:
    shown = shortened(on_one_line(text), 90)
    return f"Recommendation {number}: {shown}" if number else shown
