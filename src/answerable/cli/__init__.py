"""The command line. One file a command; to add one, write its function and put it into COMMANDS.

Results go to standard output, messages to standard error. Exit status: 0 done, 1 some inputs failed, 2 wrong usage.
Libraries are imported inside the commands, so that `answerable --help` answers at once.
"""

from __future__ import annotations

import logging
import sys
from io import TextIOWrapper
from typing import Annotated

import typer

from answerable.cli.actors import actors
from answerable.cli.add import add
from answerable.cli.brief import brief
from answerable.cli.demo import demo
from answerable.cli.digest import digest
from answerable.cli.export import export
from answerable.cli.extract import extract
from answerable.cli.inquiries import inquiries
from answerable.cli.matters import matters
from answerable.cli.printing import say, show
from answerable.cli.rebuild import rebuild
from answerable.cli.review import review
from answerable.cli.search import search
from answerable.cli.serve import serve
from answerable.cli.verify import verify
from answerable.errors import AnswerableError, UsageError

COMMANDS = (
    demo, add, extract, matters, inquiries, brief, actors, search, export, serve, review, digest, rebuild, verify,
)  # fmt: skip

app = typer.Typer(
    name="answerable",
    help="Who said what of whom, what was asked, answered, promised and done, pinned to the exact words.",
    epilog="Start with: answerable demo",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
for command in COMMANDS:
    app.command()(command)


def _version(wanted: bool) -> None:
    if wanted:
        from answerable import __version__

        show(f"answerable {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and end.")
    ] = False,
) -> None:
    pass


def main() -> None:
    """Runs the command that the arguments of the process name, and ends the process."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="surrogateescape")  # a file name need not be UTF-8
    logging.basicConfig(level=logging.ERROR)
    try:
        app()
    except AnswerableError as error:
        say(f"answerable: {error}")
        sys.exit(2 if isinstance(error, UsageError) else 1)
