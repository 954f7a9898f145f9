"""Claims set against claims: which entries contradict or reply to which, and the entries themselves."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import ColumnElement, Select, func, select, union

from answerable import model
from answerable.errors import NotFoundError
from answerable.store import schema
from answerable.store.database import Store
from answerable.store.mapping import noun
from answerable.store.queries import ENTRIES, Entry

DISPUTING = (model.LinkKind.CONTRADICTS, model.LinkKind.REPLIES_TO)


def dispute(store: Store, id: str) -> model.Link:
    """The link by which one claim is set against another. Raises NotFoundError where there is none, or none left."""
    for found in _read(store, _links(schema.links.c.id == id)):
        return found
    raise NotFoundError(f"no dispute {id}")


def known_disputes(store: Store, ids: Sequence[str]) -> frozenset[str]:
    """Those of `ids` that are disputes of the record."""
    return frozenset(link.id for link in _read(store, _links(schema.links.c.id.in_(ids)))) if ids else frozenset()


def count_disputes(store: Store) -> int:
    """How many there are."""
    with store.reading() as connection:
        return connection.scalar(select(func.count()).select_from(_links().subquery())) or 0


def list_disputes(store: Store, *, limit: int = 25, offset: int = 0) -> tuple[model.Link, ...]:
    """The disputes of the record, those whose counter-claim is latest first."""
    s, p, c, k = schema.statements.c, schema.progress.c, schema.counts.c, schema.links.c
    day = func.coalesce(s.day, p.as_of_start, c.as_of_start)
    query = (
        _links()
        .outerjoin(schema.statements, s.id == k.subject)
        .outerjoin(schema.progress, p.id == k.subject)
        .outerjoin(schema.counts, c.id == k.subject)
        .order_by(day.desc().nulls_last(), k.seq)
    )
    return _read(store, query.limit(limit).offset(offset))


def disputes_of(store: Store, entries: Iterable[str]) -> tuple[model.Link, ...]:
    """The disputes that some entries are a side of."""
    k, listed = schema.links.c, list(entries)
    return _read(store, _links(k.subject.in_(listed) | k.object.in_(listed)).order_by(k.seq))


def disputes_of_actor(store: Store, actor: str, *, limit: int = 10) -> tuple[model.Link, ...]:
    """The disputes that an actor of the record is a side of, the surest first."""
    m, k = schema.actor_members.c, schema.links.c
    members = select(m.actor).where(m.record_actor == actor)
    s, p, c = schema.statements.c, schema.progress.c, schema.counts.c
    own = union(
        select(s.id).where(s.speaker_id.in_(members)),
        select(p.id).where(p.by_id.in_(members)),
        select(c.id).where(c.by_id.in_(members)),
    ).subquery()
    mine = select(own.c.id)
    return _read(store, _links(k.subject.in_(mine) | k.object.in_(mine)).order_by(k.score.desc(), k.seq).limit(limit))


def entries_of(store: Store, ids: Iterable[str]) -> dict[str, Entry]:
    """Statements, asks, responses, commitments, claims and counts by id; ids that are not there are left out."""
    listed = sorted(set(ids))
    found: dict[str, Entry] = {}
    with store.reading() as connection:
        for table, kind in ENTRIES.values():
            for row in connection.execute(select(table).where(table.c.id.in_(listed))).mappings():
                found[row["id"]] = noun(kind, row)
    return found


def _links(*where: ColumnElement[bool]) -> Select[tuple[object, ...]]:
    """The links that are disputes and that nobody rejected."""
    t, gone = schema.links, select(schema.rejected.c.entry)
    return select(t).where(t.c.kind.in_(DISPUTING), t.c.id.not_in(gone), *where)


def _read(store: Store, query: Select[tuple[object, ...]]) -> tuple[model.Link, ...]:
    with store.reading() as connection:
        return tuple(noun(model.Link, row) for row in connection.execute(query).mappings())
