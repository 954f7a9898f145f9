"""The one place that asks which database it is: SQLite or PostgreSQL.

What differs: the address, how a connection is set up and a transaction begins, and full-text search.
SQLite searches with FTS5 tables beside the searched ones, kept in step by triggers; PostgreSQL with a
generated `tsvector` column in them.
"""

from __future__ import annotations

import re
import sqlite3
import time
from collections.abc import Sequence
from typing import Any, Protocol

from sqlalchemy import Connection, Double, Engine, Integer, Subquery, event, text
from sqlalchemy.exc import DBAPIError

from answerable.errors import StoreError

START, END = "\x02", "\x03"
"""Stand before and after a matching word in a highlighted text."""

SEARCHED = {
    "sentences": ("text",),
    "statements": ("content_words", "source_words", "cue_words"),
    "matters": ("text",),
}
"""The tables and columns that full-text search covers; the first column is the one shown."""

LONGEST = 200_000
"""Characters of one row that PostgreSQL searches: a tsvector holds 1 MB."""

WORDS = "asciiword, word, hword, hword_part, asciihword, hword_asciipart"
QUERY = (
    "(SELECT string_agg('(' || phraseto_tsquery('answerable', term)::text || ')', ' & ')::tsquery "
    "FROM unnest(cast(:terms AS text[])) AS term WHERE numnode(phraseto_tsquery('answerable', term)) > 0)"
)

_PATIENCE = 30  # seconds
_TERM = re.compile(r'"([^"]*)"|(\S+)')


def terms(query: str) -> tuple[str, ...]:
    """The words of what a user typed; what stands in double quotes is one term. No query is an error."""
    clean = "".join(c if c.isprintable() else " " for c in query)
    found = (phrase or word.strip('"') for phrase, word in _TERM.findall(clean))
    return tuple(term for term in found if any(c.isalnum() for c in term))


class Dialect(Protocol):
    """What one database does in its own way."""

    name: str

    def prepare(self, engine: Engine) -> None:
        """Sets up the connections of a new engine."""

    def make_search(self, connection: Connection) -> None:
        """Adds full-text search to the FOUND tables, which have just been made."""

    def drop_search(self, connection: Connection) -> None:
        """Takes it away before the FOUND tables are dropped."""

    def matching(self, table: str, words: Sequence[str]) -> Subquery:
        """`seq` and `rank` (smaller is better) of the rows of `table` that hold all of `words`."""

    def marked(self, connection: Connection, table: str, words: Sequence[str], rows: Sequence[int]) -> dict[int, str]:
        """For some rows of `table`, by seq: the shown text with START and END around the words that match."""


class Sqlite:
    """SQLite 3.35 or newer with FTS5."""

    name = "sqlite"

    def prepare(self, engine: Engine) -> None:
        """Write-ahead log, a patient lock, and transactions that begin when told (writers take the lock at once)."""

        @event.listens_for(engine, "connect")
        def set_up(connection: Any, _: object) -> None:
            connection.isolation_level = None
            connection.execute("PRAGMA busy_timeout = 30000")
            _write_ahead(connection)
            for pragma in ("synchronous = NORMAL", "foreign_keys = ON"):
                connection.execute(f"PRAGMA {pragma}")

        @event.listens_for(engine, "begin")
        def begin(connection: Connection) -> None:
            writes = connection.get_execution_options().get("writes")
            connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    def make_search(self, connection: Connection) -> None:
        """An FTS5 table without text of its own for each searched table, and the triggers that keep it in step."""
        for table, columns in SEARCHED.items():
            listed, new, old = ", ".join(columns), *(", ".join(f"{r}.{c}" for c in columns) for r in ("new", "old"))
            add = f"INSERT INTO {table}_search(rowid, {listed}) VALUES (new.seq, {new});"
            remove = f"INSERT INTO {table}_search({table}_search, rowid, {listed}) VALUES ('delete', old.seq, {old});"
            connection.exec_driver_sql(
                f"CREATE VIRTUAL TABLE {table}_search USING fts5({listed}, content='{table}', content_rowid='seq', "
                "tokenize='porter unicode61 remove_diacritics 2')"
            )
            for moment, steps in (("INSERT", add), ("DELETE", remove), ("UPDATE", remove + " " + add)):
                connection.exec_driver_sql(
                    f"CREATE TRIGGER {table}_search_{moment.lower()} AFTER {moment} ON {table} BEGIN {steps} END"
                )

    def drop_search(self, connection: Connection) -> None:
        """The triggers go with their tables."""
        for table in SEARCHED:
            connection.exec_driver_sql(f"DROP TABLE IF EXISTS {table}_search")

    def matching(self, table: str, words: Sequence[str]) -> Subquery:
        """By BM25."""
        found = text(f"SELECT rowid AS seq, rank FROM {table}_search WHERE {table}_search MATCH :match")
        return found.bindparams(match=self._match(words)).columns(seq=Integer, rank=Double).subquery()

    def marked(self, connection: Connection, table: str, words: Sequence[str], rows: Sequence[int]) -> dict[int, str]:
        """By FTS5's highlight."""
        query = text(
            f"SELECT rowid, highlight({table}_search, 0, :start, :end) FROM {table}_search "
            f"WHERE {table}_search MATCH :match AND rowid IN ({', '.join(str(int(row)) for row in rows)})"
        )
        given = {"start": START, "end": END, "match": self._match(words)}
        return dict(connection.execute(query, given).all())

    @staticmethod
    def _match(words: Sequence[str]) -> str:
        return " ".join('"' + word.replace('"', '""') + '"' for word in words)


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Turns to the write-ahead log. SQLite does not wait for others who do so at the same moment, so it is retried."""
    until = time.monotonic() + _PATIENCE
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                raise
            time.sleep(0.02)


class Postgres:
    """PostgreSQL 13 or newer. Accents are ignored in search where the extension `unaccent` can be made."""

    name = "postgresql"

    def prepare(self, engine: Engine) -> None:
        """Nothing to set up: PostgreSQL begins and locks by itself."""

    def make_search(self, connection: Connection) -> None:
        """A text search configuration that stems English and drops no word, and a generated column indexed by it."""
        self._make_configuration(connection)
        for table, columns in SEARCHED.items():
            told = " || ' ' || ".join(columns)
            connection.exec_driver_sql(
                f"ALTER TABLE {table} ADD COLUMN search tsvector "
                f"GENERATED ALWAYS AS (to_tsvector('answerable', left({told}, {LONGEST}))) STORED"
            )
            connection.exec_driver_sql(f"CREATE INDEX {table}_search ON {table} USING gin (search)")

    @staticmethod
    def _make_configuration(connection: Connection) -> None:
        if connection.scalar(text("SELECT 1 FROM pg_ts_config WHERE cfgname = 'answerable'")):
            return
        stems = "answerable_stem"
        try:
            with connection.begin_nested():
                connection.exec_driver_sql("CREATE EXTENSION IF NOT EXISTS unaccent")
            stems = "unaccent, answerable_stem"
        except DBAPIError:  # not installed on the server, or not allowed to this user
            pass
        for step in (
            "CREATE TEXT SEARCH DICTIONARY answerable_stem (TEMPLATE = snowball, Language = english)",
            "CREATE TEXT SEARCH CONFIGURATION answerable (COPY = english)",
            f"ALTER TEXT SEARCH CONFIGURATION answerable ALTER MAPPING FOR {WORDS} WITH {stems}",
        ):
            connection.exec_driver_sql(step)

    def drop_search(self, connection: Connection) -> None:
        """Column and index go with their tables."""

    def matching(self, table: str, words: Sequence[str]) -> Subquery:
        """By ts_rank."""
        found = text(f"SELECT seq, -ts_rank(search, {QUERY}) AS rank FROM {table} WHERE search @@ {QUERY}")
        return found.bindparams(terms=list(words)).columns(seq=Integer, rank=Double).subquery()

    def marked(self, connection: Connection, table: str, words: Sequence[str], rows: Sequence[int]) -> dict[int, str]:
        """By ts_headline."""
        query = text(
            f"SELECT seq, ts_headline('answerable', {SEARCHED[table][0]}, {QUERY}, :options) FROM {table} "
            "WHERE seq = ANY(:rows)"
        )
        options = f"HighlightAll=true, StartSel={START}, StopSel={END}"
        given = {"terms": list(words), "options": options, "rows": list(rows)}
        return dict(connection.execute(query, given).all())


def dialect_of(engine: Engine) -> Dialect:
    """The dialect of an engine. Raises StoreError for a database that is neither."""
    known: dict[str, type[Dialect]] = {"sqlite": Sqlite, "postgresql": Postgres}
    if engine.dialect.name not in known:
        raise StoreError(f"answerable keeps its record in SQLite or PostgreSQL, not in {engine.dialect.name}")
    return known[engine.dialect.name]()


def address(url_or_path: str) -> str:
    """The address that SQLAlchemy takes, for a path or for a sqlite: or postgresql: address."""
    if re.match(r"postgres(ql)?://", url_or_path):
        return re.sub(r"^postgres(ql)?://", "postgresql+psycopg://", url_or_path)
    return url_or_path if "://" in url_or_path else f"sqlite:///{url_or_path}"
