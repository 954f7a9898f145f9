"""Everything that was asked for: recommendations, calls and requests, each in a row."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from urllib.parse import urlencode

from answerable.errors import NotFoundError
from answerable.model import AskKind, Disposition, Ref, Status
from answerable.record import is_overdue
from answerable.store import Store, queries
from answerable.store.facets import Facet
from answerable.store.queries import Narrowed, matters_after, search_matters
from answerable.web.acts import worded
from answerable.web.pages.asked import Asked, asked
from answerable.web.pages.decided import corrected_matters
from answerable.web.pages.search import Choice, FacetGroup

SIZE = 25
LAST = 100_000
"""No list has more pages, and no database counts further than this by far."""

GROUPS: dict[str, tuple[str, type[StrEnum] | None]] = {
    "kind": ("Kind", AskKind),
    "inquiry": ("Inquiry", None),
    "addressee": ("Asked of", None),
    "disposition": ("Some answer says", Disposition),
    "status": ("Somebody claims", Status),
}


@dataclass(frozen=True, slots=True)
class MattersPage:
    """What was asked for, those of inquiries first.

    title: heading of the page
    words: words that must stand in the ask
    kind: the kind that is shown, empty for all
    addressee: whom the asks are put to, empty for all
    inquiry: the inquiry whose recommendations are shown, empty for all
    disposition: what some answer says, empty for all
    status: what some claim says, empty for all
    overdue: whether only what is past its day is shown
    facets: how the list can be narrowed, with how many would be left
    total: how many there are
    number: which page of the list this is, from 1
    last: number of the last page
    matters: those of this page
    """

    title: str
    words: str
    kind: AskKind | None
    addressee: Ref | None
    inquiry: Ref | None
    disposition: Disposition | None
    status: Status | None
    overdue: bool
    facets: tuple[FacetGroup, ...]
    total: int
    number: int
    last: int
    matters: tuple[Asked, ...]


def matters_page(store: Store, wanted: Narrowed, today: date, number: int = 1, *, overdue: bool = False) -> MattersPage:
    """Page `number` of the list. Raises NotFoundError beyond the last, or where there is no such addressee."""
    if overdue:
        wanted = replace(wanted, overdue=today, late=_late(store, today))
    if not 1 <= number <= LAST:
        raise NotFoundError(f"a list shows pages 1 to {LAST}")
    found = search_matters(store, wanted, limit=SIZE, offset=(number - 1) * SIZE)
    last = max(1, -(-found.total // SIZE))
    if number > last:
        raise NotFoundError(f"the list has {last} pages")
    return MattersPage(
        title="What was asked for",
        words=wanted.words,
        kind=wanted.kind,
        addressee=Ref(wanted.addressee, queries.actor(store, wanted.addressee).name) if wanted.addressee else None,
        inquiry=Ref(wanted.inquiry, queries.inquiry(store, wanted.inquiry).name) if wanted.inquiry else None,
        disposition=wanted.disposition,
        status=wanted.status,
        overdue=overdue,
        facets=tuple(_groups(wanted, found.facets, overdue=overdue)),
        total=found.total,
        number=number,
        last=last,
        matters=asked(store, queries.matters(store, ids=found.ids), today),
    )


def _late(store: Store, today: date) -> tuple[str, ...]:
    """Ids of the matters that are overdue today, among those of which something is dated later than today."""
    ahead = queries.matters(store, ids=matters_after(store, today))
    return tuple(m.id for m in corrected_matters(store, ahead) if is_overdue(m, today))


def _groups(wanted: Narrowed, facets: Mapping[str, tuple[Facet, ...]], *, overdue: bool) -> Iterable[FacetGroup]:
    asked_for = {name: str(getattr(wanted, name)) for name in GROUPS if getattr(wanted, name)}
    asked_for |= {"q": wanted.words} if wanted.words else {}
    asked_for |= {"overdue": "1"} if overdue else {}
    for field, (title, closed) in GROUPS.items():
        if field not in asked_for and facets[field]:
            yield FacetGroup(
                field,
                title,
                tuple(
                    Choice(
                        worded(closed(f.value)) if closed else f.name,
                        f.count,
                        f"/matters?{urlencode(asked_for | {field: f.value})}",
                    )
                    for f in facets[field]
                ),
            )
