"""Documents and what was found in them, in a SQL database: SQLite in a file, or PostgreSQL.

store = open_store("answerable.db")
writes.add(store, document, extraction, sentences)
queries.statement(store, id)
"""

from __future__ import annotations

from answerable.store.database import Store, open_store

__all__ = ["Store", "open_store"]
