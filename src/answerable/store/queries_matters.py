"""Matters in lists: one row each, without all that hangs on them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import ColumnElement, func, select

from answerable import model
from answerable.store import schema
from answerable.store.database import Store


@dataclass(frozen=True, slots=True)
class Narrowed:
    """Which matters to list: `inquiry` and `addressee` are ids of the record; `words` must all stand in the ask."""

    words: str = ""
    kind: model.AskKind | None = None
    inquiry: str | None = None
    addressee: str | None = None


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
    return where
