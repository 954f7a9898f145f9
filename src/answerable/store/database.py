"""Opening a database: connections, transactions, and bringing the tables to the form that this version knows."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from importlib.resources import files
from pathlib import Path

from sqlalchemy import Connection, Engine, MetaData, Table, create_engine, inspect, make_url, select, text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.schema import DropTable

from answerable.errors import StoreError
from answerable.store import schema
from answerable.store.dialect import SEARCHED, Dialect, address, dialect_of
from answerable.store.migrations import HEAD
from answerable.text import key


@dataclass(frozen=True, slots=True)
class Store:
    """An open database. Hold one for the life of a process; it may be used from several threads."""

    engine: Engine
    dialect: Dialect
    name: str
    """The path or address as the user gave it, without a password."""
    within: Connection | None = None
    """The transaction that everything is part of, in the store that `whole` gives."""

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one state of the database."""
        if self.within:
            yield self.within
            return
        with self.engine.connect() as connection:
            yield connection

    @contextmanager
    def whole(self) -> Iterator[Store]:
        """This store, for one thread, with all that is written through it in one transaction and seen by its readings.

        Nothing of it is stored if an exception leaves the block or the process dies in it.
        """
        with self.writing() as connection:
            yield replace(self, within=connection)

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection whose work is stored as a whole at the end, or not at all if an exception leaves the block."""
        if self.within:
            yield self.within
            return
        with self.engine.connect().execution_options(writes=True) as connection, connection.begin():
            yield connection

    def close(self) -> None:
        """Gives all connections back."""
        self.engine.dispose()


_EXTRA = "install answerable with its extra for PostgreSQL: pip install '.[postgres]' in a clone"


def open_store(url_or_path: str | Path, *, create: bool = True, reset: bool = False) -> Store:
    """Opens the record in a SQLite file or at a sqlite: or postgresql: address; makes tables where there are none.

    With `create` false a file that does not exist is an error. With `reset` the FOUND tables are made anew and empty,
    and every document waits to be extracted again. Raises StoreError if the database cannot be opened, is newer than
    this program, or holds what a version with other nouns found (`answerable rebuild` mends that).
    """
    name = str(url_or_path)
    if not create and "://" not in name and not Path(name).is_file():
        raise StoreError(f"there is no record at {name}: make one with `answerable add`")
    shown = make_url(name).render_as_string(hide_password=True) if "://" in name else name
    try:
        engine = create_engine(address(name), json_serializer=_json)
        store = Store(engine, dialect_of(engine), shown)
        store.dialect.prepare(engine)
        _bring_up_to_date(store, reset)
    except SQLAlchemyError as error:
        raise StoreError(f"cannot open {shown}: {_cause(error)}") from error
    except ModuleNotFoundError as error:  # psycopg comes with the extra only
        raise StoreError(f"cannot open {shown}: {error.name} is missing; {_EXTRA}") from error
    return store


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _cause(error: SQLAlchemyError) -> str:
    return str(getattr(error, "orig", None) or error).strip().splitlines()[0]


def _bring_up_to_date(store: Store, reset: bool) -> None:
    with store.reading() as connection:
        ready = not reset and _step(connection) == HEAD and _found_form(connection) == form()
    if ready:
        return
    with store.writing() as connection:  # another process may have done it in the meantime: look again
        step = _step(connection)
        if step is not None and step > HEAD:
            raise StoreError(f"{store.name} was made by a newer version of answerable")
        if step != HEAD:
            _migrate(connection)
        found = _found_form(connection)
        if found is None or reset:
            _make_found(connection, store.dialect)
        elif found != form():
            raise StoreError(f"{store.name} was filled by another version of answerable: run `answerable rebuild`")


def _step(connection: Connection) -> str | None:
    """The latest migration step that was taken."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    step: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return step


def _migrate(connection: Connection) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(files("answerable.store") / "migrations"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, HEAD)


def form() -> str:
    """A key of the form of the FOUND tables: changes when a noun or a searched column does."""
    columns = (
        f"{table.name}.{column.name} {type(column.type).__name__} {column.nullable} {column.unique}"
        for table in schema.FOUND.sorted_tables
        for column in table.columns
    )
    indexes = (
        f"{table.name} {index.name} {index.columns.keys()} {index.unique}"
        for table in schema.FOUND.sorted_tables
        for index in sorted(table.indexes, key=lambda index: str(index.name))
    )
    return key("found", *columns, *indexes, SEARCHED)


def _found_form(connection: Connection) -> str | None:
    if not inspect(connection).has_table(schema.about.name):
        return None
    held: str | None = connection.scalar(select(schema.about.c.value).where(schema.about.c.name == "found"))
    return held


def _make_found(connection: Connection, dialect: Dialect) -> None:
    """Drops the FOUND tables that are there, under whatever names they had, and makes them as the nouns say now."""
    about = schema.about
    held = connection.scalar(select(about.c.value).where(about.c.name == "found_tables")) or ""
    dialect.drop_search(connection)
    for name in held.split():
        connection.execute(DropTable(Table(name, MetaData()), if_exists=True))
    schema.FOUND.create_all(connection)
    dialect.make_search(connection)
    connection.execute(about.delete().where(about.c.name.in_(("found", "found_tables"))))
    names = " ".join(table.name for table in schema.FOUND.sorted_tables)
    connection.execute(about.insert(), [{"name": "found", "value": form()}, {"name": "found_tables", "value": names}])
    connection.execute(schema.documents.update().values(extracted=False))
