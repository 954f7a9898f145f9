"""The list of what was asked for, narrowed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from answerable.model import Disposition, Judgement, Status, Verdict
from answerable.record import is_overdue
from answerable.standings import summed
from answerable.store import Store, queries, writes
from answerable.store.queries import Narrowed
from answerable.store.search import Wanted, search_statements
from answerable.web.pages.matters import MattersPage, matters_page
from answerable.web.rebuilding import Rebuilder
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


def test_overdue_goes_by_the_day_asked_for_where_nothing_was_promised(tmp_path: Path) -> None:
    own = ferry.record(tmp_path / "own.db")
    (first, *others) = queries.matters(own)
    alone = replace(first, responses=(), commitments=(), progress=(), links=())
    writes.replace_matters(own, [alone, *others], {}, summed(own, [alone, *others], {}))
    (late,) = matters_page(own, Narrowed(), ferry.TODAY, overdue=True).matters
    assert (late.id, late.due) == (first.id, date(2024, 3, 1))
    own.close()


def test_overdue_leaves_none_out_however_many(tmp_path: Path) -> None:
    own = ferry.record(tmp_path / "own.db")
    first = queries.matters(own)[0]
    many = [replace(first, id=f"{n:04}") for n in range(900)]
    writes.replace_matters(own, many, {}, summed(own, many, {}))
    assert matters_page(own, Narrowed(), ferry.TODAY, overdue=True).total == 900
    own.close()


def test_a_list_agrees_with_how_each_matter_stands(store: Store) -> None:
    for day in (date(2024, 3, 1), date(2024, 3, 31), date(2024, 4, 2), date(2025, 5, 31), ferry.TODAY):
        late = [m.ask.number for m in queries.matters(store) if is_overdue(m, day)]
        assert numbers(matters_page(store, Narrowed(), day, overdue=True)) == late, day


@pytest.mark.parametrize(
    ("query", "left"),
    [
        ("kind=recommendation", ["1", "2", "3"]),
        ("disposition=accepted_in_principle", ["2"]),
        ("status=not_started", ["1"]),
        ("q=ferries", ["1"]),  # in any form of the word, as everywhere
        ("q=ferry&disposition=accepted_in_principle", []),
        ("show=asks&since=2023-03-01&until=2023-03-01", ["1", "2", "3"]),
        ("show=asks&since=2023-03-02", []),
        ("kind=recommendation&medium=news", []),
        ("kind=recommendation&act=accuse", []),  # an act is done by statements
    ],
)
def test_a_search_narrowed_to_what_was_asked_for(site: TestClient, query: str, left: list[str]) -> None:
    told = site.get(f"/search.json?{query}").json()
    if "show" in query or "kind" in query or "disposition" in query or "status" in query:
        assert told["asks"] and told["entries"] == [] and told["total"] == len(left)
    assert [m["number"] for m in told["matters"]] == left


def test_a_search_counts_what_was_asked_for(site: TestClient, store: Store) -> None:
    told = site.get("/search.json").json()
    counts = {g["field"]: {c["name"]: c["count"] for c in g["choices"]} for g in told["asked_facets"]}
    assert counts == {
        "kind": {"recommendation": 3},
        "inquiry": {"Quill Inquiry": 3},
        "disposition": {"accepted": 1, "accepted in principle": 1},
        "status": {"in progress": 1, "not started": 1},
    }
    department = next(a.id for a in queries.actors(store) if a.name == "Department for Transport")
    told = site.get(f"/search.json?show=asks&target={department}").json()
    assert [m["number"] for m in told["matters"]] == ["1"]
    assert {g["field"] for g in told["facets"]} == {"disposition", "status"} - {"disposition"}
    assert "No." not in site.get("/search.csv?kind=recommendation").text.splitlines()[0]
    assert site.get("/search.csv?kind=recommendation").text.startswith("matter,number,words")
    assert "urn:answerable:" in site.get("/search.atom?kind=recommendation").text


def test_a_decision_moves_a_matter_in_its_lists(tmp_path: Path) -> None:
    own = ferry.record(tmp_path / "own.db")
    rebuilder = Rebuilder(own, small=0)
    (late,) = matters_page(own, Narrowed(), ferry.TODAY, overdue=True).matters
    claim = late.claims[0].entry.id
    done = Judgement("j1", claim, Verdict.CORRECT, "Edie", ferry.NOW, "", (("status", "complete"),))
    undo = Judgement("j2", "j1", Verdict.UNDO, "Edie", ferry.NOW + timedelta(1), "")
    for judgement, overdue, complete in ((done, 0, 1), (undo, 1, 0)):
        writes.judge(own, judgement)
        rebuilder.after(judgement)
        assert matters_page(own, Narrowed(), ferry.TODAY, overdue=True).total == overdue
        assert matters_page(own, Narrowed(status=Status.COMPLETE), ferry.TODAY).total == complete
    rebuilder.wait()
    own.close()


def test_statements_are_counted_by_target_too(store: Store) -> None:
    facets = search_statements(store, Wanted()).facets
    assert {f.name: f.count for f in facets["target"]} == {"Ivo Tarrant": 1, "Mara Loxley": 1}
    assert "target" not in search_statements(store, Wanted("hiding")).facets  # of words alone too many may match
