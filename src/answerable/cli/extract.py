"""answerable extract"""

from __future__ import annotations

import sys
from io import StringIO
from typing import TYPE_CHECKING, Annotated

import typer

from answerable.cli import options
from answerable.cli.messages import Failures, expected, progress
from answerable.cli.printing import clean, show_json, write

if TYPE_CHECKING:
    from answerable.model import Document, Extraction


def extract(
    inputs: Annotated[list[str], typer.Argument(metavar="PATH|URL", help="Files, folders, or addresses on the web.")],
    workers: options.WorkerCount,
    format: Annotated[
        options.Format, typer.Option(help="One JSON object a document, one row a statement, or tables to read.")
    ] = (options.Format.JSONL),
    published: options.Published = "",
    publisher: options.Publisher = "",
    author: options.Author = "",
    medium: options.Kind = None,
    ocr: options.Ocr = False,
) -> None:
    """Print what documents yield, in the order given, and keep nothing.

    A .jsonl input holds one {"id", "text", …} a line; its text is taken as it is, so offsets agree with yours.

    \b
    Examples:
      answerable extract article.html --format table
      answerable extract articles/ > found.jsonl
      answerable extract articles/ --format csv > statements.csv
      answerable extract articles.jsonl --workers 4 | jq -r '.statements[].speaker.name'
      zcat articles.jsonl.gz | answerable extract /dev/stdin --workers 1 > found.jsonl
    """
    source = options.told(published, publisher, author, medium)

    from answerable import ingest, scale
    from answerable.fetch import walk

    names, failures = list(walk(inputs)), Failures()
    with scale.executor(workers) as executor, progress("Extracting", expected(names)) as step:
        at_work = ingest.Workers(executor, scale.AHEAD * workers)
        documents = ingest.read_all(names, ingest.Told(source, ocr), at_work)
        found = failures.taken_from(ingest.extract_all(documents, ingest.Setup(), at_work))
        for number, each in enumerate(found):
            _print(each.document, each.extraction, format, first=number == 0)
            step()
    failures.end()


def _print(document: Document, extraction: Extraction, format: options.Format, *, first: bool) -> None:
    from answerable.export.csv import write_statements
    from answerable.export.jsonl import as_json

    if format is options.Format.JSONL:
        show_json(as_json(document, extraction), indent=None)
    elif format is options.Format.CSV:
        write_statements(rows := StringIO(newline=""), document, extraction, head=first)
        write(rows.getvalue())
    else:
        _print_table(document, extraction)


def _print_table(document: Document, extraction: Extraction) -> None:
    from rich.box import SIMPLE
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from answerable.text import on_one_line, words

    table = Table(title=Text(clean(document.source.title or document.name or document.source.url)), box=SIMPLE)
    for heading in ("who", "act", "of whom", "what"):
        table.add_column(heading, overflow="fold", ratio=5 if heading == "what" else 2 if heading != "act" else 1)
    for statement in extraction.statements:
        who = statement.speaker.name if statement.speaker else words(document.text, statement.source)
        of_whom = ", ".join(target.name for target in statement.targets)
        what = on_one_line(words(document.text, statement.content))
        table.add_row(*(Text(clean(cell)) for cell in (who, statement.act.value, of_whom, what)))
    Console(file=sys.stdout, width=None if sys.stdout.isatty() else 120).print(table)
