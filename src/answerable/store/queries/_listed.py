"""Matters in lists: narrowed, counted and sorted without reading what hangs on them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sqlalchemy import ColumnElement, Connection, FromClause, Table, false, func, or_, select

from answerable import model
from answerable.store import schema
from answerable.store.database import Store
from answerable.store.dialect import terms
from answerable.store.facets import FACET_VALUES, Facet

FIELDS = ("kind", "inquiry", "disposition", "status", "speaker", "addressee", "medium", "publisher")
"""The fields of Narrowed that are facets; of some a matter can have several values."""


@dataclass(frozen=True, slots=True)
class Narrowed:
    """Which matters to list. Empty `words` match everything; the other fields narrow it down.

    `words` must all stand in the ask, in any form, as in `search.Wanted`. `speaker` (who asks), `addressee` and
    `inquiry` are ids of the record; `disposition` and `status` are what some answer, or some claim, says; `medium` and
    `publisher` are those of the document that holds the ask. `since` and `until`, inclusive, are days of asking.
    `overdue` is a day by which the last day is over and nobody says that it is settled; `late` are ids of matters that
    were so by what had been said until that day.
    """

    words: str = ""
    kind: model.AskKind | None = None
    inquiry: str | None = None
    addressee: str | None = None
    disposition: model.Disposition | None = None
    status: model.Status | None = None
    speaker: str | None = None
    medium: model.Medium | None = None
    publisher: str | None = None
    since: date | None = None
    until: date | None = None
    overdue: date | None = None
    late: tuple[str, ...] = ()


class Order(StrEnum):
    """In which order matters are listed."""

    RECORD = "record"  # those of inquiries first, as the reports number them
    DAY = "day"  # the latest asked first
    RELEVANCE = "relevance"  # of the words; without words as by day


@dataclass(frozen=True, slots=True)
class MatterHits:
    """One page of matters by id, how many there are in all, and the facets of all of them by field of Narrowed."""

    total: int
    ids: tuple[str, ...]
    facets: dict[str, tuple[Facet, ...]]


def search_matters(
    store: Store, wanted: Narrowed, *, order: Order = Order.RECORD, limit: int = 50, offset: int = 0
) -> MatterHits:
    """The matters that match: a page of them, with their number and facets."""
    m, matches = schema.matters.c, _matches(store, wanted)
    rows, where = _rows(matches), _where(wanted)
    page = select(m.id).select_from(rows).where(*where).order_by(*_order(order, matches)).limit(limit).offset(offset)
    narrowed = None if wanted == Narrowed() else select(m.id).select_from(rows).where(*where).subquery("found")
    with store.reading() as connection:
        total = connection.scalar(select(func.count()).select_from(rows).where(*where)) or 0
        if not total:
            return MatterHits(0, (), dict.fromkeys(FIELDS, ()))
        return MatterHits(total, tuple(connection.scalars(page)), _facets(connection, narrowed))


def count_matters(store: Store, wanted: Narrowed) -> int:
    """How many match."""
    query = select(func.count()).select_from(_rows(_matches(store, wanted))).where(*_where(wanted))
    with store.reading() as connection:
        return connection.scalar(query) or 0


def matters_of(store: Store, inquiries: Iterable[str], until: date, *, limit: int) -> tuple[int, tuple[str, ...]]:
    """How many matters of these inquiries were asked by a day, and the ids of the first in the order of the record."""
    m, s = schema.matters.c, schema.standings.c
    among = [m.inquiry.in_(list(inquiries)), _asked_by(until)]
    rows = schema.matters.outerjoin(schema.standings, s.matter == m.id)
    with store.reading() as connection:
        total = connection.scalar(select(func.count()).select_from(rows).where(*among)) or 0
        page = select(m.id).select_from(rows).where(*among).order_by(m.seq).limit(limit)
        return total, tuple(connection.scalars(page))


def matters_about(
    store: Store, words: str, until: date, *, without: Iterable[str] = (), limit: int
) -> tuple[int, tuple[str, ...]]:
    """How many matters outside some inquiries hold the words and were asked by a day, and the ids of the latest.

    The ids come in the order of the record.
    """
    m, matches = schema.matters.c, _matches(store, Narrowed(words))
    if matches is None:
        return 0, ()
    among = [m.inquiry.is_(None) | m.inquiry.not_in(list(without)), _asked_by(until)]
    rows = _rows(matches)
    latest = select(m.id).select_from(rows).where(*among).order_by(*_order(Order.DAY, matches)).limit(limit)
    with store.reading() as connection:
        total = connection.scalar(select(func.count()).select_from(rows).where(*among)) or 0
        return total, tuple(connection.scalars(select(m.id).where(m.id.in_(latest)).order_by(m.seq)))


def _asked_by(day: date) -> ColumnElement[bool]:
    asked = schema.standings.c.day
    return asked.is_(None) | (asked <= day)


def matters_due(store: Store, since: date, until: date, *, limit: int, latest: bool = False) -> tuple[str, ...]:
    """Ids of the matters whose last day lies in these days, and nobody says that they are settled.

    The next to fall due come first, or the `latest` of them.
    """
    s = schema.standings.c
    order = s.due.desc() if latest else s.due
    query = select(s.matter).where(~s.settled, s.due >= since, s.due <= until).order_by(order, s.matter).limit(limit)
    with store.reading() as connection:
        return tuple(connection.scalars(query))


def matters_after(store: Store, day: date) -> tuple[str, ...]:
    """Ids of the matters of which something was said after a day: how they stood on it no list can tell."""
    s = schema.standings.c
    with store.reading() as connection:
        return tuple(connection.scalars(select(s.matter).where(s.said > day)))


def _matches(store: Store, wanted: Narrowed) -> FromClause | None:
    """`seq` and `rank` of the asks that hold the words; None where there are no words to look for."""
    words = terms(wanted.words)
    return store.dialect.matching("matters", words) if words else None


def _rows(matches: FromClause | None) -> FromClause:
    m, s = schema.matters, schema.standings
    rows = m.outerjoin(s, s.c.matter == m.c.id)
    return rows if matches is None else rows.join(matches, matches.c.seq == m.c.seq)


def _where(wanted: Narrowed) -> list[ColumnElement[bool]]:
    m, s, v = schema.matters.c, schema.standings.c, schema.matter_values.c
    chosen = [(field, getattr(wanted, field)) for field in FIELDS]
    where: list[ColumnElement[bool]] = [
        m.id.in_(select(v.matter).where(v.field == field, v.value == value)) for field, value in chosen if value
    ]
    if wanted.words.strip() and not terms(wanted.words):
        where.append(false())
    where += [s.day >= wanted.since] if wanted.since else []
    where += [s.day <= wanted.until] if wanted.until else []
    return [*where, _late(wanted.overdue, wanted.late)] if wanted.overdue else where


def _late(day: date, late: Sequence[str]) -> ColumnElement[bool]:
    """Past the last day by all that was said; where something was said after `day`, it is one of `late`."""
    s = schema.standings.c
    over = select(s.matter).where(~s.settled, s.due < day, or_(s.said.is_(None), s.said <= day))
    return or_(schema.matters.c.id.in_(over), schema.matters.c.id.in_(late))


def _order(order: Order, matches: FromClause | None) -> list[ColumnElement[bool]]:
    m, day = schema.matters.c, schema.standings.c.day
    if order is Order.RECORD:
        return [m.inquiry.is_(None), m.inquiry, m.seq]
    if order is Order.RELEVANCE and matches is not None:
        return [matches.c.rank, m.seq]
    return [day.desc().nulls_last(), m.seq]


def _facets(connection: Connection, narrowed: FromClause | None) -> dict[str, tuple[Facet, ...]]:
    """How many matters have which value, the most frequent first; of all matters where none are given."""
    v = schema.matter_values
    rows = v if narrowed is None else narrowed.join(v, v.c.matter == narrowed.c.id)
    query = select(v.c.field, v.c.value, func.count()).select_from(rows).group_by(v.c.field, v.c.value)
    counted: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for field, value, n in connection.execute(query):
        counted[field].append((-n, value))
    most = {field: sorted(counted[field])[:FACET_VALUES] for field in FIELDS}
    names = _names(connection, schema.record_actors, [value for f in ("speaker", "addressee") for _, value in most[f]])
    names |= _names(connection, schema.record_inquiries, [value for _, value in most["inquiry"]])
    return {field: tuple(Facet(value, names.get(value, value), -n) for n, value in most[field]) for field in FIELDS}


def _names(connection: Connection, table: Table, ids: Sequence[str]) -> dict[str, str]:
    return dict(connection.execute(select(table.c.id, table.c.name).where(table.c.id.in_(ids))).all())
