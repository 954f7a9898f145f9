"""How matters stand by all that was said of them, for the store to narrow and count lists by."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from answerable.model import Matter
from answerable.record import due_on, is_settled, last_said
from answerable.store import Store, queries
from answerable.store.queries import Head, heads
from answerable.store.writes_standings import Summed

BATCH = 400
"""Matters whose documents and actors are looked up at a time."""


def summed(store: Store, matters: Sequence[Matter], inquiry_of: Mapping[str, str]) -> tuple[Summed, ...]:
    """Matters as lists know them.

    The actors of the record must be stored already; `inquiry_of` gives the id of the inquiry of a matter.
    """
    found: list[Summed] = []
    for at in range(0, len(matters), BATCH):
        some = matters[at : at + BATCH]
        refs = {ref.id for m in some for ref in (m.ask.by, *m.ask.addressees) if ref and ref.id}
        joined, known = queries.actor_of(store, refs), heads(store, (m.ask.document for m in some))
        found += (_summed(m, known.get(m.ask.document), joined, inquiry_of.get(m.id)) for m in some)
    return tuple(found)


def _summed(matter: Matter, head: Head | None, joined: Mapping[str, str], inquiry: str | None) -> Summed:
    asked = matter.ask.date
    return Summed(
        matter=matter.id,
        day=(asked.start or asked.end if asked else None) or (head.published if head else None),
        due=due_on(matter, date.max),
        settled=is_settled(matter, date.max),
        said=last_said(matter),
        values=tuple(dict.fromkeys(_values(matter, head, joined, inquiry))),
    )


def _values(
    matter: Matter, head: Head | None, joined: Mapping[str, str], inquiry: str | None
) -> Iterator[tuple[str, str]]:
    """(field of Narrowed, value) pairs of a matter, some more than once."""
    ask = matter.ask
    yield "kind", ask.kind.value
    if inquiry:
        yield "inquiry", inquiry
    named = (("speaker", ask.by), *(("addressee", ref) for ref in ask.addressees))
    yield from ((field, joined[ref.id]) for field, ref in named if ref and ref.id and ref.id in joined)
    yield from (("disposition", r.disposition.value) for r in matter.responses)
    yield from (("status", p.status.value) for p in matter.progress)
    if head:
        yield "medium", head.medium.value
        if head.publisher:
            yield "publisher", head.publisher
