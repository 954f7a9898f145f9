"""answerable export"""

from __future__ import annotations

from datetime import UTC, date, datetime
from enum import StrEnum
from io import StringIO
from typing import TYPE_CHECKING, Annotated

import typer

from answerable.cli import options
from answerable.cli.printing import counted, say, show_json, write

if TYPE_CHECKING:
    from answerable.model import Matter
    from answerable.record import Standing
    from answerable.store import Store


class Table(StrEnum):
    """The forms of an export."""

    CSV = "csv"
    JSONL = "jsonl"
    ICS = "ics"


def export(
    db: options.Db,
    format: Annotated[
        Table, typer.Option(help="One row an ask and answer, one JSON object an ask, or due days for a calendar.")
    ] = Table.CSV,
    inquiry: Annotated[str, typer.Option(metavar="NAME", help="Only asks of an inquiry with these words.")] = "",
    overdue: Annotated[bool, typer.Option("--overdue", help="Only asks whose last day is over.")] = False,
    on: Annotated[str, typer.Option(metavar="DAY", help="How things stood on that day; today unless given.")] = "",
) -> None:
    """Print what was asked, answered, promised and claimed, for a spreadsheet, a calendar or a program.

    \b
    Examples:
      answerable export > recommendations.csv
      answerable export --inquiry halloran --on 2025-07-01 > halloran.csv
      answerable export --inquiry halloran --overdue --on 2025-07-01 > overdue.csv
      answerable export --inquiry halloran --format ics > due.ics
      answerable export --format jsonl | jq -r '.ask.number'
    """
    day = options.day(on, "--on") or date.today()

    from answerable.record import status_on
    from answerable.store import open_store, queries

    store, words = open_store(db, create=False), inquiry.lower().split()
    wanted = [m for m in queries.matters(store) if all(w in (m.ask.inquiry or "").lower() for w in words)]
    standing = [(matter, status_on(matter, day)) for matter in wanted]
    _print(store, [(m, stands) for m, stands in standing if stands.overdue or not overdue], format, inquiry, day)


def _print(store: Store, standing: list[tuple[Matter, Standing]], format: Table, inquiry: str, day: date) -> None:
    from answerable.export.csv import write_csv
    from answerable.export.matters import matter_json

    if format is Table.CSV:
        write_csv(table := StringIO(), standing)
        write(table.getvalue())
    elif format is Table.JSONL:
        for matter, stands in standing:
            show_json(matter_json(matter, stands), indent=None)
    else:
        standing = [(matter, stands) for matter, stands in standing if stands.due]
        write(_calendar(store, [matter for matter, _ in standing], inquiry, day))
    say(counted(len(standing), "ask"))


def _calendar(store: Store, matters: list[Matter], inquiry: str, day: date) -> str:
    from answerable.web.feeds import calendar
    from answerable.web.pages.follow import due_days

    due = due_days(store, matters, day)
    return calendar(f"Due: {inquiry}" if inquiry else "Due", options.config().site, due, datetime.now(UTC)).decode()
