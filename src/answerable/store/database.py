"""Opening a database: connections, transactions, and bringing the tables to the form that this version knows."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, Engine

from answerable.store.dialect import Dialect


@dataclass(frozen=True, slots=True)
class Store:
    """An open database. Hold one for the life of a process; it may be used from several threads."""

    engine: Engine
    dialect: Dialect
    name: str
    """The path or address as the user gave it, without a password."""

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one state of the database."""
        with self.engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection whose work is stored as a whole at the end, or not at all if an exception leaves the block."""
        with self.engine.connect().execution_options(writes=True) as connection, connection.begin():
            yield connection

    def close(self) -> None:
        """Gives all connections back."""
        self.engine.dispose()


def open_store(url_or_path: str | Path, *, create: bool = True) -> Store:
    """Opens the record in a SQLite file or at a sqlite: or postgresql: address; makes tables where there are none.

    With `create` false a file that does not exist is an error. Raises StoreError if the database cannot be opened, is
    newer than this program, or holds what an older version found (run `answerable rebuild`).
    """
    raise NotImplementedError
