"""Tables for a spreadsheet: matters, one row for each ask and each answer to it (one for an ask without an answer);
and statements, one row each.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from datetime import date
from typing import TextIO

from answerable.export.standing import Stands
from answerable.model import Document, Extraction, Matter, Ref, Response, When
from answerable.text import on_one_line, words

COLUMNS = (
    "matter", "inquiry", "number", "kind", "asked_on", "asked_by", "addressees", "ask", "answered", "responder",
    "response_on", "disposition", "response", "due", "overdue", "times_moved", "status", "according_to", "as_of",
    "disputed", "on_day", "ask_document", "ask_start", "ask_end", "response_document", "response_start", "response_end",
)  # fmt: skip

STATEMENT_COLUMNS = (
    "document", "title", "publisher", "author", "published", "speaker", "act", "of_whom", "words", "quoted",
    "start", "end", "score", "statement",
)  # fmt: skip


def write_statements(stream: TextIO, document: Document, extraction: Extraction, *, head: bool) -> None:
    """Writes the statements of one document to `stream` (opened with newline=""), a header before them with `head`.

    `start` and `end` are the half-open place in the document's text from the first of the words to the last; words
    in between that are not the statement's are shown as "…".
    """
    writer, source = csv.writer(stream), document.source
    if head:
        writer.writerow(STATEMENT_COLUMNS)
    about = (source.url, source.title, source.publisher, source.author, source.published)
    for statement in extraction.statements:
        row = (
            *about,
            statement.speaker.name if statement.speaker else words(document.text, statement.source),
            statement.act,
            "; ".join(target.name for target in statement.targets),
            on_one_line(words(document.text, statement.content)),
            statement.quoted,
            min((span.start for span in statement.content), default=None),
            max((span.end for span in statement.content), default=None),
            statement.score,
            statement.id,
        )
        writer.writerow([_safe(cell) for cell in row])


def write_csv(stream: TextIO, matters: Iterable[tuple[Matter, Stands]]) -> None:
    """Writes a header and the rows of `matters` to `stream` (opened with newline="").

    Cells that a spreadsheet would take for a formula are led by an apostrophe.
    """
    writer = csv.writer(stream)
    writer.writerow(COLUMNS)
    for matter, standing in matters:
        writer.writerows([_safe(cell) for cell in row] for row in rows(matter, standing))


def rows(matter: Matter, standing: Stands) -> Iterator[tuple[object, ...]]:
    """The rows of one matter, in the order of COLUMNS."""
    for response in matter.responses or (None,):
        yield _row(matter, standing, response)


def _row(matter: Matter, standing: Stands, response: Response | None) -> tuple[object, ...]:
    ask = matter.ask
    answer: tuple[object, ...] = (None,) * 7
    if response:
        answer = (
            *(_name(response.by), _day(response.date), response.disposition, on_one_line(response.text)),
            *(response.document, response.span.start, response.span.end),
        )
    return (
        *(matter.id, ask.inquiry, ask.number, ask.kind, _day(ask.date), _name(ask.by)),
        *("; ".join(a.name for a in ask.addressees), on_one_line(ask.text), standing.answered, *answer[:4]),
        *(standing.due, standing.overdue, len(standing.slips), standing.status, _name(standing.according_to)),
        *(_day(standing.as_of), bool(standing.disputed), standing.day),
        *(ask.document, ask.span.start, ask.span.end, *answer[4:]),
    )


def _day(when: When | None) -> date | None:
    return (when.start or when.end) if when else None


def _name(ref: Ref | None) -> str | None:
    return ref.name if ref else None


def _safe(cell: object) -> object:
    return f"'{cell}" if isinstance(cell, str) and cell[:1] in "=+-@\t\r" and cell[:1] else cell
