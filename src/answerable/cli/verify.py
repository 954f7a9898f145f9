"""answerable verify"""

from __future__ import annotations

from collections import Counter

import typer

from answerable.cli import options
from answerable.cli.messages import Failures, progress
from answerable.cli.printing import say, show, show_json


def verify(db: options.Db, workers: options.WorkerCount, as_json: options.AsJson = False) -> None:
    """Read the sources again and check that every pin still stands where it stood.

    Pins that have moved, that are fuzzy (nearly the same words), ambiguous (several places) or orphaned (nowhere) are
    listed. Exit status 1 if a source cannot be read or a pin is neither found nor moved.

    \b
    Examples:
      answerable verify
      answerable verify --db water.db --json
    """
    from answerable import scale
    from answerable.ingest import Workers
    from answerable.store import open_store, queries
    from answerable.text import Fate, on_one_line
    from answerable.verify import verify

    store = open_store(db, create=False)
    fates, failures, sources = Counter[Fate](), Failures(), len(queries.current_versions(store))
    with scale.executor(workers) as executor, progress("Verifying", sources) as step:
        for verified in failures.taken_from(verify(store, Workers(executor, scale.AHEAD * workers))):
            step()
            for pin in verified.pins:
                fates[pin.fate] += 1
                if as_json:
                    told = {"document": verified.document, "url": verified.url, "entry": pin.entry, "fate": pin.fate}
                    places = {
                        "place": [pin.place.start, pin.place.end],
                        "now": pin.now and [pin.now.start, pin.now.end],
                    }
                    show_json(told | places | {"words": pin.words}, indent=None)
                elif pin.fate is not Fate.FOUND:
                    show(f"{pin.fate.value}  {verified.url}  {pin.entry}  {on_one_line(pin.words)}")
    (say if as_json else show)(", ".join(f"{fates[fate]} {fate.value}" for fate in Fate))
    failures.end()
    if fates[Fate.FUZZY] + fates[Fate.AMBIGUOUS] + fates[Fate.ORPHANED]:
        raise typer.Exit(1)
