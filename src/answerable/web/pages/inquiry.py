"""One inquiry: its events, and its recommendations with what was answered, promised and claimed of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from answerable.model import (
    AskKind,
    Disposition,
    Inquiry,
    InquiryEvent,
    InquiryEventKind,
    InquiryKind,
    Ref,
    Status,
    When,
)
from answerable.store import Store, queries
from answerable.store.queries import heads
from answerable.text import on_one_line
from answerable.web.acts import SHADES, worded
from answerable.web.charts import Bar, bar
from answerable.web.pages.asked import Asked, asked
from answerable.web.pages.entry import joined_ref


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened to an inquiry, with the words that say so."""

    id: str
    event: InquiryEventKind
    date: When | None
    by: Ref | None
    to: Ref | None
    words: str
    reason: str | None
    document: str
    document_title: str
    address: str


@dataclass(frozen=True, slots=True)
class Part:
    """So many of the recommendations shown have this; `value` filters the table by it."""

    name: str
    value: str
    count: int


@dataclass(frozen=True, slots=True)
class Told:
    """What one body answers, or claims, about the recommendations: counts by kind, of how many."""

    by: str
    total: int
    parts: tuple[Part, ...]
    bar: Bar


@dataclass(frozen=True, slots=True)
class Filter:
    """Which recommendations are shown."""

    disposition: Disposition | None = None
    status: Status | None = None
    addressee: str | None = None
    unanswered: bool = False
    overdue: bool = False
    disputed: bool = False

    @property
    def empty(self) -> bool:
        """Whether all are shown."""
        return self == Filter()


EVERYTHING = Filter()


@dataclass(frozen=True, slots=True)
class InquiryPage:
    """An inquiry.

    title: its name
    id: the record's id of it
    kind: what kind of inquiry it is
    names: other names that documents use
    chair: who leads it
    place: where
    year: when
    events: what happened to it, in order of day, each with the words that say so
    total: how many recommendations of it are in the record
    answers: what each body answers, with counts
    claims: what each speaker claims of how far recommendations have got, with counts
    unanswered: how many recommendations no answer was found to
    overdue: how many are past the day promised or asked for, and nobody says that they are settled
    moved: how many had their day moved
    disputed: of how many the claims conflict
    addressees: whom recommendations are put to, with counts
    filter: which recommendations the table shows
    recommendations: those, in the order of the report
    """

    title: str
    id: str
    kind: InquiryKind
    names: tuple[str, ...]
    chair: Ref | None
    place: str | None
    year: int | None
    events: tuple[Event, ...]
    total: int
    answers: tuple[Told, ...]
    claims: tuple[Told, ...]
    unanswered: int
    overdue: int
    moved: int
    disputed: int
    addressees: tuple[Part, ...]
    filter: Filter
    recommendations: tuple[Asked, ...]


def inquiry_page(store: Store, id: str, today: date, wanted: Filter = EVERYTHING) -> InquiryPage:
    """The page of an inquiry of the record. Raises NotFoundError where there is none."""
    inquiry = queries.inquiry(store, id)
    recommended = [m for m in queries.matters(store, inquiry=id) if m.ask.kind is AskKind.RECOMMENDATION]
    rows = asked(store, recommended, today)
    chair = queries.known_as(store, [inquiry.chair.id]) if inquiry.chair and inquiry.chair.id else {}
    return InquiryPage(
        title=inquiry.name,
        id=id,
        kind=inquiry.kind,
        names=tuple(name for name in inquiry.names if name != inquiry.name),
        chair=joined_ref(inquiry.chair, chair),
        place=inquiry.place,
        year=inquiry.year,
        events=_events(store, inquiry),
        total=len(rows),
        answers=_told(((a.by, a.disposition) for r in rows for a in r.answers), Disposition, len(rows)),
        claims=_told(((c.by, c.status) for r in rows for c in r.claims), Status, len(rows)),
        unanswered=sum(not r.answers for r in rows),
        overdue=sum(r.overdue for r in rows),
        moved=sum(bool(r.moved) for r in rows),
        disputed=sum(bool(r.disputes) for r in rows),
        addressees=_addressees(rows),
        filter=wanted,
        recommendations=tuple(r for r in rows if _shown(r, wanted)),
    )


def _shown(row: Asked, wanted: Filter) -> bool:
    return (
        (not wanted.disposition or any(a.disposition is wanted.disposition for a in row.answers))
        and (not wanted.status or any(c.status is wanted.status for c in row.claims))
        and (not wanted.addressee or any(r.name == wanted.addressee for r in row.ask.addressees))
        and not (wanted.unanswered and row.answers)
        and (row.overdue or not wanted.overdue)
        and (bool(row.disputes) or not wanted.disputed)
    )


def _told(said: Iterable[tuple[Ref | None, StrEnum]], closed: type[StrEnum], total: int) -> tuple[Told, ...]:
    by: dict[str, Counter[StrEnum]] = {}
    names: dict[str, str] = {}  # "the Government" is the Government
    for ref, value in said:
        name = ref.name if ref else "somebody not named"
        one = names.setdefault(name.lower().removeprefix("the "), name)
        by.setdefault(one, Counter())[value] += 1
    made = []
    for name, counted in sorted(by.items(), key=lambda item: -item[1].total()):
        parts = tuple(Part(worded(v), v.value, counted[v]) for v in closed if counted[v])
        shades = [SHADES[v] for v in closed if counted[v]]
        rest = max(0, total - counted.total())
        made.append(Told(name, total, parts, bar([(p.name, p.count) for p in parts], rest, shades)))
    return tuple(made)


def _addressees(rows: Sequence[Asked]) -> tuple[Part, ...]:
    counted = Counter(name for r in rows for name in {a.name for a in r.ask.addressees})
    return tuple(Part(name, name, n) for name, n in counted.most_common())


def _events(store: Store, inquiry: Inquiry) -> tuple[Event, ...]:
    known = heads(store, (e.document for e in inquiry.events))
    joined = queries.known_as(store, {r.id for e in inquiry.events for r in (e.by, e.to) if r and r.id})
    return tuple(_event(e, known[e.document].title, joined) for e in inquiry.events if e.document in known)


def _event(event: InquiryEvent, title: str, joined: dict[str, Ref]) -> Event:
    inside = event.reason and event.span.contains(event.reason)
    reason = event.reason.of(" " * event.span.start + event.text) if inside and event.reason else None
    return Event(
        event.id,
        event.event,
        event.date,
        joined_ref(event.by, joined),
        joined_ref(event.to, joined),
        on_one_line(event.text),
        reason,
        event.document,
        title,
        f"/documents/{event.document}?at={event.span.start}#here",
    )
