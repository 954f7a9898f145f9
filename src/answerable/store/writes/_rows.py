"""Rows into tables, inside the transaction of the function that stores them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Table

from answerable.store.mapping import Row


def once(rows: Iterable[Row]) -> list[Row]:
    """Rows of which several have one id, each id once."""
    return list({row["id"]: row for row in rows}.values())


def insert(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Adds rows, of which there may be none."""
    if rows:
        connection.execute(table.insert(), list(rows))


def refill(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Puts rows in the place of all that the table holds."""
    connection.execute(table.delete())
    insert(connection, table, rows)
