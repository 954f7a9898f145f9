"""answerable digest"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Annotated

import typer

from answerable.cli import options
from answerable.cli.printing import say, write
from answerable.errors import UsageError


def digest(
    db: options.Db,
    since: Annotated[str, typer.Option(metavar="DAY", help="The first day to tell of; a week ago unless given.")] = "",
    to: Annotated[list[str], typer.Option(metavar="ADDRESS", help="Whom to send it to; may be given again.")] = [],  # noqa: B006 (read only)
    smtp: Annotated[
        str, typer.Option(metavar="SERVER", help="smtp://[user:password@]host[:port]; $ANSWERABLE_SMTP unless given.")
    ] = "",
    sender: Annotated[
        str, typer.Option("--from", metavar="ADDRESS", help="Who sends it; $ANSWERABLE_FROM unless given.")
    ] = "",
    site: Annotated[
        str, typer.Option(metavar="URL", help="Where the site is, for links; $ANSWERABLE_SITE unless given.")
    ] = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Print it and send nothing.")] = False,
) -> None:
    """Mail what changed: documents added, decisions, what was asked, answered and promised, what falls due.

    Nothing is sent where nothing changed.

    \b
    Examples:
      answerable digest --since 2025-06-01 --dry-run
      answerable digest --to desk@paper.example --smtp smtp://mail.paper.example:587
    """
    today, config = date.today(), options.config()
    first = options.day(since, "--since") or today - timedelta(days=7)
    if not dry_run and not (to and (smtp or config.smtp) and (sender or config.sender)):
        raise UsageError("to send a digest give --to, --smtp and --from, or --dry-run to see it")

    from answerable.digest import Server, message, plain, send
    from answerable.digest import digest as digest_of
    from answerable.store import open_store

    told = digest_of(open_store(db, create=False), first, today, site or config.site)
    if dry_run:
        write(plain(told))
    elif not told.parts:
        say(f"nothing has changed since {first}: nothing was sent")
    else:
        send(message(told, sender or config.sender, to, datetime.now(UTC)), Server.of(smtp or config.smtp))
        say(f"sent to {', '.join(to)}")
