"""From rows to nouns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeVar

from sqlalchemy import Column, ColumnElement, Connection, Select, Table, or_, select

from answerable.errors import NotFoundError
from answerable.store import schema
from answerable.store.database import Store
from answerable.store.mapping import noun

N = TypeVar("N")

BATCH = 400
"""Ids asked for at a time: well below the number of variables that SQLite takes in one query."""


def batches(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    """The ids, so many at a time as one query takes."""
    for at in range(0, len(ids), BATCH):
        yield ids[at : at + BATCH]


def nouns(connection: Connection, query: Select[Any], kind: type[N]) -> Iterator[N]:
    """The nouns that a query's rows hold."""
    return (noun(kind, row) for row in connection.execute(query).mappings())


def read(store: Store, query: Select[Any], kind: type[N]) -> tuple[N, ...]:
    """The nouns that a query's rows hold, read at once."""
    with store.reading() as connection:
        return tuple(nouns(connection, query, kind))


def read_among(
    store: Store, columns: Iterable[Column[Any]], ids: Iterable[str], kind: type[N], *where: ColumnElement[bool]
) -> tuple[N, ...]:
    """The nouns of which one of these columns of their table holds one of `ids`, each once, in their order."""
    among = tuple(columns)
    found: dict[int, N] = {}
    table = among[0].table
    with store.reading() as connection:
        for some in batches(sorted(set(ids))):
            query = select(table).where(or_(*(column.in_(some) for column in among)), *where)
            found.update((row["seq"], noun(kind, row)) for row in connection.execute(query).mappings())
    return tuple(found[seq] for seq in sorted(found))


def one(store: Store, table: Table, kind: type[N], id: str, name: str) -> N:
    """The noun with this id. Raises NotFoundError, with the name of what was looked for."""
    for found in read(store, select(table).where(table.c.id == id), kind):
        return found
    raise NotFoundError(f"no {name} {id}")


def by_id(connection: Connection, table: Table, kind: type[N], ids: Sequence[str]) -> dict[str, N]:
    """The nouns with these ids; ids that are not there are left out."""
    found: dict[str, N] = {}
    for some in batches(ids):
        rows = connection.execute(select(table).where(table.c.id.in_(some))).mappings()
        found.update((row["id"], noun(kind, row)) for row in rows)
    return found


def members(actor: str) -> Select[tuple[str]]:
    """Ids of the actors in single documents that an actor of the record joins."""
    m = schema.actor_members.c
    return select(m.actor).where(m.record_actor == actor)
