"""Where entries stand: the document of each, in a line."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select

from answerable import model
from answerable.store import schema
from answerable.store.database import Store
from answerable.store.queries._rows import batches
from answerable.text import Span


@dataclass(frozen=True, slots=True)
class Head:
    """A document in a line: its title (or address), publisher, medium and day of publication."""

    id: str
    title: str
    publisher: str | None
    medium: model.Medium
    published: date | None


def heads(store: Store, documents: Iterable[str]) -> dict[str, Head]:
    """The heads of documents by id; ids that are not there are left out."""
    d, wanted = schema.documents.c, sorted(set(documents))
    found: dict[str, Head] = {}
    with store.reading() as connection:
        for some in batches(wanted):
            query = select(d.id, d.title, d.url, d.publisher, d.medium, d.day).where(d.id.in_(some))
            for id, title, url, publisher, medium, day in connection.execute(query):
                shown = title or url.rstrip("/").rsplit("/", 1)[-1] or url
                found[id] = Head(id, shown, publisher, model.Medium(medium), day)
    return found


def passage(store: Store, document: str, span: Span) -> str:
    """The words at a place of a document, without reading the rest of it; white space as single blanks."""
    d = schema.documents.c
    with store.reading() as connection:
        words = connection.scalar(
            select(func.substr(d.text, span.start + 1, span.end - span.start)).where(d.id == document)
        )
    return " ".join((words or "").split())
