"""Actors of the record, who says what of whom, and what each is asked and promises."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, Text, cast, func, select

from answerable import model
from answerable.store import schema
from answerable.store.database import Store
from answerable.store.queries._rows import N, batches, by_id, members, one, read


@dataclass(frozen=True, slots=True)
class ListedActor:
    """An actor in a list, with how many statements are by and about it."""

    id: str
    name: str
    kind: model.ActorKind
    said: int
    said_of: int


@dataclass(frozen=True, slots=True)
class Relation:
    """How often one actor of the record did one thing to another."""

    speaker: model.Ref
    act: model.Act
    target: model.Ref
    count: int


def actor(store: Store, id: str) -> model.Actor:
    """The actor of the record with this id."""
    return one(store, schema.record_actors, model.Actor, id, "actor")


def actor_of(store: Store, parts: Iterable[str]) -> dict[str, str]:
    """For ids of actors in single documents: the id of the record's actor that each is part of."""
    m = schema.actor_members.c
    found: dict[str, str] = {}
    with store.reading() as connection:
        for some in batches(list(parts)):
            found |= dict(connection.execute(select(m.actor, m.record_actor).where(m.actor.in_(some))).all())
    return found


def known_as(store: Store, parts: Iterable[str]) -> dict[str, model.Ref]:
    """For ids of actors in single documents: the record's actor that each is part of, under the record's name of it."""
    m, a = schema.actor_members.c, schema.record_actors.c
    query = select(m.actor, a.id, a.name).join(schema.record_actors, a.id == m.record_actor)
    found: dict[str, model.Ref] = {}
    with store.reading() as connection:
        for some in batches(list(parts)):
            rows = connection.execute(query.where(m.actor.in_(some)))
            found.update((part, model.Ref(id, name)) for part, id, name in rows)
    return found


def actors_of(store: Store, ids: Iterable[str]) -> dict[str, model.Actor]:
    """The actors of the record with these ids; ids that are not there are left out."""
    with store.reading() as connection:
        return by_id(connection, schema.record_actors, model.Actor, sorted(set(ids)))


def actors_called(
    store: Store, words: Sequence[str], kinds: Iterable[model.ActorKind], *, limit: int = 50
) -> tuple[model.Actor, ...]:
    """The actors of the record with all of these words among the letters of their names, the shortest names first."""
    a = schema.record_actors.c
    among = [a.name.icontains(w, autoescape=True) | cast(a.names, Text).icontains(w, autoescape=True) for w in words]
    query = select(schema.record_actors).where(a.kind.in_(list(kinds)), *among)
    return read(store, query.order_by(func.length(a.name), a.name, a.id).limit(limit), model.Actor)


def count_said(store: Store, actors: Iterable[str]) -> dict[str, int]:
    """How many statements of current documents actors of the record make; those who make none are left out."""
    s, m, d = schema.statements.c, schema.actor_members.c, schema.documents.c
    query = (
        select(m.record_actor, func.count())
        .join(schema.statements, s.speaker_id == m.actor)
        .join(schema.documents, d.id == s.document)
        .where(d.current)
        .group_by(m.record_actor)
    )
    found: dict[str, int] = {}
    with store.reading() as connection:
        for some in batches(sorted(set(actors))):
            found |= dict(connection.execute(query.where(m.record_actor.in_(some))).all())
    return found


def actors(store: Store, *, kind: model.ActorKind | None = None) -> tuple[model.Actor, ...]:
    """The actors of the record, by name."""
    t = schema.record_actors
    query = select(t).order_by(t.c.name, t.c.id)
    return read(store, query.where(t.c.kind == kind) if kind else query, model.Actor)


def count_actors(store: Store, *, named: str = "", kind: model.ActorKind | None = None) -> int:
    """How many actors of the record have these letters in their name."""
    with store.reading() as connection:
        query = select(func.count()).select_from(schema.record_actors).where(*_wanted(named, kind))
        return connection.scalar(query) or 0


def kinds_of_actors(store: Store, *, named: str = "") -> dict[model.ActorKind, int]:
    """How many actors of the record of each kind have these letters in their name; kinds without any are left out."""
    kind = schema.record_actors.c.kind
    query = select(kind, func.count()).where(*_wanted(named, None)).group_by(kind)
    with store.reading() as connection:
        found = {model.ActorKind(one): n for one, n in connection.execute(query)}
    return {one: found[one] for one in model.ActorKind if one in found}


def list_actors(
    store: Store, *, named: str = "", kind: model.ActorKind | None = None, limit: int = 50, offset: int = 0
) -> tuple[ListedActor, ...]:
    """Actors of the record whose name has these letters, those who say most first."""
    a = schema.record_actors.c
    said, aimed = _said().subquery(), _aimed().subquery()
    query = (
        select(a.id, a.name, a.kind, func.coalesce(said.c.n, 0), func.coalesce(aimed.c.n, 0))
        .outerjoin(said, said.c.actor == a.id)
        .outerjoin(aimed, aimed.c.actor == a.id)
        .where(*_wanted(named, kind))
        .order_by(func.coalesce(said.c.n, 0).desc(), func.coalesce(aimed.c.n, 0).desc(), a.name, a.id)
    )
    with store.reading() as connection:
        rows = connection.execute(query.limit(limit).offset(offset)).all()
    return tuple(ListedActor(id, name, model.ActorKind(kind), by, of) for id, name, kind, by, of in rows)


def find_actors(store: Store, named: str, *, limit: int = 5) -> tuple[model.Ref, ...]:
    """Actors of the record whose name has these letters, the shortest names first."""
    a = schema.record_actors.c
    query = select(a.id, a.name).where(*_wanted(named, None)).order_by(func.length(a.name), a.name, a.id)
    with store.reading() as connection:
        return tuple(model.Ref(row.id, row.name) for row in connection.execute(query.limit(limit)))


def relations(store: Store, actors: Sequence[str] = (), *, limit: int = 60) -> tuple[Relation, ...]:
    """Who did what to whom, the most frequent first: between all actors, or those that touch one of `actors`."""
    r, speaker, target = schema.relations.c, schema.record_actors.alias(), schema.record_actors.alias()
    query = (
        select(r.speaker, speaker.c.name, r.act, r.target, target.c.name, r.n)
        .join(speaker, speaker.c.id == r.speaker)
        .join(target, target.c.id == r.target)
        .order_by(r.n.desc(), r.seq)
    )
    if actors:
        query = query.where(r.speaker.in_(actors) | r.target.in_(actors))
    with store.reading() as connection:
        rows = connection.execute(query.limit(limit)).all()
    return tuple(
        Relation(model.Ref(by_id, by_name), model.Act(act), model.Ref(of_id, of_name), n)
        for by_id, by_name, act, of_id, of_name, n in rows
    )


def asks_of(store: Store, actor: str, *, limit: int = 50) -> tuple[model.Ask, ...]:
    """What an actor of the record is asked to do, the latest first."""
    t, aimed = schema.asks, schema.ask_addressees.c
    query = select(t).where(t.c.id.in_(select(aimed.ask).where(aimed.actor.in_(members(actor)))))
    return _entries(store, query.order_by(t.c.date_start.desc(), t.c.seq), model.Ask, limit)


def promises_by(store: Store, actor: str, *, limit: int = 50) -> tuple[model.Commitment, ...]:
    """What an actor of the record has promised, the latest first."""
    t = schema.commitments
    query = select(t).where(t.c.by_id.in_(members(actor)))
    return _entries(store, query.order_by(t.c.date_start.desc(), t.c.seq), model.Commitment, limit)


def asks_by(store: Store, actor: str, *, limit: int = 50) -> tuple[model.Ask, ...]:
    """What an actor of the record asks others to do, the latest first."""
    t = schema.asks
    query = select(t).where(t.c.by_id.in_(members(actor)))
    return _entries(store, query.order_by(t.c.date_start.desc(), t.c.seq), model.Ask, limit)


def counts_by(store: Store, actor: str, *, limit: int = 50) -> tuple[model.Count, ...]:
    """The counts that an actor of the record claims, the latest first."""
    t = schema.counts
    query = select(t).where(t.c.by_id.in_(members(actor)))
    return _entries(store, query.order_by(t.c.as_of_start.desc(), t.c.seq), model.Count, limit)


def _entries(store: Store, query: Select[Any], kind: type[N], limit: int) -> tuple[N, ...]:
    d = schema.documents.c
    current = query.join(schema.documents, d.id == query.selected_columns.document).where(d.current)
    return read(store, current.limit(limit), kind)


def _wanted(named: str, kind: model.ActorKind | None) -> list[Any]:
    a = schema.record_actors.c
    wanted: list[Any] = [a.name.icontains(named, autoescape=True)] if named.strip() else []
    return [*wanted, a.kind == kind] if kind else wanted


def _said() -> Select[Any]:
    s, m = schema.statements.c, schema.actor_members.c
    counted = select(m.record_actor.label("actor"), func.count().label("n"))
    return counted.join(schema.statements, s.speaker_id == m.actor).group_by(m.record_actor)


def _aimed() -> Select[Any]:
    t, m = schema.statement_targets.c, schema.actor_members.c
    counted = select(m.record_actor.label("actor"), func.count().label("n"))
    return counted.join(schema.statement_targets, t.actor == m.actor).group_by(m.record_actor)
