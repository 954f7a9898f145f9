"""answerable demo"""

from __future__ import annotations

from typing import Annotated

import typer

from answerable.cli import options
from answerable.cli.messages import Failures, progress
from answerable.cli.printing import say
from answerable.cli.serve import serve_store


def demo(
    host: options.Host,
    port: options.Port,
    workers: options.WorkerCount,
    db: Annotated[str, typer.Option(metavar="PATH", help="Where to keep it; a cache folder unless said.")] = "",
    fresh: Annotated[bool, typer.Option("--fresh", help="Read everything anew.")] = False,
    serve: Annotated[bool, typer.Option(help="Serve the pages when the record is built.")] = True,
) -> None:
    """Read a dossier of fictional documents, build the record, and show it in the browser.

    \b
    Examples:
      answerable demo
      answerable demo --port 8080
      answerable demo --db demo.db --no-serve
    """
    from answerable import demo as dossier
    from answerable import ingest, scale

    store = dossier.open_demo(db or None, fresh=fresh)
    failures, names = Failures(), dossier.names()
    if not dossier.is_filled(store):
        say(f"Reading {len(names)} fictional documents into {store.name}; this takes some seconds, once")
        with scale.executor(min(workers, 2)) as executor, progress("Reading the dossier", len(names)) as step:
            for _ in failures.taken_from(dossier.fill(store, ingest.Workers(executor, 2 * scale.AHEAD))):
                step()
        say("Building the record")
        ingest.build_record(store)
    if serve:
        serve_store(store, host, port, dossier.NOTICE)
    failures.end()
