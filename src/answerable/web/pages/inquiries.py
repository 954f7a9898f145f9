"""The inquiries of the record."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from answerable.model import AskKind, Inquiry, InquiryEvent, InquiryEventKind, InquiryKind, Ref, When
from answerable.store import Store, queries
from answerable.store.queries import Narrowed, count_matters
from answerable.web.pages.entry import joined_ref


@dataclass(frozen=True, slots=True)
class ListedInquiry:
    """An inquiry in a list: how many recommendations of it are in the record, and the last that is told of it."""

    id: str
    name: str
    kind: InquiryKind
    chair: Ref | None
    place: str | None
    year: int | None
    recommendations: int
    events: int
    last: InquiryEventKind | None
    last_on: When | None


@dataclass(frozen=True, slots=True)
class InquiriesPage:
    """The inquiries.

    title: heading of the page
    inquiries: every inquiry, review, audit and commission that documents tell of, by name
    """

    title: str
    inquiries: tuple[ListedInquiry, ...]


def inquiries_page(store: Store) -> InquiriesPage:
    """All inquiries of the record."""
    found = queries.inquiries(store)
    joined = queries.known_as(store, {i.chair.id for i in found if i.chair and i.chair.id})
    return InquiriesPage("Inquiries", tuple(_row(store, i, joined) for i in found))


def _row(store: Store, inquiry: Inquiry, joined: Mapping[str, Ref]) -> ListedInquiry:
    last = max((e for e in inquiry.events if _day(e)), key=_day, default=None)
    return ListedInquiry(
        inquiry.id,
        inquiry.name,
        inquiry.kind,
        joined_ref(inquiry.chair, joined),
        inquiry.place,
        inquiry.year,
        count_matters(store, Narrowed(kind=AskKind.RECOMMENDATION, inquiry=inquiry.id)),
        len(inquiry.events),
        last.event if last else None,
        last.date if last else None,
    )


def _day(event: InquiryEvent) -> str:
    day = (event.date.start or event.date.end) if event.date else None
    return day.isoformat() if day else ""
