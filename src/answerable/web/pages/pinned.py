"""An ask, answer, promise, progress claim or count as any page shows it: what it is, by whom, its words, its place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from answerable.model import Act, Ask, Basis, Commitment, Count, Part, Progress, Ref, Response, When
from answerable.store import Store, queries
from answerable.store.queries import Head, cells_in, heads
from answerable.text import on_one_line
from answerable.web.acts import Family, verb, worded
from answerable.web.pages.entry import DOUBTFUL, joined_ref
from answerable.web.render import when

Pinnable = Ask | Response | Commitment | Progress | Count

FAMILY: dict[type, Family] = {
    Ask: Family.ASK,
    Response: Family.ANSWER,
    Commitment: Family.PROMISE,
    Progress: Family.DEED,
    Count: Family.DEED,
}


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a row of a table: the heading of its column, if it has one, and its words."""

    head: str
    words: str


@dataclass(frozen=True, slots=True)
class Pinned:
    """An entry with the words that show it.

    id: the entry's id; /entries/<id> opens it in its document
    family: ask, answer, promise or deed
    label: what it is, in the words of the closed lists: "accepted in principle", "promised, by 1 May 2026"
    by: whose it is, empty where nobody is named
    addressees: whom an ask is put to
    words: the words at its place, the cells of a table's row apart by " · "
    cells: where they are a row of a table, its cells; else empty
    said: when it was said, as far as the words give it
    day: the day that it is ordered by: said, else published
    document: id of the document
    document_title: its title
    publisher: who published it
    doubtful: whether the program's score is too low to rely on
    score: that score
    """

    id: str
    family: Family
    label: str
    by: Ref | None
    addressees: tuple[Ref, ...]
    words: str
    cells: tuple[Cell, ...]
    said: When | None
    day: date | None
    document: str
    document_title: str
    publisher: str | None
    doubtful: bool
    score: float


def pinned(store: Store, entries: Iterable[Pinnable]) -> tuple[Pinned, ...]:
    """Entries as pages show them, in the order given."""
    listed = list(entries)
    joined = queries.known_as(store, {ref.id for e in listed for ref in _refs(e) if ref and ref.id})
    known = heads(store, (e.document for e in listed))
    rows = cells_in(store, ((e.document, e.span) for e in listed if "\n" in e.text))
    return tuple(
        _pinned(e, known[e.document], joined, rows.get((e.document, e.span), ())) for e in listed if e.document in known
    )


def _pinned(entry: Pinnable, head: Head, joined: Mapping[str, Ref], row: Sequence[Part]) -> Pinned:
    """One entry; `joined` gives the record's actor for one of the document, `row` the cells that it spans."""
    date_of = entry.as_of if isinstance(entry, Progress | Count) else entry.date
    said = date_of if date_of and date_of.basis is not Basis.PUBLICATION else None
    score = 1.0 if isinstance(entry, Count) else entry.score
    addressees = entry.addressees if isinstance(entry, Ask) else ()
    return Pinned(
        id=entry.id,
        family=FAMILY[type(entry)],
        label=label(entry),
        by=joined_ref(entry.by, joined),
        addressees=tuple(r for a in addressees if (r := joined_ref(a, joined))),
        words=on_one_line(entry.text),
        cells=_cells(entry, row) if len(row) > 1 else (),
        said=said,
        day=(said.start or said.end if said else None) or head.published,
        document=head.id,
        document_title=head.title,
        publisher=head.publisher,
        doubtful=score < DOUBTFUL,
        score=score,
    )


def _cells(entry: Pinnable, row: Sequence[Part]) -> tuple[Cell, ...]:
    at = entry.span.start
    told = ((part.label, entry.text[part.span.start - at : part.span.end - at]) for part in row)
    return tuple(Cell(head, " ".join(words.split())) for head, words in told if words.strip())


def label(entry: Pinnable) -> str:
    """What an entry is, in the words of the closed lists."""
    match entry:
        case Ask(number=str(number)):
            return f"recommendation {number}"
        case Ask():
            return worded(entry.kind)
        case Response():
            return worded(entry.disposition)
        case Commitment():
            return f"{verb(Act.PROMISE)}, {when(entry.due)}"
        case Progress():
            return worded(entry.status)
        case Count():
            total = f" of {entry.total}" if entry.total is not None else ""
            return f"{entry.done}{total} {entry.of} {worded(entry.status)}"


def _refs(entry: Pinnable) -> tuple[Ref | None, ...]:
    return (entry.by, *entry.addressees) if isinstance(entry, Ask) else (entry.by,)
