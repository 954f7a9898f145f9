"""Documents: their texts, their addresses and versions, and the list of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Table, func, select

from answerable import model
from answerable.errors import NotFoundError
from answerable.store import schema
from answerable.store.database import Store
from answerable.store.mapping import noun
from answerable.store.queries._rows import batches

COUNTED = ("statements", "asks", "responses", "commitments", "progress")
"""The entries whose number is told, of one document and of all."""

LISTED = [
    schema.documents.c[name]
    for name in ("id", "title", "url", "publisher", "author", "medium", "day", "ocr", "name", "words")
]
"""What a list shows of a document: all but its text."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A document in a list: where it is from, and how many entries of each kind it yields."""

    id: str
    title: str
    url: str
    publisher: str | None
    author: str | None
    medium: model.Medium
    published: date | None
    words: int
    ocr: bool
    statements: int
    asks: int
    responses: int
    commitments: int
    progress: int


@dataclass(frozen=True, slots=True)
class Version:
    """One address of a document: the source, the how-manieth text it is there, and whether it is the latest.

    `name` and `ocr` are those of the document.
    """

    document: str
    version: int
    current: bool
    source: model.Source
    name: str | None
    ocr: bool


@dataclass(frozen=True, slots=True)
class Totals:
    """How much the record holds, superseded versions left out."""

    documents: int
    words: int
    actors: int
    statements: int
    asks: int
    responses: int
    commitments: int
    progress: int
    inquiries: int
    matters: int


def document(store: Store, id: str) -> model.Document:
    """The document as it was read, with the source that it was first read from."""
    for found in documents_of(store, [id]).values():
        return found
    raise NotFoundError(f"no document {id}")


def documents_of(store: Store, ids: Iterable[str]) -> dict[str, model.Document]:
    """Documents by id, as they were read; ids that are not there are left out."""
    d, p = schema.documents, schema.parts
    found: dict[str, model.Document] = {}
    with store.reading() as connection:
        for some in batches(sorted(set(ids))):
            parts: dict[str, list[model.Part]] = defaultdict(list)
            for row in connection.execute(select(p).where(p.c.document.in_(some)).order_by(p.c.seq)).mappings():
                parts[row["document"]].append(noun(model.Part, row))
            sources = first_sources(connection, some)
            for row in connection.execute(select(d).where(d.c.id.in_(some))).mappings():
                id = row["id"]
                found[id] = model.Document(id, row["text"], sources[id], tuple(parts[id]), row["ocr"], row["name"])
    return found


def documents(store: Store, *, superseded: bool = False) -> Iterator[model.Document]:
    """All documents in order of entry; with `superseded` also those that no address gives any more."""
    with store.reading() as connection:
        wanted = select(schema.documents.c.id).order_by(schema.documents.c.added, schema.documents.c.id)
        if not superseded:
            wanted = wanted.where(schema.documents.c.current)
        ids = connection.scalars(wanted).all()
    for id in ids:
        yield document(store, id)


def list_documents(store: Store, *, limit: int = 100, offset: int = 0) -> tuple[Listed, ...]:
    """The current documents with counts of their entries, the latest published first."""
    d = schema.documents.c
    order = (d.day.is_(None), d.day.desc(), d.id)
    page = select(d.id).where(d.current).order_by(*order).limit(limit).offset(offset)
    found = [_count_of(schema.ENTRIES[name][0]).label(name) for name in COUNTED]
    query = select(*LISTED, *found).where(d.id.in_(page.subquery().select())).order_by(*order)
    with store.reading() as connection:
        return tuple(
            Listed(
                id=row["id"],
                title=row["title"] or row["name"] or row["url"],
                url=row["url"],
                publisher=row["publisher"],
                author=row["author"],
                medium=model.Medium(row["medium"]),
                published=row["day"],
                words=row["words"],
                ocr=row["ocr"],
                **{name: row[name] for name in COUNTED},
            )
            for row in connection.execute(query).mappings()
        )


def versions(store: Store, id: str) -> tuple[Version, ...]:
    """Every address of a document, and every other version of the texts at these addresses, by address and version."""
    s = schema.sources.c
    addresses = select(s.url).where(s.document == id)
    return _versions(store, _addresses().where(s.url.in_(addresses)).order_by(s.url, s.version))


def current_versions(store: Store) -> tuple[Version, ...]:
    """The latest version at every address, in order of entry."""
    s = schema.sources.c
    return _versions(store, _addresses().where(s.current).order_by(s.seq))


def totals(store: Store) -> Totals:
    """How much the record holds."""
    d = schema.documents.c
    joined = {"actors": schema.record_actors, "inquiries": schema.record_inquiries, "matters": schema.matters}
    entries = {name: schema.ENTRIES[name][0] for name in COUNTED}
    with store.reading() as connection:
        documents, words = connection.execute(select(func.count(), func.sum(d.words)).where(d.current)).one()
        held = {name: _count(connection, table) for name, table in (joined | entries).items()}
        past = connection.scalars(select(d.id).where(~d.current)).all()
        for some in batches(past):  # they are few: what they yield is taken away from what an index counts
            for name, table in entries.items():
                held[name] -= _count(connection, table, table.c.document.in_(some))
    return Totals(documents=documents, words=words or 0, **held)


def _count(connection: Connection, table: Table, *where: ColumnElement[bool]) -> int:
    return connection.scalar(select(func.count()).select_from(table).where(*where)) or 0


def _addresses() -> Select[Any]:
    s, d = schema.sources, schema.documents.c
    return select(s, d.name, d.ocr).join(schema.documents, d.id == s.c.document)


def _versions(store: Store, query: Select[Any]) -> tuple[Version, ...]:
    with store.reading() as connection:
        rows = connection.execute(query).mappings()
        return tuple(
            Version(r["document"], r["version"], r["current"], noun(model.Source, r), r["name"], r["ocr"]) for r in rows
        )


def _count_of(table: Table) -> Any:
    return select(func.count()).where(table.c.document == schema.documents.c.id).scalar_subquery()


def first_sources(connection: Connection, documents: Sequence[str]) -> dict[str, model.Source]:
    """The source that each document was first read from, in the order of `documents`."""
    s = schema.sources
    query = select(s).where(s.c.document.in_(documents)).order_by(s.c.seq.desc())
    found = {row["document"]: noun(model.Source, row) for row in connection.execute(query).mappings()}
    return {id: found[id] for id in documents if id in found}
