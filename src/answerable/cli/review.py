"""answerable review"""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import Annotated

import typer

from answerable.cli import options
from answerable.cli.printing import say
from answerable.errors import UsageError

SHORTEST = 10


class Action(StrEnum):
    """What can be done about review on the command line; the rest is done on the site."""

    ADD_EDITOR = "add-editor"
    REMOVE_EDITOR = "remove-editor"


def review(
    db: options.Db,
    action: Annotated[Action, typer.Argument(help="What to do.", show_default=False)],
    name: Annotated[str, typer.Argument(help="The editor's name, as decisions will show it.", show_default=False)],
) -> None:
    """Let somebody confirm and correct entries on the site, give an editor a new password, or remove one.

    The password is asked for; without a terminal it is the first line of standard input. A new password, or removal,
    signs the editor out everywhere; what an editor decided stays.

    \b
    Examples:
      answerable review add-editor "Edie Marsh"
      answerable review add-editor Edie --db water.db < password.txt
      answerable review remove-editor Edie
    """
    from datetime import UTC, datetime

    from answerable.store import open_store, writes_review
    from answerable.web.session import hashed

    if action is Action.REMOVE_EDITOR:
        writes_review.remove_editor(open_store(db, create=False), name)
        say(f"{name} can sign in no more")
        return
    password = _password(name)
    writes_review.add_editor(open_store(db), name, hashed(password), now=datetime.now(UTC))
    say(f"{name} can sign in")


def _password(name: str) -> str:
    """The password that is typed for an editor. Raises UsageError where it is too short."""
    if sys.stdin.isatty():
        password: str = typer.prompt(f"Password for {name}", hide_input=True, confirmation_prompt=True, err=True)
    else:
        password = sys.stdin.readline().rstrip("\r\n")
    if len(password) < SHORTEST:
        raise UsageError(f"a password needs at least {SHORTEST} characters")
    return password
