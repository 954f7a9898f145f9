"""answerable brief"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from answerable.cli import options
from answerable.cli.printing import write
from answerable.errors import NotFoundError, UsageError


class Form(StrEnum):
    """The forms of a briefing."""

    MARKDOWN = "markdown"
    HTML = "html"
    DOCX = "docx"


def brief(
    subject: Annotated[list[str], typer.Argument(metavar="SUBJECT", help="An inquiry, a person, or words of a topic.")],
    db: options.Db,
    format: Annotated[Form, typer.Option(help="The form of the briefing.")] = Form.MARKDOWN,
    output: Annotated[str, typer.Option("--output", "-o", metavar="FILE", help="Where to write it.")] = "",
    on: Annotated[str, typer.Option(metavar="DAY", help="How things stood on that day; today unless given.")] = "",
) -> None:
    """Write a neutral briefing: what happened, who asked and who answered, side by side, each sentence with its pin.

    \b
    Examples:
      answerable brief Halloran Inquiry
      answerable brief "Tobias Renn" --format html -o renn.html
      answerable brief lead pipes --on 2025-07-01 --format docx -o pipes.docx
    """
    day, wanted = options.day(on, "--on") or date.today(), " ".join(subject)
    if format is Form.DOCX and not output:
        raise UsageError("a DOCX briefing needs --output FILE")

    from answerable.export.brief import brief as briefing_of
    from answerable.export.brief_forms import html, markdown, write_docx
    from answerable.gather import gathered
    from answerable.store import open_store

    briefing = briefing_of(gathered(open_store(db, create=False), wanted, day))
    if not briefing.sections:
        raise NotFoundError(f"nothing in the record on {wanted!r}")
    if format is Form.DOCX:
        with Path(output).open("wb") as stream:
            write_docx(stream, briefing)
        return
    written = html(briefing) if format is Form.HTML else markdown(briefing)
    if output:
        Path(output).write_text(written, encoding="utf-8")
    else:
        write(written)
