"""The inquiries of the record."""

from __future__ import annotations

from dataclasses import dataclass

from answerable.model import AskKind, InquiryKind, Ref
from answerable.store import Store, queries
from answerable.store.queries import Narrowed, count_matters
from answerable.web.pages.entry import joined_ref


@dataclass(frozen=True, slots=True)
class ListedInquiry:
    """An inquiry in a list, with how many recommendations of it are in the record."""

    id: str
    name: str
    kind: InquiryKind
    chair: Ref | None
    place: str | None
    year: int | None
    recommendations: int


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
    return InquiriesPage(
        "Inquiries",
        tuple(
            ListedInquiry(
                i.id,
                i.name,
                i.kind,
                joined_ref(i.chair, joined),
                i.place,
                i.year,
                count_matters(store, Narrowed(kind=AskKind.RECOMMENDATION, inquiry=i.id)),
            )
            for i in found
        ),
    )
