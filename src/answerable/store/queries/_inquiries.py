"""Inquiries of the record with what happened to them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from sqlalchemy import Connection, RowMapping, select

from answerable import model
from answerable.errors import NotFoundError
from answerable.store import schema
from answerable.store.database import Store
from answerable.store.mapping import noun
from answerable.store.queries._rows import batches


def inquiries(store: Store, *, ids: Sequence[str] | None = None) -> tuple[model.Inquiry, ...]:
    """The inquiries of the record with the events that all documents tell of, in order of name; or those with `ids`,
    in their order."""
    t = schema.record_inquiries
    with store.reading() as connection:
        if ids is not None:
            return _inquiries(connection, ids)
        ids = connection.scalars(select(t.c.id).order_by(t.c.name, t.c.id)).all()
        return _inquiries(connection, ids)


def inquiry(store: Store, id: str) -> model.Inquiry:
    """The inquiry of the record with this id."""
    with store.reading() as connection:
        for found in _inquiries(connection, [id]):
            return found
    raise NotFoundError(f"no inquiry {id}")


def _inquiries(connection: Connection, ids: Sequence[str]) -> tuple[model.Inquiry, ...]:
    t, m, e = schema.record_inquiries, schema.inquiry_members.c, schema.inquiry_events
    told: dict[str, list[model.InquiryEvent]] = defaultdict(list)
    rows: dict[str, RowMapping] = {}
    for some in batches(ids):
        query = select(m.record_inquiry, e).join(e, e.c.inquiry_id == m.inquiry).where(m.record_inquiry.in_(some))
        for row in connection.execute(query.order_by(e.c.date_start.is_(None), e.c.date_start, e.c.seq)).mappings():
            told[row["record_inquiry"]].append(noun(model.InquiryEvent, row))
        rows |= {row["id"]: row for row in connection.execute(select(t).where(t.c.id.in_(some))).mappings()}
    return tuple(noun(model.Inquiry, rows[id], events=tuple(told[id]), mentions=()) for id in ids if id in rows)
