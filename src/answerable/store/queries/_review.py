"""What people decided, what waits for a person, and who may decide."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Select, Table, func, select

from answerable import model
from answerable.store import schema
from answerable.store.database import Store
from answerable.store.queries._rows import read, read_among

LINK_BELOW = 0.8
STATEMENT_BELOW = 0.6
"""Links and statements that score lower wait for a person."""


@dataclass(frozen=True, slots=True)
class Request:
    """Somebody's request for a correction, and the reply that stays attached to it."""

    id: str
    subject: str
    name: str
    contact: str
    text: str
    made: datetime
    reply: str | None
    replied: datetime | None
    replied_by: str | None


@dataclass(frozen=True, slots=True)
class Merge:
    """Two actors of the record that may be one."""

    first: model.Ref
    second: model.Ref
    score: float
    reason: str


def judgements(store: Store, subject: str | None = None) -> tuple[model.Judgement, ...]:
    """People's decisions, the first first: all, or those on one entry, link or judgement."""
    t = schema.judgements
    query = select(t).order_by(t.c.seq)
    return read(store, query if subject is None else query.where(t.c.subject == subject), model.Judgement)


def password_of(store: Store, editor: str) -> str | None:
    """The stored password (scrypt$salt$hash) of an active editor."""
    e = schema.editors.c
    with store.reading() as connection:
        return connection.scalar(select(e.password).where(e.name == editor, e.active))


def doubtful_links(store: Store, *, limit: int = 20) -> tuple[model.Link, ...]:
    """Links that no person has judged and that score low, the lowest first."""
    t = schema.links
    query = select(t).where(t.c.score < LINK_BELOW, t.c.id.not_in(_judged())).order_by(t.c.score, t.c.seq).limit(limit)
    return read(store, query, model.Link)


def doubtful_statements(store: Store, *, limit: int = 20) -> tuple[model.Statement, ...]:
    """Statements that no person has judged and that score low, the lowest first."""
    t, d = schema.statements, schema.documents.c
    query = (
        select(t)
        .join(schema.documents, d.id == t.c.document)
        .where(d.current, t.c.score < STATEMENT_BELOW, t.c.id.not_in(_judged()))
        .order_by(t.c.score, t.c.seq)
    )
    return read(store, query.limit(limit), model.Statement)


def likely_merges(store: Store, *, limit: int = 20) -> tuple[Merge, ...]:
    """Pairs of actors of the record that may be one and that no person has judged, the likeliest first."""
    p, one, other = schema.merge_proposals.c, schema.record_actors.alias(), schema.record_actors.alias()
    query = (
        select(p.first, one.c.name, p.second, other.c.name, p.score, p.reason)
        .join(one, one.c.id == p.first)
        .join(other, other.c.id == p.second)
        .order_by(p.score.desc(), p.seq)
    )
    with store.reading() as connection:
        rows = connection.execute(query.limit(limit)).all()
    return tuple(
        Merge(model.Ref(first, a), model.Ref(second, b), score, why) for first, a, second, b, score, why in rows
    )


def links_among(store: Store, ids: Iterable[str]) -> dict[str, model.Link]:
    """Links by id; ids that are no link's are left out."""
    return {link.id: link for link in read_among(store, (schema.links.c.id,), ids, model.Link)}


def judgements_on(store: Store, subjects: Iterable[str]) -> tuple[model.Judgement, ...]:
    """People's decisions on some entries and links, the first first, with those that undo them."""
    column = schema.judgements.c.subject
    found = read_among(store, (column,), subjects, model.Judgement)
    return (*found, *read_among(store, (column,), (j.id for j in found), model.Judgement))


def decisions(store: Store, *, limit: int = 100) -> tuple[model.Judgement, ...]:
    """The latest decisions of all, the latest first."""
    t = schema.judgements
    return read(store, select(t).order_by(t.c.seq.desc()).limit(limit), model.Judgement)


def requests(store: Store, *, subject: str | None = None, open_only: bool = False) -> tuple[Request, ...]:
    """Correction requests, the first first: all, those on one entry, those without a reply."""
    r = schema.correction_requests.c
    query = select(r.id, r.subject, r.name, r.contact, r.text, r.made, r.reply, r.replied, r.replied_by).order_by(r.seq)
    if subject is not None:
        query = query.where(r.subject == subject)
    if open_only:
        query = query.where(r.reply.is_(None))
    with store.reading() as connection:
        return tuple(Request(*row) for row in connection.execute(query.limit(100)))


def waiting(store: Store) -> int:
    """How many links and statements wait for a person."""
    queues = ((schema.links, LINK_BELOW), (schema.statements, STATEMENT_BELOW))
    with store.reading() as connection:
        return sum(_waiting(connection, table, below) for table, below in queues)


def _waiting(connection: Connection, table: Table, below: float) -> int:
    """All that score lower, counted in an index, but those that a person has judged, which are few."""
    low = select(func.count()).where(table.c.score < below)
    judged = low.where(table.c.id.in_(_judged()))
    return (connection.scalar(low) or 0) - (connection.scalar(judged) or 0)


def _judged() -> Select[tuple[str]]:
    return select(schema.judgements.c.subject)
