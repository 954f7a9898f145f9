"""Tables for spreadsheets."""

from __future__ import annotations

import csv
import io

from starlette.testclient import TestClient

from answerable.store import Store, queries
from answerable.web.tables import table


def test_a_cell_is_never_a_formula() -> None:
    assert table(("a",), [("=1+1",), ("x, y",), (None,)]) == 'a\r\n\'=1+1\r\n"x, y"\r\n""\r\n'


def test_one_row_for_each_recommendation_and_responder(site: TestClient, store: Store) -> None:
    (inquiry,) = queries.inquiries(store)
    rows = list(csv.DictReader(io.StringIO(site.get(f"/inquiries/{inquiry.id}.csv").text)))
    assert [(r["number"], r["disposition"], r["overdue"], r["status"]) for r in rows] == [
        ("1", "accepted", "yes", "not started"),
        ("2", "accepted in principle", "no", ""),
        ("3", "", "no", ""),
    ]


def test_statements_and_feeds_of_what_a_page_shows(site: TestClient, store: Store) -> None:
    rows = list(csv.DictReader(io.StringIO(site.get("/search.csv?q=hiding").text)))
    assert [(r["speaker"], r["act"], r["targets"]) for r in rows] == [("Ivo Tarrant", "accused", "Mara Loxley")]
    (inquiry,) = queries.inquiries(store)
    matter = queries.matters(store)[0]
    actor = queries.actors(store)[0]
    for path in (f"/inquiries/{inquiry.id}", f"/matters/{matter.id}", f"/actors/{actor.id}", "/search"):
        assert site.get(path + ".atom").headers["content-type"].startswith("application/atom+xml")
        assert site.get(path + ".feed.json").json()["items"] is not None
    assert "# Quill Inquiry" in site.get("/briefing.md?about=Quill+Inquiry").text
    assert site.get("/briefing.docx?about=Quill+Inquiry").content.startswith(b"PK")
    assert site.get("/briefing.md?about=nobody+at+all").status_code == 404
    due = site.get(f"/inquiries/{inquiry.id}.ics").text
    assert "DTSTART;VALUE=DATE:20250531" in due
