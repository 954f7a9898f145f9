"""answerable add"""

from __future__ import annotations

from collections import Counter
from typing import Annotated

import typer

from answerable.cli import options
from answerable.cli.messages import Failures, expected, progress
from answerable.cli.printing import say, show


def add(
    inputs: Annotated[list[str], typer.Argument(metavar="PATH|URL", help="Files, folders, or addresses on the web.")],
    db: options.Db,
    workers: options.WorkerCount,
    published: options.Published = "",
    publisher: options.Publisher = "",
    author: options.Author = "",
    medium: options.Kind = None,
    ocr: options.Ocr = False,
) -> None:
    """Read documents, find who said what, and keep it all in the record.

    What is there already is skipped, so an interrupted run can simply be run again; what you now say of it
    (--published, --publisher, --author, --medium) takes the place of what the record had. A changed text at the same
    address becomes a new version; the earlier one is kept. An input that cannot be read is named with the reason, and
    the others go on. At the address of a feed (RSS, Atom, JSON Feed) every page that it lists is fetched and read.

    \b
    Examples:
      answerable add articles/
      answerable add report.pdf response.docx --db water.db
      answerable add letter.txt --published 2024-05-31 --author "Ada Hale" --medium letter
      answerable add https://news.example/a-ferry-too-far
      answerable add https://news.example/feed.xml
    """
    source = options.told(published, publisher, author, medium)

    from datetime import UTC, datetime

    from answerable import ingest, scale
    from answerable.fetch import walk
    from answerable.store import open_store

    names, failures, became = list(walk(inputs)), Failures(), Counter[str]()
    store, setup, told = open_store(db), ingest.Setup(record=db), ingest.Told(source, ocr)
    with scale.executor(min(workers, max(1, len(names)))) as executor, progress("Adding", expected(names)) as step:
        at_work = ingest.Workers(executor, scale.AHEAD * workers)
        results = ingest.add(store, names, told, at_work, now=lambda: datetime.now(UTC), setup=setup)
        for stored in failures.taken_from(results):
            became[stored.added.value] += 1
            step()
    if set(became) - {"present"}:
        say("Building the record")
        ingest.build_record(store)
    done = ", ".join(f"{count} {kind}" for kind, count in sorted(became.items())) or "nothing"
    show(f"{done}, {failures.count} failed; in {store.name}")
    failures.end()
