"""Links between entries, and claims set against claims: which contradict or reply to which."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import ColumnElement, Select, func, select, union

from answerable import model
from answerable.errors import NotFoundError
from answerable.store import schema
from answerable.store.database import Store
from answerable.store.queries._rows import members, read, read_among

DISPUTING = (model.LinkKind.CONTRADICTS, model.LinkKind.REPLIES_TO)


def links(store: Store, entry: str) -> tuple[model.Link, ...]:
    """The program's proposals from and to an entry."""
    k = schema.links.c
    return read(
        store, select(schema.links).where((k.subject == entry) | (k.object == entry)).order_by(k.seq), model.Link
    )


def links_of(store: Store, entries: Iterable[str]) -> tuple[model.Link, ...]:
    """The program's proposals from and to some entries."""
    k = schema.links.c
    return read_among(store, (k.subject, k.object), entries, model.Link)


def dispute(store: Store, id: str) -> model.Link:
    """The link by which one claim is set against another. Raises NotFoundError where there is none, or none left."""
    for found in read(store, _links(schema.links.c.id == id), model.Link):
        return found
    raise NotFoundError(f"no dispute {id}")


def known_disputes(store: Store, ids: Sequence[str]) -> frozenset[str]:
    """Those of `ids` that are disputes of the record."""
    return frozenset(link.id for link in read_among(store, (schema.links.c.id,), ids, model.Link, *_disputed()))


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
    return read(store, query.limit(limit).offset(offset), model.Link)


def disputes_of(store: Store, entries: Iterable[str]) -> tuple[model.Link, ...]:
    """The disputes that some entries are a side of."""
    k = schema.links.c
    return read_among(store, (k.subject, k.object), entries, model.Link, *_disputed())


def disputes_of_actor(store: Store, actor: str, *, limit: int = 10) -> tuple[model.Link, ...]:
    """The disputes that an actor of the record is a side of, the surest first."""
    s, p, c, k = schema.statements.c, schema.progress.c, schema.counts.c, schema.links.c
    joined = members(actor)
    own = union(
        select(s.id).where(s.speaker_id.in_(joined)),
        select(p.id).where(p.by_id.in_(joined)),
        select(c.id).where(c.by_id.in_(joined)),
    ).subquery()
    mine = select(own.c.id)
    query = _links(k.subject.in_(mine) | k.object.in_(mine)).order_by(k.score.desc(), k.seq)
    return read(store, query.limit(limit), model.Link)


def _links(*where: ColumnElement[bool]) -> Select[tuple[object, ...]]:
    """The links that are disputes and that nobody rejected."""
    return select(schema.links).where(*_disputed(), *where)


def _disputed() -> tuple[ColumnElement[bool], ...]:
    k = schema.links.c
    return k.kind.in_(DISPUTING), k.id.not_in(select(schema.rejected.c.entry))
