"""What one actor said that takes a side: answers, events of inquiries, statements aimed at somebody."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Select, select

from answerable import model
from answerable.store import schema
from answerable.store.database import Store
from answerable.store.mapping import noun
from answerable.store.queries._rows import N, members

JUDGING = (model.Act.ACCUSE, model.Act.CRITICISE, model.Act.DEFEND, model.Act.PRAISE)


def answers_by(store: Store, actor: str, *, limit: int = 200) -> tuple[tuple[str, model.Response], ...]:
    """The answers that an actor of the record gave, each with the id of the matter that it hangs on."""
    t, e = schema.responses, schema.matter_entries.c
    query = (
        select(e.matter, t)
        .join(schema.matter_entries, e.entry == t.c.id)
        .where(t.c.by_id.in_(members(actor)))
        .order_by(t.c.date_start.desc(), t.c.seq)
    )
    return _beside(store, query.limit(limit), model.Response)


def events_by(store: Store, actor: str, *, limit: int = 200) -> tuple[tuple[str, model.InquiryEvent], ...]:
    """What an actor of the record did about inquiries, each with the id of the record's inquiry."""
    t, i = schema.inquiry_events, schema.inquiry_members.c
    query = (
        select(i.record_inquiry, t)
        .join(schema.inquiry_members, i.inquiry == t.c.inquiry_id)
        .where(t.c.by_id.in_(members(actor)))
        .order_by(t.c.date_start.desc(), t.c.seq)
    )
    return _beside(store, query.limit(limit), model.InquiryEvent)


def aimed_by(store: Store, actor: str, *, limit: int = 200) -> tuple[tuple[str, model.Statement], ...]:
    """What an actor said for or against another, the latest first, each with the id of the other actor."""
    t, a, d = schema.statements, schema.statement_targets.c, schema.documents.c
    of = schema.actor_members.alias()
    query = (
        select(of.c.record_actor, t)
        .join(schema.statement_targets, a.statement == t.c.id)
        .join(of, of.c.actor == a.actor)
        .join(schema.documents, d.id == t.c.document)
        .where(t.c.speaker_id.in_(members(actor)))
        .where(d.current, t.c.act.in_(JUDGING), of.c.record_actor != actor)
        .where(t.c.id.not_in(select(schema.rejected.c.entry)))
        .order_by(t.c.day.desc().nulls_last(), t.c.seq)
    )
    return _beside(store, query.limit(limit), model.Statement)


def _beside(store: Store, query: Select[Any], kind: type[N]) -> tuple[tuple[str, N], ...]:
    """The first column of each row, and the noun that the others hold."""
    with store.reading() as connection:
        return tuple((row[query.selected_columns[0]], noun(kind, row)) for row in connection.execute(query).mappings())
