"""answerable export"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from io import StringIO
from typing import Annotated

import typer

from answerable.cli import options
from answerable.cli.printing import say, show_json, write


class Table(StrEnum):
    """The forms of an export."""

    CSV = "csv"
    JSONL = "jsonl"


def export(
    db: options.Db,
    format: Annotated[Table, typer.Option(help="One row an ask and answer, or one JSON object an ask.")] = Table.CSV,
    inquiry: Annotated[str, typer.Option(metavar="NAME", help="Only asks of an inquiry with these words.")] = "",
    on: Annotated[str, typer.Option(metavar="DAY", help="How things stood on that day; today unless given.")] = "",
) -> None:
    """Print what was asked, answered, promised and claimed, for a spreadsheet or a program.

    \b
    Examples:
      answerable export > recommendations.csv
      answerable export --inquiry halloran --on 2025-07-01 > halloran.csv
      answerable export --format jsonl | jq -r '.ask.number'
    """
    day = options.day(on, "--on") or date.today()

    from answerable.export.csv import write_csv
    from answerable.export.matters import matter_json
    from answerable.record import status_on
    from answerable.store import open_store, queries

    store, words = open_store(db, create=False), inquiry.lower().split()
    wanted = [m for m in queries.matters(store) if all(w in (m.ask.inquiry or "").lower() for w in words)]
    standing = [(matter, status_on(matter, day)) for matter in wanted]
    if format is Table.CSV:
        write_csv(table := StringIO(), standing)
        write(table.getvalue())
    else:
        for matter, stands in standing:
            show_json(matter_json(matter, stands), indent=None)
    say(f"{len(standing)} asks")
