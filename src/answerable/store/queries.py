"""Reading the store: nouns by id, and the lists that pages and commands show.

Every function takes the store first and reads in one transaction of its own. An id that is not there raises
NotFoundError. What a superseded version of a text says stays readable by id and is left out of lists.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from sqlalchemy import Connection, FromClause, RowMapping, Select, Subquery, Table, func, select

from answerable import model
from answerable.errors import NotFoundError
from answerable.registry import Alias, Membership, OtherName, Person, Registry
from answerable.store import schema
from answerable.store.database import Store
from answerable.store.mapping import noun

N = TypeVar("N")

BATCH = 400
"""Documents read at a time: well below the number of variables that SQLite takes in one query."""

ENTRIES: dict[str, tuple[Table, type]] = {
    "statements": (schema.statements, model.Statement),
    "asks": (schema.asks, model.Ask),
    "responses": (schema.responses, model.Response),
    "commitments": (schema.commitments, model.Commitment),
    "progress": (schema.progress, model.Progress),
    "counts": (schema.counts, model.Count),
}
"""The fields of Extraction that are pinned entries with an id, each with its table and noun."""

Entry = model.Statement | model.Ask | model.Response | model.Commitment | model.Progress | model.Count


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
    """One address of a document: the source, the how-manieth text it is there, and whether it is the latest."""

    document: str
    version: int
    current: bool
    source: model.Source


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


# ---------------------------------------------------------------- documents


def document(store: Store, id: str) -> model.Document:
    """The document as it was read, with the source that it was first read from."""
    with store.reading() as connection:
        return _document(connection, id)


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
    names = ("statements", "asks", "responses", "commitments", "progress")
    found = [_count_of(ENTRIES[name][0]).label(name) for name in names]
    query = (
        select(schema.documents, *found)
        .where(d.current)
        .order_by(d.day.is_(None), d.day.desc(), d.id)
        .limit(limit)
        .offset(offset)
    )
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
                **{name: row[name] for name in names},
            )
            for row in connection.execute(query).mappings()
        )


def versions(store: Store, id: str) -> tuple[Version, ...]:
    """Every address of a document, and every other version of the texts at these addresses, by address and version."""
    s = schema.sources.c
    addresses = select(s.url).where(s.document == id)
    query = select(schema.sources).where(s.url.in_(addresses)).order_by(s.url, s.version)
    with store.reading() as connection:
        return tuple(_version(row) for row in connection.execute(query).mappings())


def current_versions(store: Store) -> tuple[Version, ...]:
    """The latest version at every address, in order of entry."""
    s = schema.sources
    with store.reading() as connection:
        rows = connection.execute(select(s).where(s.c.current).order_by(s.c.seq)).mappings()
        return tuple(_version(row) for row in rows)


def totals(store: Store) -> Totals:
    """How much the record holds."""
    d = schema.documents.c
    found = ("statements", "asks", "responses", "commitments", "progress")
    joined = {"actors": schema.record_actors, "inquiries": schema.record_inquiries, "matters": schema.matters}

    def count(rows: FromClause) -> Any:
        return select(func.count()).select_from(rows).scalar_subquery()

    def current(table: Table) -> Subquery:
        return select(table.c.seq).join(schema.documents, d.id == table.c.document).where(d.current).subquery()

    query = select(
        count(select(d.id).where(d.current).subquery()).label("documents"),
        select(func.coalesce(func.sum(d.words), 0)).where(d.current).scalar_subquery().label("words"),
        *(count(current(ENTRIES[name][0])).label(name) for name in found),
        *(count(table).label(name) for name, table in joined.items()),
    )
    with store.reading() as connection:
        return Totals(**dict(connection.execute(query).mappings().one()))


# ---------------------------------------------------------------- entries


def entry(store: Store, id: str) -> Entry:
    """The statement, ask, response, commitment, progress claim or count with this id."""
    with store.reading() as connection:
        for table, kind in ENTRIES.values():
            found: Entry
            for found in _nouns(connection, select(table).where(table.c.id == id), kind):
                return found
    raise NotFoundError(f"no entry {id}")


def statement(store: Store, id: str) -> model.Statement:
    """The statement with this id."""
    t = schema.statements
    with store.reading() as connection:
        for found in _nouns(connection, select(t).where(t.c.id == id), model.Statement):
            return found
    raise NotFoundError(f"no statement {id}")


def extraction(store: Store, document: str) -> model.Extraction:
    """All that one document yields."""
    with store.reading() as connection:
        sources = _first_sources(connection, [document])
        if document not in sources:
            raise NotFoundError(f"no document {document}")
        return next(iter(_extractions(connection, sources)))


def extractions(store: Store) -> Iterator[model.Extraction]:
    """What all current documents yield, in order of entry; memory holds a few hundred documents' worth at a time."""
    d = schema.documents.c
    with store.reading() as connection:
        ids = connection.scalars(select(d.id).where(d.current).order_by(d.added, d.id)).all()
    for at in range(0, len(ids), BATCH):
        with store.reading() as connection:
            yield from _extractions(connection, _first_sources(connection, ids[at : at + BATCH]))


# ---------------------------------------------------------------- the record


def actor(store: Store, id: str) -> model.Actor:
    """The actor of the record with this id."""
    t = schema.record_actors
    with store.reading() as connection:
        for found in _nouns(connection, select(t).where(t.c.id == id), model.Actor):
            return found
    raise NotFoundError(f"no actor {id}")


def actor_of(store: Store, members: Iterable[str]) -> dict[str, str]:
    """For ids of actors in single documents: the id of the record's actor that each is part of."""
    m = schema.actor_members.c
    with store.reading() as connection:
        query = select(m.actor, m.record_actor).where(m.actor.in_(list(members)))
        return dict(connection.execute(query).all())


def actors(store: Store, *, kind: model.ActorKind | None = None) -> tuple[model.Actor, ...]:
    """The actors of the record, by name."""
    t = schema.record_actors
    query = select(t).order_by(t.c.name, t.c.id)
    if kind:
        query = query.where(t.c.kind == kind)
    with store.reading() as connection:
        return tuple(_nouns(connection, query, model.Actor))


def merge_proposals(store: Store) -> tuple[tuple[str, str, float, str], ...]:
    """Pairs of actors of the record that may be one, with score and reason, the likeliest first."""
    t = schema.merge_proposals.c
    query = select(t.first, t.second, t.score, t.reason).order_by(t.score.desc(), t.seq)
    with store.reading() as connection:
        return tuple((first, second, score, reason) for first, second, score, reason in connection.execute(query))


def statements_by(store: Store, actor: str) -> tuple[model.Statement, ...]:
    """What an actor of the record said, in order of day."""
    return _statements_of(store, schema.statements.c.speaker_id.in_(_members(actor)))


def statements_on(store: Store, actor: str) -> tuple[model.Statement, ...]:
    """What was said of an actor of the record, in order of day."""
    t = schema.statement_targets.c
    return _statements_of(store, schema.statements.c.id.in_(select(t.statement).where(t.actor.in_(_members(actor)))))


def links(store: Store, entry: str | None = None) -> tuple[model.Link, ...]:
    """The program's proposals, all or those from and to one entry."""
    t = schema.links
    query = select(t).order_by(t.c.seq)
    if entry is not None:
        query = query.where((t.c.subject == entry) | (t.c.object == entry))
    with store.reading() as connection:
        return tuple(_nouns(connection, query, model.Link))


def matters(store: Store, *, inquiry: str | None = None, ids: Sequence[str] | None = None) -> tuple[model.Matter, ...]:
    """The matters of the record in their order, all or those of one inquiry; or those with `ids`, in their order."""
    if ids is not None:
        with store.reading() as connection:
            return _matters(connection, ids)
    query = select(schema.matters.c.id).order_by(schema.matters.c.seq)
    if inquiry is not None:
        query = query.where(schema.matters.c.inquiry == inquiry)
    with store.reading() as connection:
        return _matters(connection, connection.scalars(query).all())


def matter(store: Store, id: str) -> model.Matter:
    """The matter with this id."""
    with store.reading() as connection:
        for found in _matters(connection, [id]):
            return found
    raise NotFoundError(f"no matter {id}")


def inquiries(store: Store) -> tuple[model.Inquiry, ...]:
    """The inquiries of the record with the events that all documents tell of, in order of name."""
    t = schema.record_inquiries
    with store.reading() as connection:
        ids = connection.scalars(select(t.c.id).order_by(t.c.name, t.c.id)).all()
        return _inquiries(connection, ids)


def inquiry(store: Store, id: str) -> model.Inquiry:
    """The inquiry of the record with this id."""
    with store.reading() as connection:
        for found in _inquiries(connection, [id]):
            return found
    raise NotFoundError(f"no inquiry {id}")


def registry(store: Store) -> Registry:
    """The registry of persons and posts that people imported; empty if nobody did."""
    with store.reading() as connection:
        return Registry(
            tuple(_nouns(connection, select(schema.persons).order_by(schema.persons.c.id), Person)),
            tuple(_nouns(connection, select(schema.memberships).order_by(schema.memberships.c.seq), Membership)),
            tuple(_nouns(connection, select(schema.aliases).order_by(schema.aliases.c.seq), Alias)),
            tuple(_nouns(connection, select(schema.other_names).order_by(schema.other_names.c.seq), OtherName)),
        )


def judgements(store: Store, subject: str | None = None) -> tuple[model.Judgement, ...]:
    """People's decisions, the first first: all, or those on one entry, link or judgement."""
    t = schema.judgements
    query = select(t).order_by(t.c.seq)
    if subject is not None:
        query = query.where(t.c.subject == subject)
    with store.reading() as connection:
        return tuple(_nouns(connection, query, model.Judgement))


# ---------------------------------------------------------------- rows to nouns


def _nouns(connection: Connection, query: Select[Any], kind: type[N]) -> Iterator[N]:
    return (noun(kind, row) for row in connection.execute(query).mappings())


def _version(row: RowMapping) -> Version:
    return Version(row["document"], row["version"], row["current"], noun(model.Source, row))


def _count_of(table: Table) -> Any:
    return select(func.count()).where(table.c.document == schema.documents.c.id).scalar_subquery()


def _document(connection: Connection, id: str) -> model.Document:
    head = connection.execute(select(schema.documents).where(schema.documents.c.id == id)).mappings().first()
    if head is None:
        raise NotFoundError(f"no document {id}")
    p = schema.parts
    parts = tuple(_nouns(connection, select(p).where(p.c.document == id).order_by(p.c.seq), model.Part))
    source = _first_sources(connection, [id])[id]
    return model.Document(id, head["text"], source, parts, head["ocr"], head["name"])


def _first_sources(connection: Connection, documents: Sequence[str]) -> dict[str, model.Source]:
    """The source that each document was first read from, in the order of `documents`."""
    s = schema.sources
    query = select(s).where(s.c.document.in_(documents)).order_by(s.c.seq.desc())
    found = {row["document"]: noun(model.Source, row) for row in connection.execute(query).mappings()}
    return {id: found[id] for id in documents if id in found}


def _extractions(connection: Connection, sources: Mapping[str, model.Source]) -> Iterator[model.Extraction]:
    def by_document(table: Table, kind: type[Any], **extra: Any) -> dict[str, list[Any]]:
        found: dict[str, list[Any]] = defaultdict(list)
        for row in connection.execute(_in(table, sources)).mappings():
            given: Any = {name: tuple(of[row["id"]]) for name, of in extra.items()}
            found[row["document"]].append(noun(kind, row, **given))
        return found

    events: dict[str, list[model.InquiryEvent]] = defaultdict(list)
    for row in connection.execute(_in(schema.inquiry_events, sources)).mappings():
        events[row["inquiry_id"]].append(noun(model.InquiryEvent, row))
    found: dict[str, dict[str, list[Any]]] = {
        "actors": by_document(schema.actors, model.Actor),
        "mentions": by_document(schema.mentions, model.Mention),
        "inquiries": by_document(schema.inquiries, model.Inquiry, events=events),
        **{name: by_document(table, kind) for name, (table, kind) in ENTRIES.items()},
    }
    for id, source in sources.items():
        yield model.Extraction(id, source, **{name: tuple(of[id]) for name, of in found.items()})


def _in(table: Table, documents: Iterable[str]) -> Select[Any]:
    return select(table).where(table.c.document.in_(list(documents))).order_by(table.c.seq)


def _statements_of(store: Store, wanted: Any) -> tuple[model.Statement, ...]:
    s, d = schema.statements, schema.documents.c
    query = (
        select(s)
        .join(schema.documents, d.id == s.c.document)
        .where(wanted, d.current)
        .order_by(s.c.date_start.is_(None), s.c.date_start, s.c.seq)
    )
    with store.reading() as connection:
        return tuple(_nouns(connection, query, model.Statement))


def _members(actor: str) -> Select[Any]:
    m = schema.actor_members.c
    return select(m.actor).where(m.record_actor == actor)


def _by_id(connection: Connection, table: Table, kind: type[N], ids: Sequence[str]) -> dict[str, N]:
    found: dict[str, N] = {}
    for at in range(0, len(ids), BATCH):
        query = select(table).where(table.c.id.in_(ids[at : at + BATCH]))
        found.update((row["id"], noun(kind, row)) for row in connection.execute(query).mappings())
    return found


def _matters(connection: Connection, ids: Sequence[str]) -> tuple[model.Matter, ...]:
    m, e = schema.matters.c, schema.matter_entries.c
    asks: dict[str, str] = {}
    members: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for at in range(0, len(ids), BATCH):
        some = ids[at : at + BATCH]
        asks.update((id, ask) for id, ask in connection.execute(select(m.id, m.ask).where(m.id.in_(some))))
        query = select(e.matter, e.role, e.entry).where(e.matter.in_(some)).order_by(e.seq)
        for matter, role, entry in connection.execute(query):
            members[matter][role].append(entry)
    roles = {**{name: ENTRIES[name] for name in ("responses", "commitments", "progress", "counts")}}
    roles |= {"repeats": ENTRIES["asks"], "links": (schema.links, model.Link)}
    held: dict[str, dict[str, Any]] = {
        role: _by_id(connection, table, kind, [id for matter in members.values() for id in matter[role]])
        for role, (table, kind) in roles.items()
    }
    firsts = _by_id(connection, schema.asks, model.Ask, list(asks.values()))
    return tuple(
        model.Matter(id, firsts[asks[id]], **{r: tuple(held[r][entry] for entry in members[id][r]) for r in roles})
        for id in ids
        if id in asks
    )


def _inquiries(connection: Connection, ids: Sequence[str]) -> tuple[model.Inquiry, ...]:
    t, m, e = schema.record_inquiries, schema.inquiry_members.c, schema.inquiry_events
    told: dict[str, list[model.InquiryEvent]] = defaultdict(list)
    query = select(m.record_inquiry, e).join(e, e.c.inquiry_id == m.inquiry).where(m.record_inquiry.in_(ids))
    for row in connection.execute(query.order_by(e.c.date_start.is_(None), e.c.date_start, e.c.seq)).mappings():
        told[row["record_inquiry"]].append(noun(model.InquiryEvent, row))
    rows = {row["id"]: row for row in connection.execute(select(t).where(t.c.id.in_(ids))).mappings()}
    return tuple(noun(model.Inquiry, rows[id], events=tuple(told[id]), mentions=()) for id in ids if id in rows)
