"""Matters whole, with all that hangs on them, and what they are part of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, and_, func, select

from answerable import model
from answerable.errors import NotFoundError
from answerable.store import schema
from answerable.store.database import Store
from answerable.store.queries._rows import batches, by_id


def matters(store: Store, *, inquiry: str | None = None, ids: Sequence[str] | None = None) -> tuple[model.Matter, ...]:
    """The matters of the record in their order, all or those of one inquiry; or those with `ids`, in their order."""
    if ids is not None:
        with store.reading() as connection:
            return _matters(connection, ids)
    query = select(schema.matters.c.id).order_by(schema.matters.c.seq)
    if inquiry is not None:
        query = query.where(schema.matters.c.inquiry == inquiry)
    with store.reading() as connection:
        return _matters(connection, connection.scalars(query).all())


def matter(store: Store, id: str) -> model.Matter:
    """The matter with this id."""
    with store.reading() as connection:
        for found in _matters(connection, [id]):
            return found
    raise NotFoundError(f"no matter {id}")


def inquiry_of(store: Store, matters: Iterable[str]) -> dict[str, str]:
    """For ids of matters: the id of the record's inquiry, where they belong to one."""
    m = schema.matters.c
    found: dict[str, str] = {}
    with store.reading() as connection:
        for some in batches(list(matters)):
            query = select(m.id, m.inquiry).where(m.id.in_(some), m.inquiry.is_not(None))
            found |= {row.id: row.inquiry for row in connection.execute(query)}
    return found


def matters_with(store: Store, entries: Iterable[str]) -> dict[str, str]:
    """For ids of entries: a matter that they hang on, or are the ask of. A count, which hangs on many, has none."""
    m, e = schema.matters.c, schema.matter_entries.c
    hung: dict[str, str] = {}
    asked: dict[str, str] = {}
    with store.reading() as connection:
        for some in batches(list(entries)):
            hanging = select(e.entry, e.matter).where(e.entry.in_(some), e.role != "counts")
            hung |= dict(connection.execute(hanging).all())
            asked |= dict(connection.execute(select(m.ask, m.id).where(m.ask.in_(some))).all())
    return hung | asked


def statuses(store: Store) -> dict[str, tuple[int, dict[model.Status, int]]]:
    """For each inquiry: how many recommendations it made, and of how many the latest claim says which status."""
    m, e, p = schema.matters.c, schema.matter_entries.c, schema.progress.c
    recommended = and_(m.inquiry.is_not(None), m.kind == model.AskKind.RECOMMENDATION)
    totals = select(m.inquiry, func.count().label("held")).where(recommended).group_by(m.inquiry)
    claims = (
        select(m.inquiry, m.id, p.status)
        .join(schema.matter_entries, e.matter == m.id)
        .join(schema.progress, p.id == e.entry)
        .where(recommended, e.role == "progress")
        .order_by(p.as_of_start, p.seq)
    )
    with store.reading() as connection:
        counted = {row.inquiry: row.held for row in connection.execute(totals)}
        latest = {(row.inquiry, row.id): model.Status(row.status) for row in connection.execute(claims)}
    told: dict[str, tuple[int, dict[model.Status, int]]] = {inquiry: (n, {}) for inquiry, n in counted.items()}
    for (inquiry, _), status in latest.items():
        held = told[inquiry][1]
        held[status] = held.get(status, 0) + 1
    return told


def _matters(connection: Connection, ids: Sequence[str]) -> tuple[model.Matter, ...]:
    m, e = schema.matters.c, schema.matter_entries.c
    asks: dict[str, str] = {}
    held_by: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for some in batches(ids):
        asks.update((id, ask) for id, ask in connection.execute(select(m.id, m.ask).where(m.id.in_(some))))
        query = select(e.matter, e.role, e.entry).where(e.matter.in_(some)).order_by(e.seq)
        for matter, role, entry in connection.execute(query):
            held_by[matter][role].append(entry)
    roles = {name: schema.ENTRIES[name] for name in ("responses", "commitments", "progress", "counts")}
    roles |= {"repeats": schema.ENTRIES["asks"], "links": (schema.links, model.Link)}
    held: dict[str, dict[str, Any]] = {
        role: by_id(connection, table, kind, [id for matter in held_by.values() for id in matter[role]])
        for role, (table, kind) in roles.items()
    }
    firsts = by_id(connection, schema.asks, model.Ask, list(asks.values()))
    return tuple(
        model.Matter(
            id,
            firsts[asks[id]],
            **{r: tuple(held[r][entry] for entry in held_by[id][r] if entry in held[r]) for r in roles},
        )
        for id in ids
        if asks.get(id) in firsts  # between a rebuild and the record made of it, an ask may be gone
    )
