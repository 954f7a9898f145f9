"""The record that is made of all documents: actors, inquiries, links and matters."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from answerable import model
from answerable.store import schema
from answerable.store.database import Store
from answerable.store.mapping import row
from answerable.store.writes._rows import refill
from answerable.store.writes_standings import Summed, insert_summed


def replace_links(store: Store, links: Sequence[model.Link]) -> None:
    """Puts the program's proposals in the place of the earlier ones."""
    with store.writing() as connection:
        refill(connection, schema.links, [row(link) for link in links])


def replace_matters(
    store: Store,
    matters: Sequence[model.Matter],
    inquiry_of: Mapping[str, str] | None = None,
    summed: Iterable[Summed] = (),
) -> None:
    """Puts the threads of the record in the place of the earlier ones.

    `inquiry_of` gives the inquiry of a matter; `summed` is by what lists of them are narrowed.
    """
    inquiry_of = inquiry_of or {}
    heads = [
        {
            "id": matter.id,
            "ask": matter.ask.id,
            "inquiry": inquiry_of.get(matter.id),
            "kind": matter.ask.kind.value,
            "number": matter.ask.number,
            "text": matter.ask.text,
        }
        for matter in matters
    ]
    roles = ("responses", "commitments", "progress", "counts", "repeats", "links")
    entries = [
        {"matter": matter.id, "role": role, "entry": entry.id}
        for matter in matters
        for role in roles
        for entry in getattr(matter, role)
    ]
    with store.writing() as connection:
        refill(connection, schema.matters, heads)
        refill(connection, schema.matter_entries, entries)
        refill(connection, schema.standings, [])
        refill(connection, schema.matter_values, [])
        insert_summed(connection, summed)


def replace_actors(
    store: Store,
    actors: Mapping[model.Actor, Sequence[tuple[str, float, str]]],
    proposals: Iterable[tuple[str, str, float, str]] = (),
) -> None:
    """Puts the actors of the record in the place of the earlier ones.

    For each its members: id of an actor in a document, score and reason of the joining. `proposals` are pairs of
    actors of the record that may be one, with score and reason.
    """
    pairs = [dict(zip(("first", "second", "score", "reason"), pair, strict=True)) for pair in proposals]
    members = [
        {"record_actor": actor.id, "actor": member, "score": score, "reason": reason}
        for actor, joined in actors.items()
        for member, score, reason in joined
    ]
    with store.writing() as connection:
        refill(connection, schema.record_actors, [row(actor) for actor in actors])
        refill(connection, schema.actor_members, members)
        refill(connection, schema.merge_proposals, pairs)


def replace_inquiries(store: Store, inquiries: Mapping[model.Inquiry, Sequence[str]]) -> None:
    """Puts the inquiries of the record in the place of the earlier ones; for each the ids of those in documents."""
    members = [{"record_inquiry": i.id, "inquiry": member} for i, joined in inquiries.items() for member in joined]
    with store.writing() as connection:
        refill(connection, schema.record_inquiries, [row(i, without=("events", "mentions")) for i in inquiries])
        refill(connection, schema.inquiry_members, members)
