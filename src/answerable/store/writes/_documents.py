"""Documents, where they come from, and what they yield."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, func, select

from answerable import model
from answerable.errors import UnreadableError
from answerable.store import schema
from answerable.store.database import Store
from answerable.store.mapping import row
from answerable.store.writes._found import insert_found
from answerable.store.writes._rows import insert
from answerable.text import Span


class Added(StrEnum):
    """What became of a document that was to be added."""

    NEW = "new"
    PRESENT = "present"  # the same text at the same address
    TOLD = "told anew"  # the same again, but the user says otherwise who published or wrote it, when, or what it is
    VERSION = "new version"  # another text at an address that is known
    SOURCE = "another source"  # a known text at another address


TOLD = ("publisher", "author", "medium", "published")
"""The fields of a source that a user can tell."""


def given(told: model.Source) -> dict[str, Any]:
    """The fields that a user has told, by name."""
    nothing = model.Source("")
    return {field: value for field in TOLD if (value := getattr(told, field)) != getattr(nothing, field)}


def standing(store: Store, document: model.Document, told: model.Source | None = None) -> Added:
    """What `add` would do with a document; only NEW, VERSION and TOLD need its extraction. Raises as `add` does."""
    _check(document)
    with store.reading() as connection:
        return _standing(connection, document, told)


def add(
    store: Store,
    document: model.Document,
    extraction: model.Extraction | None,
    sentences: Iterable[Span],
    *,
    now: datetime,
    told: model.Source | None = None,
) -> Added:
    """Stores a document with what it yields, or a further source of a known one (then `extraction` is not looked at).

    `told` is what the user says of the source: where the record has it otherwise of a document that is present, the
    document's source is kept now, and what it yields is put in the place of what it yielded.
    An entry that occurs twice under one id is stored once. Raises UnreadableError if the text holds characters that a
    database cannot keep (a null, half a surrogate pair).
    """
    _check(document)
    with store.writing() as connection:
        added = _standing(connection, document, told)
        if added is Added.PRESENT:
            return added
        if added is Added.TOLD:
            _tell_anew(connection, document)
            if extraction is not None:
                _replace_found(connection, document, extraction, sentences)
            return added
        if not _known(connection, document.id):
            _insert_document(connection, document, now)
            if extraction is not None:
                insert_found(connection, document, extraction, sentences)
        _insert_source(connection, document)
        return added


def replace_found(
    store: Store, document: model.Document, extraction: model.Extraction, sentences: Iterable[Span]
) -> None:
    """Puts what a stored document yields now in the place of what it yielded before."""
    with store.writing() as connection:
        _replace_found(connection, document, extraction, sentences)


def _replace_found(
    connection: Connection, document: model.Document, extraction: model.Extraction, sentences: Iterable[Span]
) -> None:
    for table in schema.FOUND.sorted_tables:
        if "document" in table.c:
            connection.execute(table.delete().where(table.c.document == document.id))
    insert_found(connection, document, extraction, sentences)


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


def _standing(connection: Connection, document: model.Document, told: model.Source | None) -> Added:
    s = schema.sources.c
    here = connection.scalar(select(s.document).where(s.url == document.source.url, s.current))
    if here == document.id:
        return Added.TOLD if _is_otherwise(connection, document.source.url, told) else Added.PRESENT
    if here is not None:
        return Added.VERSION
    return Added.SOURCE if _known(connection, document.id) else Added.NEW


def _is_otherwise(connection: Connection, url: str, told: model.Source | None) -> bool:
    """Whether the record has something otherwise than the user tells it of the current text at an address."""
    s, wanted = schema.sources.c, given(told) if told else {}
    if not wanted:
        return False
    kept = connection.execute(select(*(s[field] for field in wanted)).where(s.url == url, s.current)).one()
    return tuple(kept) != tuple(wanted.values())


def _tell_anew(connection: Connection, document: model.Document) -> None:
    """Keeps what is now known of the source; the document is listed by the first source of its text."""
    s, d, source = schema.sources, schema.documents, document.source
    now = row(source)
    connection.execute(s.update().where(s.c.url == source.url, s.c.current).values({f: now[f] for f in TOLD}))
    listed = {"publisher": source.publisher, "author": source.author, "medium": source.medium.value}
    known = d.update().where(d.c.id == document.id, d.c.url == source.url)
    connection.execute(known.values(listed | {"day": source.published}))


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
    insert(connection, schema.parts, [{"document": document.id, **row(part)} for part in document.parts])


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
