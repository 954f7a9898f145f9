"""Errors in words for readers, headers on every answer, nothing escaped from its place."""

from __future__ import annotations

import re

import pytest
from starlette.testclient import TestClient

from answerable.store import Store
from answerable.store.search import Wanted, search_sentences, search_statements
from answerable.web.app import create_app


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/nothing/here", 404),
        ("/documents/0000", 404),
        ("/documents?page=9", 404),
        ("/documents?page=x", 400),
        ("/statements/0000", 404),
        ("/search?act=shout", 400),
        ("/search?since=2025-02-01&until=2025-01-01", 400),
        ("/search?speaker=nobody", 404),
        ("/search?since=&until=&act=", 200),
        ("/search?q=%22o%27neill+AND+%28*", 200),
        ("/search?q=%00", 400),
        ("/search?q=" + "x" * 401, 400),
    ],
)
def test_every_error_is_a_page_in_plain_words(site: TestClient, address: str, status: int) -> None:
    answer = site.get(address)
    assert answer.status_code == status, answer.text
    assert "<h1" in answer.text and "Traceback" not in answer.text
    if status >= 400:
        path, _, query = address.partition("?")
        told = site.get(f"{path}.json?{query}")
        assert told.status_code == status
        assert told.json()["status"] == status


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("since=someday", "This page cannot read “someday” as “since”. Days are written like 2025-03-31."),
        ("act=shout", "This page cannot read “shout” as “act”."),
        ("q=" + "x" * 401, "This page cannot read what is given as “q”."),
        ("act=%3Cb%3E", "This page cannot read “&lt;b&gt;” as “act”."),
    ],
)
def test_what_cannot_be_read_is_told_back(site: TestClient, query: str, told: str) -> None:
    assert told in site.get(f"/search?{query}").text


def test_every_answer_carries_the_headers(site: TestClient) -> None:
    for address in ("/", "/nothing", "/static/site.css", "/home.json"):
        headers = site.get(address).headers
        assert "default-src 'none'" in headers["content-security-policy"]
        assert "frame-ancestors 'none'" in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "same-origin"


def test_a_nonce_is_used_once(site: TestClient) -> None:
    first, second = (site.get("/").headers["content-security-policy"] for _ in range(2))
    assert first != second


def test_a_fault_of_ours_is_said_so_and_keeps_the_headers(store: Store) -> None:
    app = create_app(store)
    app.add_api_route("/broken", lambda: 1 / 0)
    answer = TestClient(app, raise_server_exceptions=False).get("/broken")
    assert answer.status_code == 500
    assert "The fault is ours" in answer.text and "ZeroDivision" not in answer.text
    assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]


def test_words_of_others_are_text_not_markup(site: TestClient, store: Store) -> None:
    hit = search_statements(store, Wanted(words="enough")).hits[0]
    page = site.get(f"/documents/{hit.document}").text
    assert "&lt;b&gt;for now&lt;/b&gt;" in page and "<b>for now" not in page
    assert "<script>alert" not in site.get("/search?q=<script>alert(1)</script>").text


def test_a_statement_opens_its_document_at_its_words(site: TestClient, store: Store) -> None:
    hit = search_statements(store, Wanted(words="hiding")).hits[0]
    assert hit.statement
    answer = site.get(f"/statements/{hit.statement.id}")
    assert answer.status_code == 303
    path, _, anchor = answer.headers["location"].partition("#")
    page = site.get(path).text
    assert f'id="{anchor}"' in page
    assert '<mark class="content chosen judgement">of hiding the ferry&#39;s safety record</mark>' in page


def test_a_place_opens_its_document_at_its_paragraph(site: TestClient, store: Store) -> None:
    sentence = search_sentences(store, Wanted(words="enough")).hits[0]
    page = site.get(f"/documents/{sentence.document}?at={sentence.place[0].start}").text
    (shown,) = re.findall(r'<div class="block here">.*?</div>', page, re.DOTALL)
    assert 'id="here"' in shown and "one inquiry was enough" in shown


def test_one_box_finds_documents_by_their_title_too(site: TestClient) -> None:
    told = site.get("/search.json?q=%22clash+over%22+Ferry").json()
    assert [d["title"] for d in told["documents"]] == ["Minister and pilots clash over ferry"]
    assert site.get("/search.json?q=%25").json()["documents"] == []
    assert site.get("/search.json").json()["documents"] == []


def test_days_that_narrow_a_search_are_told_in_words(site: TestClient) -> None:
    page = site.get("/search.json?since=2025-01-02&until=2025-03-04").json()
    assert [c["name"] for c in page["chosen"]] == ["From: 2 January 2025", "To: 4 March 2025"]
