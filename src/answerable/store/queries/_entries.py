"""Single entries, and what an actor said and was said to have done."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, and_, exists, false, or_, select

from answerable import model
from answerable.errors import NotFoundError
from answerable.store import schema
from answerable.store.database import Store
from answerable.store.queries._rows import batches, by_id, members, one, read

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


def statements_concerning(
    store: Store, documents: Iterable[str], words: Iterable[str], until: date, *, limit: int
) -> tuple[int, tuple[model.Statement, ...]]:
    """The accusations, criticisms and answers in some documents, those with one of the words in them or in the title.

    How many were made by a day, and those of them that are answered or answer, then the latest, in order of day.
    """
    s, d = schema.statements.c, schema.documents.c
    places = (d.title, s.source_words, s.cue_words, s.content_words)
    named = or_(false(), *(place.icontains(word, autoescape=True) for word in words for place in places))
    blaming = s.act.in_((model.Act.ACCUSE, model.Act.CRITICISE))
    some = (s.document.in_(batch) for batch in batches(sorted(set(documents))))
    return _chosen(store, (and_(among, blaming | _linked(), named) for among in some), until, limit)


def statements_around(store: Store, actor: str, until: date, *, limit: int) -> tuple[int, tuple[model.Statement, ...]]:
    """What an actor of the record said and what was said of it, chosen and ordered as by `statements_concerning`."""
    s, t = schema.statements.c, schema.statement_targets.c
    aimed = select(t.statement).where(t.actor.in_(members(actor)))
    return _chosen(store, (s.speaker_id.in_(members(actor)), s.id.in_(aimed)), until, limit)


def _linked() -> ColumnElement[bool]:
    """Whether a statement answers another or is answered; of what kind the link is, no index is asked."""
    k, s = schema.links.c, schema.statements.c
    return exists().where(k.subject == s.id) | exists().where(k.object == s.id)


def _chosen(
    store: Store, wanted: Iterable[ColumnElement[bool]], until: date, limit: int
) -> tuple[int, tuple[model.Statement, ...]]:
    s, d = schema.statements, schema.documents.c
    query = select(s.c.seq, s.c.id, s.c.day, _linked()).join(schema.documents, d.id == s.c.document)
    query = query.where(d.current, s.c.day.is_(None) | (s.c.day <= until))
    with store.reading() as connection:
        rows = {row[0]: row for where in wanted for row in connection.execute(query.where(where))}
        first = sorted(rows.values(), key=lambda row: (not row[3], -(row[2] or date.min).toordinal(), row[0]))
        chosen = sorted(first[:limit], key=lambda row: (row[2] or date.max, row[0]))
        ids = [id for _, id, _, _ in chosen]
        found = by_id(connection, s, model.Statement, ids)
    return len(rows), tuple(found[id] for id in ids)


def _statements(store: Store, wanted: ColumnElement[bool]) -> tuple[model.Statement, ...]:
    s, d = schema.statements, schema.documents.c
    query = (
        select(s)
        .join(schema.documents, d.id == s.c.document)
        .where(wanted, d.current)
        .order_by(s.c.date_start.is_(None), s.c.date_start, s.c.seq)
    )
    return read(store, query, model.Statement)
