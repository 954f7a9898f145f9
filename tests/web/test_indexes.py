"""No page reads a large table from end to end: every query's plan is looked at."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, event
from starlette.testclient import TestClient

from answerable.store import Store
from tests.web.test_pages import addresses

SMALL = {
    "record_inquiries": "a record has few inquiries",
    "inquiry_members": "as few as inquiries",
    "matters": "a list of all of them is what is asked for, or a few thousand are counted",
    "matter_entries": "what hangs on matters: a few for each",
    "documents": "counted or listed; no texts are read, and there are few against the statements",
    "tallies": "a hundred rows",
    "judgements": "people's decisions: the history lists the latest",
    "correction_requests": "people's requests",
    "record_actors": "names are searched for letters inside them; the lists count them",
    "actor_members": "counted with their statements for the list of actors",
    "statement_targets": "counted for the list of actors, from an index alone",
    "found": "the matches of a search, counted by facet",
    "anon": "a query inside another",
}
"""Tables that may be read whole, and why. Statements and sentences are not among them."""

FINE = ("CONSTANT ROW", "VIRTUAL TABLE", "USING INDEX", "USING COVERING INDEX")
"""Scans that read an index in its order, up to a limit or to count; and full-text search."""


@contextmanager
def queries_of(store: Store) -> Iterator[set[str]]:
    """The SQL that is run while the block lasts, values filled in as the driver sees them."""
    seen: set[str] = set()

    def note(connection: Connection, cursor: Any, statement: str, parameters: Any, *_: object) -> None:
        if statement.lstrip().upper().startswith(("SELECT", "WITH")):
            cursor.execute(f"EXPLAIN QUERY PLAN {statement}", parameters)
            for *_ids, detail in cursor.fetchall():
                seen.add(f"{detail} :: {' '.join(statement.split())[:400]}")

    event.listen(store.engine, "before_cursor_execute", note)
    try:
        yield seen
    finally:
        event.remove(store.engine, "before_cursor_execute", note)


def test_no_page_scans_a_large_table(site: TestClient, store: Store) -> None:
    with queries_of(store) as seen:
        for address in addresses(store):
            assert site.get(address).status_code == 200
    scans = []
    for plan in seen:
        match = re.match(r"SCAN (\w+)", plan)
        if match and not any(fine in plan.split("::")[0] for fine in FINE):
            table = re.sub(r"_\d+$", "", match[1])
            if table not in SMALL:
                scans.append(plan)
    assert not scans, "\n".join(sorted(scans))
