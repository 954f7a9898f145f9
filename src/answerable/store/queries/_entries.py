"""Single entries, and what an actor said and was said to have done."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, select

from answerable import model
from answerable.errors import NotFoundError
from answerable.store import schema
from answerable.store.database import Store
from answerable.store.queries._rows import by_id, members, one, read

Entry = model.Statement | model.Ask | model.Response | model.Commitment | model.Progress | model.Count


def entry(store: Store, id: str) -> Entry:
    """The statement, ask, response, commitment, progress claim or count with this id."""
    for found in entries_of(store, [id]).values():
        return found
    raise NotFoundError(f"no entry {id}")


def entries_of(store: Store, ids: Iterable[str]) -> dict[str, Entry]:
    """Statements, asks, responses, commitments, claims and counts by id; ids that are not there are left out."""
    listed = sorted(set(ids))
    found: dict[str, Any] = {}
    with store.reading() as connection:
        for table, kind in schema.ENTRIES.values():
            found |= by_id(connection, table, kind, listed)
    return found


def statement(store: Store, id: str) -> model.Statement:
    """The statement with this id."""
    return one(store, schema.statements, model.Statement, id, "statement")


def statements_by(store: Store, actor: str) -> tuple[model.Statement, ...]:
    """What an actor of the record said, in order of day."""
    return _statements(store, schema.statements.c.speaker_id.in_(members(actor)))


def statements_on(store: Store, actor: str) -> tuple[model.Statement, ...]:
    """What was said of an actor of the record, in order of day."""
    t = schema.statement_targets.c
    return _statements(store, schema.statements.c.id.in_(select(t.statement).where(t.actor.in_(members(actor)))))


def _statements(store: Store, wanted: ColumnElement[bool]) -> tuple[model.Statement, ...]:
    s, d = schema.statements, schema.documents.c
    query = (
        select(s)
        .join(schema.documents, d.id == s.c.document)
        .where(wanted, d.current)
        .order_by(s.c.date_start.is_(None), s.c.date_start, s.c.seq)
    )
    return read(store, query, model.Statement)
