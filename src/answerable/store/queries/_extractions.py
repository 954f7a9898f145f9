"""All that a document yields."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, Select, Table, select

from answerable import model
from answerable.errors import NotFoundError
from answerable.store import schema
from answerable.store.database import Store
from answerable.store.mapping import noun
from answerable.store.queries._documents import first_sources
from answerable.store.queries._rows import batches


def extraction(store: Store, document: str) -> model.Extraction:
    """All that one document yields."""
    with store.reading() as connection:
        sources = first_sources(connection, [document])
        if document not in sources:
            raise NotFoundError(f"no document {document}")
        return next(iter(_extractions(connection, sources)))


def entries_in(store: Store, document: str) -> model.Extraction:
    """The entries of one document, without its actors, who is mentioned where, and its inquiries, which take longer."""
    with store.reading() as connection:
        sources = first_sources(connection, [document])
        if document not in sources:
            raise NotFoundError(f"no document {document}")
        return next(iter(_built(sources, _entries(connection, sources))))


def extractions(store: Store) -> Iterator[model.Extraction]:
    """What all current documents yield, in order of entry; memory holds a few hundred documents' worth at a time."""
    d = schema.documents.c
    with store.reading() as connection:
        ids = connection.scalars(select(d.id).where(d.current).order_by(d.added, d.id)).all()
    for some in batches(ids):
        with store.reading() as connection:
            yield from _extractions(connection, first_sources(connection, some))


Found = dict[str, dict[str, list[Any]]]
"""By the name of a field of an extraction: by document, what stands in it."""


def _extractions(connection: Connection, sources: Mapping[str, model.Source]) -> Iterator[model.Extraction]:
    events: dict[str, list[model.InquiryEvent]] = defaultdict(list)
    for row in connection.execute(_in(schema.inquiry_events, sources)).mappings():
        events[row["inquiry_id"]].append(noun(model.InquiryEvent, row))
    found: Found = {
        "actors": _by_document(connection, sources, schema.actors, model.Actor),
        "mentions": _by_document(connection, sources, schema.mentions, model.Mention),
        "inquiries": _by_document(connection, sources, schema.inquiries, model.Inquiry, events=events),
    }
    return _built(sources, found | _entries(connection, sources))


def _entries(connection: Connection, sources: Mapping[str, model.Source]) -> Found:
    return {name: _by_document(connection, sources, *of) for name, of in schema.ENTRIES.items()}


def _by_document(
    connection: Connection, documents: Iterable[str], table: Table, kind: type[Any], **extra: Any
) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = defaultdict(list)
    for row in connection.execute(_in(table, documents)).mappings():
        given: Any = {name: tuple(of[row["id"]]) for name, of in extra.items()}
        found[row["document"]].append(noun(kind, row, **given))
    return found


def _built(sources: Mapping[str, model.Source], found: Found) -> Iterator[model.Extraction]:
    for id, source in sources.items():
        yield model.Extraction(id, source, **{name: tuple(of[id]) for name, of in found.items()})


def _in(table: Table, documents: Iterable[str]) -> Select[Any]:
    return select(table).where(table.c.document.in_(list(documents))).order_by(table.c.seq)
