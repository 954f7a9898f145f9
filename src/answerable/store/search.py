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
    FromClause,
    RowMapping,
    Select,
    Table,
    and_,
    func,
    literal,
    select,
    union_all,
)

from answerable import model
from answerable.store import schema
from answerable.store.database import Store
from answerable.store.dialect import END, START, terms
from answerable.store.mapping import noun
from answerable.text import Span, Spans

FACET_VALUES = 20
"""How many values of a facet are counted out, the most frequent first."""

TOTAL = "total"

Facets = dict[str, tuple[ColumnElement[Any], ColumnElement[Any]]]
"""For the name of a facet: the column of its values and the column of the names to show."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to look for. Empty `words` match everything; the other fields narrow it down.

    `words` is what a user typed: all words must occur, in any form ("inquiries" finds "inquiry"); what stands in
    double quotes must occur as it stands. It is never a syntax error. `speaker` and `target` are ids of actors of the
    record; `since` and `until` are inclusive. `by_day` sorts by day, the latest first, instead of by relevance.
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
class Facet:
    """One value by which the hits can be narrowed, with how many would be left; `name` is what to show."""

    value: str
    name: str
    count: int


@dataclass(frozen=True, slots=True)
class Hits:
    """One page of hits, how many there are in all, and the facets of all of them by field of Wanted."""

    total: int
    hits: tuple[Hit, ...]
    facets: dict[str, tuple[Facet, ...]]


def search_statements(store: Store, wanted: Wanted, *, limit: int = 20, offset: int = 0, facets: bool = True) -> Hits:
    """The statements that match, one page of them, with facets over act, speaker, medium and publisher.

    Without `facets` nothing is counted, and the total is 0: the page alone comes much faster from a large record.
    """
    t, speakers = schema.statements, schema.record_actors
    return _search(
        store,
        wanted,
        t,
        narrowed=_narrowed(wanted) + _narrowed_statements(wanted),
        day=t.c.day,
        facets={
            "act": (t.c.act, t.c.act),
            "speaker": (speakers.c.id, speakers.c.name),
            "medium": (schema.documents.c.medium, schema.documents.c.medium),
            "publisher": (schema.documents.c.publisher, schema.documents.c.publisher),
        }
        if facets
        else None,
        limit=limit,
        offset=offset,
    )


def search_sentences(store: Store, wanted: Wanted, *, limit: int = 20, offset: int = 0) -> Hits:
    """The sentences that match. Of the narrowing fields only medium, publisher, document and days apply."""
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
    )


def _narrowed(wanted: Wanted) -> list[ColumnElement[bool]]:
    d = schema.documents.c
    asked = ((d.medium, wanted.medium), (d.publisher, wanted.publisher), (d.id, wanted.document))
    return [d.current, *(column == value for column, value in asked if value is not None)]


def _narrowed_statements(wanted: Wanted) -> list[ColumnElement[bool]]:
    t, aimed, members = schema.statements.c, schema.statement_targets.c, schema.actor_members.c
    asked: list[ColumnElement[bool]] = []
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
        joined = joined.join(matches, matches.c.seq == table.c.seq)
        order = order if wanted.by_day else [matches.c.rank, *order]
    page = select(table.c.seq).select_from(joined).where(where).order_by(*order).limit(limit).offset(offset)
    everything = table is schema.statements and replace(wanted, by_day=False) == Wanted()
    with store.reading() as connection:
        told = told_of_all(connection) if everything and facets else {}
        if not told and facets is not None:
            told = _counted(connection, select(table.c.seq).select_from(joined).where(where), facets)
        total = told.pop(TOTAL)[0].count if told else 0
        return Hits(total, _hits(connection, store, table, words, connection.scalars(page).all()), told)


def _counted(connection: Connection, matching: Select[Any], facets: Facets) -> dict[str, tuple[Facet, ...]]:
    """The total and the facets of what matches, which is looked for once."""
    values = {f"{name}_value": value for name, (value, _) in facets.items() if name != "speaker"}
    extra: list[ColumnElement[Any]] = [value.label(name) for name, value in values.items()]
    if "speaker" in facets:
        extra.append(schema.statements.c.speaker_id)
    found = matching.add_columns(*extra).cte("found")
    queries = [select(literal(TOTAL), literal(""), literal(""), func.count()).select_from(found)]
    for name in facets:
        if name == "speaker":
            members, actors = schema.actor_members.c, schema.record_actors.c
            rows = found.join(schema.actor_members, members.actor == found.c.speaker_id)
            rows = rows.join(schema.record_actors, actors.id == members.record_actor)
            queries.append(_most(name, actors.id, actors.name, rows))
        else:
            value = found.c[f"{name}_value"]
            queries.append(_most(name, value, value, found))
    told: dict[str, tuple[Facet, ...]] = dict.fromkeys((TOTAL, *facets), ())
    for field, of, shown, count in connection.execute(union_all(*queries)):
        told[field] = (*told[field], Facet(of, shown, count))
    return {f: tuple(sorted(listed, key=lambda x: (-x.count, x.name))) for f, listed in told.items()}


def _most(field: str, value: ColumnElement[Any], name: ColumnElement[Any], rows: FromClause) -> Select[Any]:
    """The most frequent values of a facet."""
    query = select(literal(field).label("field"), value.label("value"), name.label("name"), func.count().label("n"))
    query = query.select_from(rows).where(value.is_not(None)).group_by(value, name)
    return select(query.order_by(func.count().desc(), name).limit(FACET_VALUES).subquery())


def told_of_all(connection: Connection) -> dict[str, tuple[Facet, ...]]:
    """The total and the facets of all statements, counted when the record was built; nothing before that."""
    t = schema.tallies
    told: dict[str, tuple[Facet, ...]] = {}
    for field, value, name, count in connection.execute(
        select(t.c.field, t.c.value, t.c.name, t.c.n).order_by(t.c.seq)
    ):
        told[field] = (*told.get(field, ()), Facet(value, name, count))
    return told


def count_up(store: Store) -> None:
    """Counts the facets of all statements, and who did what to whom how often, so that no page has to."""
    r, s, t = schema.relations, schema.statements.c, schema.statement_targets.c
    by, of, d = schema.actor_members.alias(), schema.actor_members.alias(), schema.documents
    pairs = (
        select(by.c.record_actor, s.act, of.c.record_actor, func.count(s.id.distinct()))
        .select_from(schema.statement_targets)
        .join(schema.statements, s.id == t.statement)
        .join(d, d.c.id == s.document)
        .join(by, by.c.actor == s.speaker_id)
        .join(of, of.c.actor == t.actor)
        .where(d.c.current, by.c.record_actor != of.c.record_actor)
        .group_by(by.c.record_actor, s.act, of.c.record_actor)
    )
    facets: Facets = {
        "act": (s.act, s.act),
        "speaker": (schema.record_actors.c.id, schema.record_actors.c.name),
        "medium": (d.c.medium, d.c.medium),
        "publisher": (d.c.publisher, d.c.publisher),
    }
    current = select(s.seq).join(d, d.c.id == s.document).where(d.c.current)
    with store.writing() as connection:
        told = _counted(connection, current, facets)
        rows = [{"field": field, "value": f.value, "name": f.name, "n": f.count} for field in told for f in told[field]]
        connection.execute(schema.tallies.delete())
        connection.execute(schema.tallies.insert(), rows)
        connection.execute(r.delete())
        connection.execute(r.insert().from_select(["speaker", "act", "target", "n"], pairs))


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
