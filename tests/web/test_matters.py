"""The list of what was asked for, narrowed."""

from __future__ import annotations

from datetime import date

import pytest

from answerable.model import Disposition, Status
from answerable.store import Store, queries
from answerable.store.queries import Narrowed
from answerable.store.search import Wanted, search_statements
from answerable.web.pages.matters import MattersPage, matters_page
from tests.web import ferry


def numbers(page: MattersPage) -> list[str | None]:
    return [m.number for m in page.matters]


@pytest.mark.parametrize(
    ("wanted", "left"),
    [
        (Narrowed(), ["1", "2", "3"]),
        (Narrowed(disposition=Disposition.IN_PRINCIPLE), ["2"]),
        (Narrowed(status=Status.NOT_STARTED), ["1"]),
        (Narrowed(words="ferry", disposition=Disposition.IN_PRINCIPLE), []),
    ],
)
def test_narrowed(store: Store, wanted: Narrowed, left: list[str]) -> None:
    assert numbers(matters_page(store, wanted, ferry.TODAY)) == left


def test_counts_are_those_of_what_is_left(store: Store) -> None:
    inquiry = queries.inquiries(store)[0]
    page = matters_page(store, Narrowed(inquiry=inquiry.id), ferry.TODAY)
    groups = {g.field: {c.name: c.count for c in g.choices} for g in page.facets}
    assert groups["disposition"] == {"accepted": 1, "accepted in principle": 1}
    assert groups["status"] == {"in progress": 1, "not started": 1}
    assert "inquiry" not in groups
    assert all(f"inquiry={inquiry.id}" in c.address for g in page.facets for c in g.choices)


def test_overdue_goes_by_the_day_that_one_looks(store: Store) -> None:
    assert numbers(matters_page(store, Narrowed(), ferry.TODAY, overdue=True)) == ["1"]
    assert numbers(matters_page(store, Narrowed(), date(2025, 5, 1), overdue=True)) == []


def test_statements_are_counted_by_target_too(store: Store) -> None:
    facets = search_statements(store, Wanted()).facets
    assert {f.name: f.count for f in facets["target"]} == {"Ivo Tarrant": 1, "Mara Loxley": 1}
    assert "target" not in search_statements(store, Wanted("hiding")).facets  # of words alone too many may match
