"""answerable rebuild"""

from __future__ import annotations

from answerable.cli import options
from answerable.cli.messages import Failures, progress
from answerable.cli.printing import say, show


def rebuild(db: options.Db, workers: options.WorkerCount) -> None:
    """Find everything anew in the documents of the record, after answerable or its model has changed.

    Documents, and what people entered, stay as they are.

    \b
    Examples:
      answerable rebuild
      answerable rebuild --db water.db --workers 8
    """
    from answerable import ingest, scale
    from answerable.errors import StoreError
    from answerable.store import open_store, queries

    try:
        store = open_store(db, create=False)
    except StoreError:
        store = open_store(db, create=False, reset=True)  # filled by another version: what it found gives way
    failures = Failures()
    count = queries.totals(store).documents
    with scale.executor(workers) as executor, progress("Rebuilding", count) as step:
        for _ in failures.taken_from(
            ingest.rebuild(store, ingest.Workers(executor, scale.AHEAD * workers), setup=ingest.Setup(record=db))
        ):
            step()
    say("Building the record")
    ingest.build_record(store)
    show(f"{count} documents rebuilt, {failures.count} failed; in {store.name}")
    failures.end()
