"""How matters stand, summed up: by what lists of them are narrowed, counted and sorted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from answerable.store import schema
from answerable.store.database import Store


@dataclass(frozen=True, slots=True)
class Summed:
    """A matter by all that was said of it.

    `day` is when it was asked; `due` the last day of the promise or deadline that holds; `settled` whether nothing is
    owed any more; `said` the latest day on which something was said of it, after which only days pass. `values` are
    (field of Narrowed, value) pairs: its kind, inquiry, speakers and addressees, what answers and claims say.
    """

    matter: str
    day: date | None
    due: date | None
    settled: bool
    said: date | None
    values: tuple[tuple[str, str], ...]


def keep_summed(store: Store, summed: Iterable[Summed]) -> None:
    """Puts how these matters stand now in the place of how they stood before; other matters are left as they are."""
    listed = list(summed)
    ids = [s.matter for s in listed]
    with store.writing() as connection:
        for table in (schema.standings, schema.matter_values):
            connection.execute(table.delete().where(table.c.matter.in_(ids)))
        insert_summed(connection, listed)


def insert_summed(connection: Connection, summed: Iterable[Summed]) -> None:
    """Adds how matters stand, inside the transaction that puts them there."""
    listed = list(summed)
    heads = [{"matter": s.matter, "day": s.day, "due": s.due, "settled": s.settled, "said": s.said} for s in listed]
    values = [{"matter": s.matter, "field": field, "value": value} for s in listed for field, value in s.values]
    for table, rows in ((schema.standings, heads), (schema.matter_values, values)):
        if rows:
            connection.execute(table.insert(), rows)
