"""How many entries have which value: counted for a search, or once for all when the record is built."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, FromClause, Select, func, literal, select, union_all

from answerable.store import schema
from answerable.store.database import Store

FACET_VALUES = 20
"""How many values of a facet are counted out, the most frequent first."""

TOTAL = "total"
ACTORS = ("speaker", "target")
"""Facets of statements whose values are actors of the record."""

Facets = dict[str, tuple[ColumnElement[Any], ColumnElement[Any]]]
"""For the name of a facet: the column of its values and the column of the names to show."""


@dataclass(frozen=True, slots=True)
class Facet:
    """One value by which the hits can be narrowed, with how many would be left; `name` is what to show."""

    value: str
    name: str
    count: int


def counted(connection: Connection, matching: Select[Any], facets: Facets) -> dict[str, tuple[Facet, ...]]:
    """The total and the facets of what matches, which is looked for once."""
    values = {f"{name}_value": value for name, (value, _) in facets.items() if name not in ACTORS}
    extra: list[ColumnElement[Any]] = [value.label(name) for name, value in values.items()]
    if "speaker" in facets:
        extra += [schema.statements.c.id, schema.statements.c.speaker_id]
    found = matching.add_columns(*extra).cte("found")
    queries = [select(literal(TOTAL), literal(""), literal(""), func.count()).select_from(found)]
    for name in facets:
        if name in ACTORS:
            members, actors, aimed = schema.actor_members.c, schema.record_actors.c, schema.statement_targets
            one = found.join(aimed, aimed.c.statement == found.c.id) if name == "target" else found
            rows = one.join(
                schema.actor_members, members.actor == (aimed.c.actor if name == "target" else found.c.speaker_id)
            )
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
        .where(d.c.current, s.id.not_in(select(schema.rejected.c.entry)), by.c.record_actor != of.c.record_actor)
        .group_by(by.c.record_actor, s.act, of.c.record_actor)
    )
    facets: Facets = {
        "act": (s.act, s.act),
        "speaker": (schema.record_actors.c.id, schema.record_actors.c.name),
        "target": (schema.record_actors.c.id, schema.record_actors.c.name),
        "medium": (d.c.medium, d.c.medium),
        "publisher": (d.c.publisher, d.c.publisher),
    }
    kept = s.id.not_in(select(schema.rejected.c.entry))
    current = select(s.seq).join(d, d.c.id == s.document).where(d.c.current, kept)
    with store.writing() as connection:
        told = counted(connection, current, facets)
        rows = [{"field": field, "value": f.value, "name": f.name, "n": f.count} for field in told for f in told[field]]
        connection.execute(schema.tallies.delete())
        connection.execute(schema.tallies.insert(), rows)
        connection.execute(r.delete())
        connection.execute(r.insert().from_select(["speaker", "act", "target", "n"], pairs))
