"""answerable brief"""

from __future__ import annotations

import sys
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from answerable.cli import options
from answerable.errors import NotFoundError, UsageError

if TYPE_CHECKING:
    from answerable.export.brief import Gathered
    from answerable.model import Document, Statement
    from answerable.store import Store


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
    from answerable.store import open_store

    briefing = briefing_of(_gathered(open_store(db, create=False), wanted, day))
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
        sys.stdout.write(written)


def _gathered(store: Store, wanted: str, day: date) -> Gathered:
    """Everything in the record on an inquiry so named, else on an actor, else on asks and statements with the words."""
    from answerable.export.brief import Gathered
    from answerable.record import status_on
    from answerable.store import queries

    inquiries = tuple(i for i in queries.inquiries(store) if any(_named(wanted, n) for n in (i.name, *i.names)))
    matters = tuple(m for m in queries.matters(store) if _named(wanted, f"{m.ask.inquiry or ''} {m.ask.text}"))
    about = {e.document for i in inquiries for e in i.events} | {m.ask.document for m in matters}
    statements = _said(store, wanted, about)
    told = {link.id: link for s in statements for link in queries.links(store, s.id)}
    beside = {id for link in told.values() for id in (link.subject, link.object)} - {s.id for s in statements}
    statements += tuple(s for e in queries.extractions(store) for s in e.statements if s.id in beside)
    documents: dict[str, Document] = {}
    used = about | {s.document for s in statements}
    for m in matters:
        used |= {r.document for r in m.responses} | {c.document for c in m.commitments}
        used |= {p.document for p in m.progress} | {c.document for c in m.counts}
    for id in used:
        documents[id] = queries.document(store, id)
    standing = tuple((m, status_on(m, day)) for m in matters)
    return Gathered(wanted, day, inquiries, standing, statements, tuple(told.values()), documents)


def _said(store: Store, wanted: str, about: set[str]) -> tuple[Statement, ...]:
    """The statements of documents that are about the subject, and those by an actor or on an actor so named."""
    from answerable.store import queries

    found = {s.id: s for e in queries.extractions(store) if e.document in about for s in e.statements}
    for actor in queries.actors(store):
        if any(_named(wanted, name) for name in (actor.name, *actor.names)):
            found |= {
                s.id: s for s in (*queries.statements_by(store, actor.id), *queries.statements_on(store, actor.id))
            }
    return tuple(found.values())


def _named(wanted: str, name: str) -> bool:
    return all(word in name.lower() for word in wanted.lower().split())
