"""Matters, whole or in lists: one row each, without all that hangs on them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Table, and_, func, select

from answerable import model
from answerable.errors import NotFoundError
from answerable.store import schema
from answerable.store.database import Store
from answerable.store.facets import FACET_VALUES, Facet
from answerable.store.queries._rows import batches, by_id


@dataclass(frozen=True, slots=True)
class Narrowed:
    """Which matters to list: `inquiry` and `addressee` are ids of the record; `words` must all stand in the ask.

    `disposition` and `status` are what some answer, or some claim, says; `among` are the ids to choose from.
    """

    words: str = ""
    kind: model.AskKind | None = None
    inquiry: str | None = None
    addressee: str | None = None
    disposition: model.Disposition | None = None
    status: model.Status | None = None
    among: tuple[str, ...] | None = None


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


def matter_ids(store: Store, wanted: Narrowed, *, limit: int = 50, offset: int = 0) -> tuple[str, ...]:
    """Ids of matters, those of inquiries first, in the order of the record."""
    m = schema.matters.c
    query = select(m.id).where(*_where(wanted)).order_by(m.inquiry.is_(None), m.inquiry, m.seq)
    with store.reading() as connection:
        return tuple(connection.scalars(query.limit(limit).offset(offset)))


def count_matters(store: Store, wanted: Narrowed) -> int:
    """How many there are."""
    with store.reading() as connection:
        return connection.scalar(select(func.count()).select_from(schema.matters).where(*_where(wanted))) or 0


def inquiry_of(store: Store, matters: Iterable[str]) -> dict[str, str]:
    """For ids of matters: the id of the record's inquiry, where they belong to one."""
    m = schema.matters.c
    with store.reading() as connection:
        query = select(m.id, m.inquiry).where(m.id.in_(list(matters)), m.inquiry.is_not(None))
        return {row.id: row.inquiry for row in connection.execute(query)}


def matters_with(store: Store, entries: Iterable[str]) -> dict[str, str]:
    """For ids of entries: a matter that they hang on, or that they are the ask of."""
    listed = list(entries)
    m, e = schema.matters.c, schema.matter_entries.c
    with store.reading() as connection:
        hung = connection.execute(select(e.entry, e.matter).where(e.entry.in_(listed)))
        found: dict[str, str] = {row.entry: row.matter for row in hung}
        asked = connection.execute(select(m.ask, m.id).where(m.ask.in_(listed)))
        return found | {row.ask: row.id for row in asked}


def _where(wanted: Narrowed) -> list[ColumnElement[bool]]:
    m, aimed, members = schema.matters.c, schema.ask_addressees.c, schema.actor_members.c
    where: list[ColumnElement[bool]] = [m.text.icontains(word, autoescape=True) for word in wanted.words.split()]
    if wanted.kind:
        where.append(m.kind == wanted.kind)
    if wanted.inquiry:
        where.append(m.inquiry == wanted.inquiry)
    if wanted.addressee:
        named = select(members.actor).where(members.record_actor == wanted.addressee)
        where.append(m.ask.in_(select(aimed.ask).where(aimed.actor.in_(named))))
    if wanted.disposition:
        where.append(m.id.in_(_hung(schema.responses, schema.responses.c.disposition == wanted.disposition)))
    if wanted.status:
        where.append(m.id.in_(_hung(schema.progress, schema.progress.c.status == wanted.status)))
    if wanted.among is not None:
        where.append(m.id.in_(wanted.among))
    return where


def _hung(table: Table, holds: ColumnElement[bool]) -> Select[tuple[str]]:
    """Ids of the matters on which an entry of a table hangs that holds something."""
    e = schema.matter_entries.c
    return select(e.matter).join(table, table.c.id == e.entry).where(e.role == table.name, holds)


def matter_facets(store: Store, wanted: Narrowed) -> dict[str, tuple[Facet, ...]]:
    """How many of the matters that match are of which kind and inquiry, and have which dispositions and statuses."""
    m, e, i = schema.matters, schema.matter_entries.c, schema.record_inquiries.c
    r, p, n = schema.responses.c, schema.progress.c, func.count(m.c.id.distinct())
    hung = m.join(schema.matter_entries, e.matter == m.c.id)
    counts = {
        "kind": select(m.c.kind, m.c.kind, n).group_by(m.c.kind),
        "inquiry": select(i.id, i.name, n)
        .select_from(m.join(schema.record_inquiries, i.id == m.c.inquiry))
        .group_by(i.id),
        "disposition": select(r.disposition, r.disposition, n)
        .select_from(hung.join(schema.responses, r.id == e.entry))
        .group_by(r.disposition),
        "status": select(p.status, p.status, n)
        .select_from(hung.join(schema.progress, p.id == e.entry))
        .group_by(p.status),
    }
    where = _where(wanted)
    with store.reading() as connection:
        return {
            field: tuple(
                Facet(value, name, count)
                for value, name, count in connection.execute(query.where(*where).order_by(n.desc()).limit(FACET_VALUES))
            )
            for field, query in counts.items()
        }


def matters_due(store: Store, since: date, until: date, *, limit: int = 40) -> tuple[str, ...]:
    """Ids of matters with a promise whose last day lies in these days, the latest of them first."""
    c, e = schema.commitments.c, schema.matter_entries.c
    query = (
        select(e.matter, func.max(c.due_end))
        .join(schema.commitments, c.id == e.entry)
        .where(c.due_end >= since, c.due_end <= until)
        .group_by(e.matter)
        .order_by(func.max(c.due_end).desc(), e.matter)
    )
    with store.reading() as connection:
        return tuple(row.matter for row in connection.execute(query.limit(limit)))


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
        model.Matter(id, firsts[asks[id]], **{r: tuple(held[r][entry] for entry in held_by[id][r]) for r in roles})
        for id in ids
        if id in asks
    )
