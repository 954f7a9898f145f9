"""answerable inquiries"""

from __future__ import annotations

from typing import Annotated

import typer

from answerable.cli import options
from answerable.cli.printing import say, show, show_json


def inquiries(
    db: options.Db,
    name: Annotated[str, typer.Argument(metavar="[NAME]", help="Only inquiries with these words in their name.")] = "",
    as_json: options.AsJson = False,
) -> None:
    """List inquiries and what happened to them: called for, refused and why, set up, reported, answered.

    \b
    Examples:
      answerable inquiries
      answerable inquiries halloran
      answerable inquiries --json
    """
    from answerable.export.jsonl import inquiry_json
    from answerable.record import inquiry_timeline
    from answerable.store import open_store, queries

    store = open_store(db, create=False)
    wanted = name.lower().split()
    found = [i for i in queries.inquiries(store) if all(w in " ".join((i.name, *i.names)).lower() for w in wanted)]
    if as_json:
        show_json([inquiry_json(inquiry) for inquiry in found])
        return
    for inquiry in found:
        chair = f", chaired by {inquiry.chair.name}" if inquiry.chair else ""
        show(f"{inquiry.name} ({inquiry.kind.replace('_', ' ')}{chair})")
        for moment in inquiry_timeline(inquiry):
            event = moment.entry
            who = f" by {event.by.name}" if event.by else ""
            show(f"    {moment.day or 'no day'!s:10}  {event.event.replace('_', ' ')}{who}: {_words(event.text)}")
    say(f"{len(found)} inquiries" if found else "Nothing found")


def _words(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= 90 else f"{plain[:89]}…"
