"""answerable matters"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

import typer

from answerable.cli import options
from answerable.cli.printing import counted, say, show, show_json
from answerable.model import Disposition, Status
from answerable.text import on_one_line

if TYPE_CHECKING:
    from answerable.model import Matter
    from answerable.record import Standing

_WIDTH = 96


def matters(
    db: options.Db,
    inquiry: Annotated[str, typer.Option(metavar="NAME", help="Only asks of an inquiry with these words.")] = "",
    addressee: Annotated[str, typer.Option(metavar="NAME", help="Only what is asked of somebody so named.")] = "",
    disposition: Annotated[
        Disposition | None, typer.Option(help="Only asks with such an answer.", show_default=False)
    ] = None,
    status: Annotated[Status | None, typer.Option(help="Only asks that stand so.", show_default=False)] = None,
    overdue: Annotated[bool, typer.Option("--overdue", help="Only asks whose last day is over.")] = False,
    on: Annotated[str, typer.Option(metavar="DAY", help="How things stood on that day; today unless given.")] = "",
    as_json: options.AsJson = False,
) -> None:
    """List what was asked, what was answered, and how it stands, always according to somebody.

    \b
    Examples:
      answerable matters --inquiry halloran
      answerable matters --overdue --on 2025-07-01
      answerable matters --addressee "Department of Health" --disposition accepted
      answerable matters --status in_progress --json
    """
    day = options.day(on, "--on") or date.today()

    from answerable.record import status_on
    from answerable.store import open_store, queries

    store = open_store(db, create=False)
    listed = ((matter, status_on(matter, day)) for matter in queries.matters(store))
    found = [
        (matter, standing)
        for matter, standing in listed
        if _named(inquiry, matter.ask.inquiry or "")
        and (not addressee or any(_named(addressee, a.name) for a in matter.ask.addressees))
        and (disposition is None or any(r.disposition is disposition for r in matter.responses))
        and (status is None or standing.status is status)
        and (not overdue or standing.overdue)
    ]
    if as_json:
        show_json([_json(matter, standing) for matter, standing in found])
        return
    for matter, standing in found:
        show(_told(matter, standing))
    say(f"{counted(len(found), 'ask')}, as they stood on {day}" if found else "Nothing found")


def _named(wanted: str, name: str) -> bool:
    return all(word in name.lower() for word in wanted.lower().split())


def _told(matter: Matter, standing: Standing) -> str:
    words = on_one_line(matter.ask.text)
    head = " ".join(filter(None, (matter.ask.inquiry, matter.ask.number or f"({matter.ask.kind})")))
    lines = [f"{head}: {words if len(words) <= _WIDTH else words[: _WIDTH - 1] + '…'}"]
    for response in matter.responses:
        on = f", {response.date.start or response.date.end}" if response.date else ""
        lines.append(f"    {response.by.name if response.by else 'unnamed'}{on}: {_plain(response.disposition)}")
    if not matter.responses:
        lines.append(f"    {_plain(standing.answered)}")
    if standing.claim:
        who, when = standing.according_to, standing.as_of
        as_of = f", as of {when.start or when.end}" if when else ""
        lines.append(f"    {_plain(standing.status)} according to {who.name if who else 'an unnamed source'}{as_of}")
    if standing.due:
        moved = f", moved {counted(len(standing.slips), 'time')}" if standing.slips else ""
        lines.append(f"    {'overdue since' if standing.overdue else 'due by'} {standing.due}{moved}")
    lines += [f"    disputed: {conflict.reason}" for conflict in standing.disputed]
    return "\n".join(lines)


def _plain(word: str) -> str:
    return word.replace("_", " ")


def _json(matter: Matter, standing: Standing) -> dict[str, Any]:
    from answerable.export.matters import matter_json

    return matter_json(matter, standing)
