"""Full-text search over statements and sentences, with facets."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    RowMapping,
    Table,
    and_,
    func,
    select,
)

from answerable import model
from answerable.store import schema
from answerable.store.database import Store
from answerable.store.dialect import END, START, terms
from answerable.store.facets import TOTAL, Facet, Facets, counted, told_of_all
from answerable.store.mapping import noun
from answerable.text import Span, Spans


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to look for. Empty `words` match everything; the other fields narrow it down.

    `words` is what a user typed: all words must occur, in any form ("inquiries" finds "inquiry"); what stands in
    double quotes must occur as it stands. It is never a syntax error. `speaker` and `target` are ids of actors of the
    record; `since` and `until` are inclusive. `by_day` sorts by day, the latest first, instead of by relevance.
    `kind`, `inquiry`, `disposition` and `status` are those of what was asked for, as in `queries.Narrowed`: no
    statement has them. `asks` leaves statements out.
    """

    words: str = ""
    act: model.Act | None = None
    speaker: str | None = None
    target: str | None = None
    quoted: model.Quoted | None = None
    medium: model.Medium | None = None
    publisher: str | None = None
    document: str | None = None
    since: date | None = None
    until: date | None = None
    by_day: bool = False
    kind: model.AskKind | None = None
    inquiry: str | None = None
    disposition: model.Disposition | None = None
    status: model.Status | None = None
    asks: bool = False

    @property
    def of_asks(self) -> bool:
        """Whether only what was asked for can match."""
        return self.asks or bool(self.kind or self.inquiry or self.disposition or self.status)

    @property
    def of_statements(self) -> bool:
        """Whether only statements can match."""
        return bool(self.act or self.quoted or self.document)


Shown = tuple[tuple[str, bool], ...]
"""A text in pieces, each with whether it matches what was looked for."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A statement or sentence that matches, the document that it stands in, and its words with the matches marked.

    `source` are the words that name a statement's speaker, empty where none do.
    """

    document: str
    title: str
    url: str
    publisher: str | None
    published: date | None
    place: Spans
    shown: Shown
    statement: model.Statement | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class Hits:
    """One page of hits, how many there are in all, and the facets of all of them by field of Wanted."""

    total: int
    hits: tuple[Hit, ...]
    facets: dict[str, tuple[Facet, ...]]


def search_statements(
    store: Store, wanted: Wanted, *, limit: int = 20, offset: int = 0, facets: bool = True, most: int | None = None
) -> Hits:
    """The statements that match, one page of them, with facets over act, speaker, target, medium, publisher.

    Without `facets` nothing is counted, and the total is 0: the page alone comes much faster from a large record.
    With `most` the total and the facets are those of so many that match, in no order, unless the record
    keeps them counted: a total of `most` says that there may be more.
    """
    if wanted.of_asks:
        return Hits(0, (), {})
    t, speakers = schema.statements, schema.record_actors
    aimed = {"target": (speakers.c.id, speakers.c.name)} if _few(wanted) else {}
    return _search(
        store,
        wanted,
        t,
        narrowed=_narrowed(wanted) + _narrowed_statements(wanted),
        day=t.c.day,
        facets={
            "act": (t.c.act, t.c.act),
            "speaker": (speakers.c.id, speakers.c.name),
            **aimed,
            "medium": (schema.documents.c.medium, schema.documents.c.medium),
            "publisher": (schema.documents.c.publisher, schema.documents.c.publisher),
        }
        if facets
        else None,
        limit=limit,
        offset=offset,
        most=most,
    )


def days_of(store: Store, wanted: Wanted) -> tuple[date | None, date | None]:
    """The first and the last day of the statements that match, whatever the words and days; None for undated ones."""
    t = schema.statements
    with store.reading() as connection:
        if wanted == Wanted():  # each from an end of the index
            return connection.scalar(select(func.min(t.c.day))), connection.scalar(select(func.max(t.c.day)))
        rows = t.join(schema.documents, schema.documents.c.id == t.c.document)
        where = (*_narrowed(wanted), *_narrowed_statements(wanted))
        first, last = connection.execute(
            select(func.min(t.c.day), func.max(t.c.day)).select_from(rows).where(*where)
        ).one()
        return first, last


def _few(wanted: Wanted) -> bool:
    """Whether counting by target is quick: all statements were counted before; of words alone too many may match."""
    return not wanted.words.strip() or bool(wanted.speaker or wanted.document)


def search_sentences(
    store: Store, wanted: Wanted, *, limit: int = 20, offset: int = 0, most: int | None = None
) -> Hits:
    """The sentences that match. Of the narrowing fields only medium, publisher, document and days apply.

    `most` is as in `search_statements`.
    """
    d = schema.documents.c
    return _search(
        store,
        wanted,
        schema.sentences,
        narrowed=_narrowed(wanted),
        day=d.day,
        facets={"medium": (d.medium, d.medium), "publisher": (d.publisher, d.publisher)},
        limit=limit,
        offset=offset,
        most=most,
    )


def _narrowed(wanted: Wanted) -> list[ColumnElement[bool]]:
    d = schema.documents.c
    asked = ((d.medium, wanted.medium), (d.publisher, wanted.publisher), (d.id, wanted.document))
    return [d.current, *(column == value for column, value in asked if value is not None)]


def _narrowed_statements(wanted: Wanted) -> list[ColumnElement[bool]]:
    t, aimed, members = schema.statements.c, schema.statement_targets.c, schema.actor_members.c
    asked: list[ColumnElement[bool]] = [t.id.not_in(select(schema.rejected.c.entry))]
    if wanted.act:
        asked.append(t.act == wanted.act)
    if wanted.quoted:
        asked.append(t.quoted == wanted.quoted)
    if wanted.speaker:
        asked.append(t.speaker_id.in_(select(members.actor).where(members.record_actor == wanted.speaker)))
    if wanted.target:
        named = select(members.actor).where(members.record_actor == wanted.target)
        asked.append(t.id.in_(select(aimed.statement).where(aimed.actor.in_(named))))
    return asked


def _search(
    store: Store,
    wanted: Wanted,
    table: Table,
    *,
    narrowed: list[ColumnElement[bool]],
    day: ColumnElement[Any],
    facets: Facets | None,
    limit: int,
    offset: int,
    most: int | None = None,
) -> Hits:
    words = terms(wanted.words)
    if wanted.words.strip() and not words:
        return Hits(0, (), dict.fromkeys(facets or {}, ()))
    days = [day >= wanted.since] if wanted.since else []
    days += [day <= wanted.until] if wanted.until else []
    where = and_(*narrowed, *days)
    joined = table.join(schema.documents, schema.documents.c.id == table.c.document)
    order: list[ColumnElement[Any]] = [day.desc().nulls_last(), table.c.seq]
    if words:
        matches = store.dialect.matching(table.name, words)
        joined = joined.join(matches, table.c.seq == matches.c.seq + 0)  # so that words are looked up once, and first
        order = order if wanted.by_day else [matches.c.rank, *order]
    page = select(table.c.seq).select_from(joined).where(where).order_by(*order).limit(limit).offset(offset)
    everything = table is schema.statements and replace(wanted, by_day=False) == Wanted()
    with store.reading() as connection:
        told = told_of_all(connection) if everything and facets else {}
        if not told and facets is not None:
            told = counted(connection, select(table.c.seq).select_from(joined).where(where).limit(most), facets)
        total = told.pop(TOTAL)[0].count if told else 0
        return Hits(total, _hits(connection, store, table, words, connection.scalars(page).all()), told)


def hits_of(store: Store, statements: Sequence[str]) -> tuple[Hit, ...]:
    """The statements with these ids as hits of no search, in no order."""
    t = schema.statements.c
    with store.reading() as connection:
        found = connection.scalars(select(t.seq).where(t.id.in_(statements))).all()
        return _hits(connection, store, schema.statements, (), found)


def _hits(
    connection: Connection, store: Store, table: Table, words: tuple[str, ...], page: Sequence[int]
) -> tuple[Hit, ...]:
    held = connection.execute(select(table).where(table.c.seq.in_(page))).mappings()
    rows = sorted(held, key=lambda row: page.index(row["seq"]))
    marked = store.dialect.marked(connection, table.name, words, [row["seq"] for row in rows]) if words and rows else {}
    d = schema.documents
    heads = {
        row["id"]: row
        for row in connection.execute(
            select(d.c.id, d.c.title, d.c.url, d.c.publisher, d.c.day, d.c.name).where(
                d.c.id.in_({row["document"] for row in rows})
            )
        ).mappings()
    }
    return tuple(_hit(row, heads[row["document"]], marked.get(row["seq"])) for row in rows)


def _hit(row: RowMapping, head: RowMapping, marked: str | None) -> Hit:
    statement = noun(model.Statement, row) if "content" in row else None
    return Hit(
        document=head["id"],
        title=head["title"] or head["name"] or head["url"],
        url=head["url"],
        publisher=head["publisher"],
        published=head["day"],
        place=statement.content if statement else (Span(*row["span"]),),
        shown=pieces(marked if marked is not None else row["content_words"] if statement else row["text"]),
        statement=statement,
        source=row["source_words"] if statement else "",
    )


def pieces(marked: str) -> Shown:
    """A text with START and END around what matches, in pieces."""
    found: list[tuple[str, bool]] = []
    for at, piece in enumerate(re.split(f"[{START}{END}]", marked)):
        if piece:
            found.append((piece, at % 2 == 1))
    return tuple(found)
