"""Writing the store. Every function is one transaction: after an interruption it has happened or it has not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Table, func, select

from answerable import model
from answerable.errors import UnreadableError
from answerable.registry import Registry
from answerable.store import schema
from answerable.store.database import Store
from answerable.store.mapping import Row, row
from answerable.store.writes_standings import Summed, insert_summed
from answerable.text import Span, envelope, words


class Added(StrEnum):
    """What became of a document that was to be added."""

    NEW = "new"
    PRESENT = "present"  # the same text at the same address
    VERSION = "new version"  # another text at an address that is known
    SOURCE = "another source"  # a known text at another address


def standing(store: Store, document: model.Document) -> Added:
    """What `add` would do with a document; only NEW and VERSION need its extraction. Raises as `add` does."""
    _check(document)
    with store.reading() as connection:
        return _standing(connection, document)


def add(
    store: Store,
    document: model.Document,
    extraction: model.Extraction | None,
    sentences: Iterable[Span],
    *,
    now: datetime,
) -> Added:
    """Stores a document with what it yields, or a further source of a known one (then `extraction` is not looked at).

    An entry that occurs twice under one id is stored once. Raises UnreadableError if the text holds characters that a
    database cannot keep (a null, half a surrogate pair).
    """
    _check(document)
    with store.writing() as connection:
        added = _standing(connection, document)
        if added is Added.PRESENT:
            return added
        if not _known(connection, document.id):
            _insert_document(connection, document, now)
            if extraction is not None:
                _insert_found(connection, document, extraction, sentences)
        _insert_source(connection, document)
        return added


def replace_found(
    store: Store, document: model.Document, extraction: model.Extraction, sentences: Iterable[Span]
) -> None:
    """Puts what a stored document yields now in the place of what it yielded before."""
    with store.writing() as connection:
        for table in schema.FOUND.sorted_tables:
            if "document" in table.c:
                connection.execute(table.delete().where(table.c.document == document.id))
        _insert_found(connection, document, extraction, sentences)


def replace_links(store: Store, links: Sequence[model.Link]) -> None:
    """Puts the program's proposals in the place of the earlier ones."""
    with store.writing() as connection:
        _refill(connection, schema.links, [row(link) for link in links])


def replace_matters(
    store: Store,
    matters: Sequence[model.Matter],
    inquiry_of: Mapping[str, str] | None = None,
    summed: Iterable[Summed] = (),
) -> None:
    """Puts the threads of the record in the place of the earlier ones.

    `inquiry_of` gives the inquiry of a matter; `summed` is by what lists of them are narrowed.
    """
    inquiry_of = inquiry_of or {}
    heads = [
        {
            "id": matter.id,
            "ask": matter.ask.id,
            "inquiry": inquiry_of.get(matter.id),
            "kind": matter.ask.kind.value,
            "number": matter.ask.number,
            "text": matter.ask.text,
        }
        for matter in matters
    ]
    roles = ("responses", "commitments", "progress", "counts", "repeats", "links")
    entries = [
        {"matter": matter.id, "role": role, "entry": entry.id}
        for matter in matters
        for role in roles
        for entry in getattr(matter, role)
    ]
    with store.writing() as connection:
        _refill(connection, schema.matters, heads)
        _refill(connection, schema.matter_entries, entries)
        _refill(connection, schema.standings, [])
        _refill(connection, schema.matter_values, [])
        insert_summed(connection, summed)


def replace_actors(
    store: Store,
    actors: Mapping[model.Actor, Sequence[tuple[str, float, str]]],
    proposals: Iterable[tuple[str, str, float, str]] = (),
) -> None:
    """Puts the actors of the record in the place of the earlier ones.

    For each its members: id of an actor in a document, score and reason of the joining. `proposals` are pairs of
    actors of the record that may be one, with score and reason.
    """
    pairs = [dict(zip(("first", "second", "score", "reason"), pair, strict=True)) for pair in proposals]
    members = [
        {"record_actor": actor.id, "actor": member, "score": score, "reason": reason}
        for actor, joined in actors.items()
        for member, score, reason in joined
    ]
    with store.writing() as connection:
        _refill(connection, schema.record_actors, [row(actor) for actor in actors])
        _refill(connection, schema.actor_members, members)
        _refill(connection, schema.merge_proposals, pairs)


def replace_inquiries(store: Store, inquiries: Mapping[model.Inquiry, Sequence[str]]) -> None:
    """Puts the inquiries of the record in the place of the earlier ones; for each the ids of those in documents."""
    members = [{"record_inquiry": i.id, "inquiry": member} for i, joined in inquiries.items() for member in joined]
    with store.writing() as connection:
        _refill(connection, schema.record_inquiries, [row(i, without=("events", "mentions")) for i in inquiries])
        _refill(connection, schema.inquiry_members, members)


def judge(store: Store, judgement: model.Judgement) -> None:
    """Adds a person's decision. The same decision given twice is kept once."""
    t = schema.judgements
    with store.writing() as connection:
        if not connection.scalar(select(t.c.id).where(t.c.id == judgement.id)):
            connection.execute(t.insert(), row(judgement))


def keep_registry(store: Store, registry: Registry) -> None:
    """Puts a registry of persons and posts in the place of the one that is there.

    To add to it: `keep_registry(store, merged([queries.registry(store), more]))`.
    """
    with store.writing() as connection:
        for table, rows in (
            (schema.persons, registry.persons),
            (schema.memberships, registry.memberships),
            (schema.aliases, registry.aliases),
            (schema.other_names, registry.others),
        ):
            _refill(connection, table, [row(entry) for entry in rows])


# ---------------------------------------------------------------- documents and sources


def _check(document: model.Document) -> None:
    source = document.source
    told = {"text": document.text, "name": document.name, "url": source.url, "title": source.title}
    told |= {"publisher": source.publisher, "author": source.author, "media type": source.media_type}
    for field, held in told.items():
        try:
            (held or "").encode()
        except UnicodeEncodeError as error:
            reason = f"half a surrogate pair at character {error.start} in its {field}"
            raise UnreadableError(source.url, reason) from error
        if held and "\0" in held:
            raise UnreadableError(source.url, f"a null character at character {held.index(chr(0))} in its {field}")


def _known(connection: Connection, id: str) -> bool:
    return connection.scalar(select(schema.documents.c.id).where(schema.documents.c.id == id)) is not None


def _standing(connection: Connection, document: model.Document) -> Added:
    s = schema.sources.c
    here = connection.scalar(select(s.document).where(s.url == document.source.url, s.current))
    if here == document.id:
        return Added.PRESENT
    if here is not None:
        return Added.VERSION
    return Added.SOURCE if _known(connection, document.id) else Added.NEW


def _insert_document(connection: Connection, document: model.Document, now: datetime) -> None:
    source = document.source
    connection.execute(
        schema.documents.insert(),
        {
            "id": document.id,
            "title": source.title,
            "url": source.url,
            "publisher": source.publisher,
            "author": source.author,
            "medium": source.medium.value,
            "day": source.published,
            "text": document.text,
            "ocr": document.ocr,
            "name": document.name,
            "words": len(document.text.split()),
            "added": now,
            "current": True,
            "extracted": False,
        },
    )
    _insert(connection, schema.parts, [{"document": document.id, **row(part)} for part in document.parts])


def _insert_source(connection: Connection, document: model.Document) -> None:
    """The new source is the current one at its address; a text that no address gives any more is superseded."""
    s, d, here = schema.sources, schema.documents, document.source.url
    latest = connection.scalar(select(func.max(s.c.version)).where(s.c.url == here)) or 0
    before = connection.scalars(select(s.c.document).where(s.c.url == here, s.c.current)).all()
    connection.execute(s.update().where(s.c.url == here).values(current=False))
    told = {"document": document.id, "version": latest + 1, "current": True}
    connection.execute(s.insert(), told | row(document.source))
    elsewhere = select(s.c.document).where(s.c.current)
    connection.execute(d.update().where(d.c.id.in_(before), d.c.id.not_in(elsewhere)).values(current=False))
    connection.execute(d.update().where(d.c.id == document.id).values(current=True))


# ---------------------------------------------------------------- what a document yields


def _insert_found(
    connection: Connection, document: model.Document, extraction: model.Extraction, sentences: Iterable[Span]
) -> None:
    text, here = document.text, {"document": document.id}
    spans = [{**here, "span": [s.start, s.end], "text": s.of(text)} for s in sentences]
    _insert(connection, schema.sentences, spans)
    firsts: dict[str | None, int] = {}
    for mention in sorted(extraction.mentions, key=lambda m: m.span, reverse=True):
        firsts[mention.actor] = mention.span.start
    actors = [{**here, "position": firsts.get(actor.id, 0), **row(actor)} for actor in extraction.actors]
    mentions = [{**here, "position": m.span.start, **row(m)} for m in extraction.mentions]
    _insert(connection, schema.actors, _once(actors))
    _insert(connection, schema.mentions, mentions)
    _insert(connection, schema.statements, _once(_statement_row(s, document) for s in extraction.statements))
    for name, (table, _) in schema.ENTRIES.items():
        if name != "statements":
            entries = ({"position": entry.span.start, **row(entry)} for entry in getattr(extraction, name))
            _insert(connection, table, _once(entries))
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
    _insert(connection, schema.inquiries, _once(heads))
    _insert(connection, schema.inquiry_events, _once(events))


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
        _insert(connection, table, rows)


def _once(rows: Iterable[Row]) -> list[Row]:
    return list({row["id"]: row for row in rows}.values())


def _insert(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    if rows:
        connection.execute(table.insert(), list(rows))


def _refill(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    connection.execute(table.delete())
    _insert(connection, table, rows)
