"""answerable brief"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from answerable.cli import options
from answerable.cli.printing import say, write
from answerable.errors import NotFoundError, UsageError

if TYPE_CHECKING:
    from answerable.export.brief import Briefing


class Form(StrEnum):
    """The forms of a briefing."""

    MARKDOWN = "markdown"
    HTML = "html"
    DOCX = "docx"


_ENDINGS = {".html": Form.HTML, ".htm": Form.HTML, ".docx": Form.DOCX}


def brief(
    subject: Annotated[list[str], typer.Argument(metavar="SUBJECT", help="An inquiry, a person, or words of a topic.")],
    db: options.Db,
    format: Annotated[
        Form | None,
        typer.Option(help="The form; as the name of --output ends, Markdown otherwise.", show_default=False),
    ] = None,
    output: Annotated[str, typer.Option("--output", "-o", metavar="FILE", help="Where to write it.")] = "",
    on: Annotated[str, typer.Option(metavar="DAY", help="How things stood on that day; today unless given.")] = "",
) -> None:
    """Write a neutral briefing: what happened, who asked and who answered, side by side, each sentence with its pin.

    \b
    Examples:
      answerable brief Halloran Inquiry
      answerable brief "Tobias Renn" -o renn.html
      answerable brief lead pipes --on 2025-07-01 -o pipes.docx
    """
    day, wanted = options.day(on, "--on") or date.today(), " ".join(subject)
    form = format or _ENDINGS.get(Path(output).suffix.lower(), Form.MARKDOWN)
    if form is Form.DOCX and not output:
        raise UsageError("a DOCX briefing needs --output FILE")

    from answerable.export.brief import brief as briefing_of
    from answerable.gather import gathered
    from answerable.store import open_store

    briefing = briefing_of(gathered(open_store(db, create=False), wanted, day))
    if not briefing.sections:
        raise NotFoundError(f"nothing in the record on {wanted!r}")
    if not output:
        write(_text(briefing, form))
        return
    try:
        _save(briefing, form, Path(output))
    except OSError as error:
        raise UsageError(f"cannot write {output}: {error.strerror}") from error
    say(f"Wrote {output}")


def _save(briefing: Briefing, form: Form, file: Path) -> None:
    if form is not Form.DOCX:
        file.write_text(_text(briefing, form), encoding="utf-8")
        return
    from answerable.export.brief_forms import write_docx

    with file.open("wb") as stream:
        write_docx(stream, briefing)


def _text(briefing: Briefing, form: Form) -> str:
    from answerable.export.brief_forms import html, markdown

    return html(briefing) if form is Form.HTML else markdown(briefing)
