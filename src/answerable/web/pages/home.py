"""The first page: what this record holds, what is due, where to begin."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from answerable.model import Inquiry, InquiryKind, Status
from answerable.store import Store, queries
from answerable.store.queries import Listed, Totals, matters_due, statuses
from answerable.store.search import Wanted, search_statements
from answerable.web.acts import SHADES, worded
from answerable.web.charts import Bar, bar
from answerable.web.pages.asked import Asked, asked
from answerable.web.pages.entry import Entry, entries_of_hits
from answerable.web.pages.lately import Change, changes, summed

SHOWN = 6
DAY, LATE, SOON = timedelta(days=1), timedelta(days=2 * 365), timedelta(days=180)


@dataclass(frozen=True, slots=True)
class Standing:
    """An inquiry with a bar of its recommendations by the status that the latest claim gives each."""

    id: str
    name: str
    kind: InquiryKind
    year: int | None
    total: int
    bar: Bar


@dataclass(frozen=True, slots=True)
class HomePage:
    """What the record holds.

    title: what the site is for
    totals: how many documents, statements, asks and so on
    inquiries: the inquiries with most recommendations, each with how far these are said to have got
    overdue: what is past its day, the latest first
    due: what falls due in the next half year, the nearest first
    latest: the statements said or published last
    documents: the documents published last
    changes: what changed in the record last: documents added, decisions of editors
    """

    title: str
    totals: Totals
    inquiries: tuple[Standing, ...]
    overdue: tuple[Asked, ...]
    due: tuple[Asked, ...]
    latest: tuple[Entry, ...]
    documents: tuple[Listed, ...]
    changes: tuple[Change, ...]


def home_page(store: Store, today: date) -> HomePage:
    """The first page, as things stand today."""
    late = matters_due(store, today - LATE, today - DAY, limit=SHOWN, latest=True)
    soon = matters_due(store, today, today + SOON, limit=SHOWN)
    return HomePage(
        title="Who said what of whom, what was promised, what was done",
        totals=queries.totals(store),
        inquiries=_inquiries(queries.inquiries(store), statuses(store)),
        overdue=tuple(r for r in asked(store, queries.matters(store, ids=late), today) if r.overdue),
        due=asked(store, queries.matters(store, ids=soon), today),
        latest=entries_of_hits(store, search_statements(store, Wanted(by_day=True), limit=SHOWN, facets=False).hits),
        documents=queries.list_documents(store, limit=SHOWN),
        changes=summed(changes(store))[:SHOWN],
    )


def _inquiries(
    known: tuple[Inquiry, ...], told: Mapping[str, tuple[int, Mapping[Status, int]]]
) -> tuple[Standing, ...]:
    made = []
    for inquiry in known:
        total, held = told.get(inquiry.id, (0, {}))
        parts = [(worded(status), held[status]) for status in Status if status in held]
        rest = total - sum(held.values())
        drawn = bar(parts, rest, [SHADES[status] for status in Status if status in held])
        made.append(Standing(inquiry.id, inquiry.name, inquiry.kind, inquiry.year, total, drawn))
    return tuple(sorted(made, key=lambda s: (-s.total, s.name))[:SHOWN])
