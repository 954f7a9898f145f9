"""Where entries stand: the document of each, in a line."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy import and_, func, or_, select

from answerable import model
from answerable.store import schema
from answerable.store.database import Store
from answerable.store.dialect import terms
from answerable.store.mapping import noun
from answerable.store.queries._rows import batches
from answerable.text import Span, on_one_line


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


def find_documents(store: Store, named: str, *, limit: int = 5) -> tuple[Head, ...]:
    """The current documents that have all of these words in their title, the latest published first; none for none."""
    d = schema.documents.c
    words = [d.title.icontains(term, autoescape=True) for term in terms(named)]
    if not words:
        return ()
    query = select(d.id, d.title, d.publisher, d.medium, d.day).where(d.current, *words)
    with store.reading() as connection:
        rows = connection.execute(query.order_by(d.day.desc().nulls_last(), d.id).limit(limit)).all()
    return tuple(Head(id, title, publisher, model.Medium(medium), day) for id, title, publisher, medium, day in rows)


def passage(store: Store, document: str, span: Span) -> str:
    """The words at a place of a document, without reading the rest of it; white space as single blanks."""
    d = schema.documents.c
    with store.reading() as connection:
        words = connection.scalar(
            select(func.substr(d.text, span.start + 1, span.end - span.start)).where(d.id == document)
        )
    return on_one_line(words or "")


def cells_in(store: Store, places: Iterable[tuple[str, Span]]) -> dict[tuple[str, Span], tuple[model.Part, ...]]:
    """The cells of tables inside places of documents, in order of the text; places in which there is none left out."""
    p, start = schema.parts.c, schema.parts.c.span[0].as_integer()
    wanted = list(_stretches(places))
    found: dict[tuple[str, Span], list[model.Part]] = defaultdict(list)
    with store.reading() as connection:
        for at in range(0, len(wanted), _AT_ONCE):
            some = wanted[at : at + _AT_ONCE]
            near = (and_(p.document == id, start >= inside[0].start, start < _end(inside)) for id, inside in some)
            spans = {id: [span for one, inside in some if one == id for span in inside] for id, _ in some}
            query = select(schema.parts).where(p.kind == model.PartKind.CELL, or_(*near)).order_by(p.seq)
            for row in connection.execute(query).mappings():
                cell = noun(model.Part, row)
                for span in (span for span in spans[row["document"]] if span.contains(cell.span)):
                    found[row["document"], span].append(cell)
    return {place: tuple(cells) for place, cells in found.items()}


_AT_ONCE = 50
"""Stretches of documents asked for at a time."""
_NEAR = 2_000
"""Characters between places that are looked through in one go."""


def _stretches(places: Iterable[tuple[str, Span]]) -> Iterator[tuple[str, list[Span]]]:
    """Places in order, those of one document that lie near each other together."""
    together: tuple[str, list[Span]] | None = None
    for document, span in sorted(set(places)):
        if together and together[0] == document and span.start - _end(together[1]) < _NEAR:
            together[1].append(span)
            continue
        if together:
            yield together
        together = document, [span]
    if together:
        yield together


def _end(spans: Iterable[Span]) -> int:
    return max(span.end for span in spans)


def sentences_at(store: Store, places: Iterable[tuple[str, int]]) -> dict[tuple[str, int], tuple[Span, str]]:
    """The sentence around a character of a document, given by its offset: where it stands, and its words.

    Places in no sentence are left out.
    """
    s, wanted = schema.sentences.c, defaultdict[str, set[int]](set)
    for document, at in places:
        wanted[document].add(at)
    start, end = s.span[0].as_integer(), s.span[1].as_integer()
    found: dict[tuple[str, int], tuple[Span, str]] = {}
    with store.reading() as connection:
        for some in batches(sorted(wanted)):
            around = (and_(s.document == id, or_(*(and_(start <= at, end > at) for at in wanted[id]))) for id in some)
            for document, first, last, text in connection.execute(
                select(s.document, start, end, s.text).where(or_(*around))
            ):
                sentence = Span(first, last), text
                found |= {(document, at): sentence for at in wanted[document] if first <= at < last}
    return found
