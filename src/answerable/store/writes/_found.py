"""What a document yields, in the rows of the FOUND tables."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection

from answerable import model
from answerable.store import schema
from answerable.store.mapping import Row, row
from answerable.store.writes._rows import insert, once
from answerable.text import Span, envelope, words


def insert_found(
    connection: Connection, document: model.Document, extraction: model.Extraction, sentences: Iterable[Span]
) -> None:
    """Adds all that a document yields, and that it has been extracted."""
    text, here = document.text, {"document": document.id}
    spans = [{**here, "span": [s.start, s.end], "text": s.of(text)} for s in sentences]
    insert(connection, schema.sentences, spans)
    firsts: dict[str | None, int] = {}
    for mention in sorted(extraction.mentions, key=lambda m: m.span, reverse=True):
        firsts[mention.actor] = mention.span.start
    actors = [{**here, "position": firsts.get(actor.id, 0), **row(actor)} for actor in extraction.actors]
    mentions = [{**here, "position": m.span.start, **row(m)} for m in extraction.mentions]
    insert(connection, schema.actors, once(actors))
    insert(connection, schema.mentions, mentions)
    insert(connection, schema.statements, once(_statement_row(s, document) for s in extraction.statements))
    for name, (table, _) in schema.ENTRIES.items():
        if name != "statements":
            entries = ({"position": entry.span.start, **row(entry)} for entry in getattr(extraction, name))
            insert(connection, table, once(entries))
    _insert_inquiries(connection, document.id, extraction.inquiries)
    _insert_aims(connection, document.id, extraction)
    done = schema.documents.update().where(schema.documents.c.id == document.id)
    connection.execute(done.values(extracted=True))


def _statement_row(statement: model.Statement, document: model.Document) -> Row:
    text, said = document.text, statement.date
    place = statement.content or statement.cue or statement.source
    return {
        "position": envelope(place).start if place else 0,
        **row(statement),
        "source_words": words(text, statement.source),
        "cue_words": words(text, statement.cue),
        "content_words": words(text, statement.content),
        "day": (said.start if said else None) or document.source.published,
    }


def _insert_inquiries(connection: Connection, document: str, inquiries: Iterable[model.Inquiry]) -> None:
    heads, events = [], []
    for inquiry in inquiries:
        first = inquiry.mentions[0].start if inquiry.mentions else 0
        heads.append({"document": document, "position": first, **row(inquiry, without=("events",))})
        events += [{"inquiry_id": inquiry.id, "position": e.span.start, **row(e)} for e in inquiry.events]
    insert(connection, schema.inquiries, once(heads))
    insert(connection, schema.inquiry_events, once(events))


def _insert_aims(connection: Connection, document: str, extraction: model.Extraction) -> None:
    """Whom statements and asks are aimed at, a row each, for queries that go by actor."""
    aims = [(schema.statement_targets, "statement", s.id, s.targets) for s in extraction.statements]
    aims += [(schema.ask_addressees, "ask", a.id, a.addressees) for a in extraction.asks]
    for table in (schema.statement_targets, schema.ask_addressees):
        rows = [
            {"document": document, of: entry, "actor": ref.id, "name": ref.name}
            for aimed, of, entry, refs in aims
            if aimed is table
            for ref in refs
        ]
        insert(connection, table, rows)
