"""Every search, actor, inquiry and matter can be followed: with feeds that readers' programs take, and calendars."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import feedparser
import pytest
from starlette.testclient import TestClient

from answerable.ingest import build_record
from answerable.store import Store, queries
from answerable.web.app import create_app
from tests.web import ferry


def followed(store: Store) -> list[str]:
    """The pages that can be followed."""
    return [
        "/search",
        "/search?q=ferry+%26+%3Cb%3E&since=2020-01-01",
        "/search?kind=recommendation",
        *(f"/actors/{actor.id}" for actor in queries.actors(store)),
        *(f"/inquiries/{inquiry.id}" for inquiry in queries.inquiries(store)),
        *(f"/matters/{matter.id}" for matter in queries.matters(store)),
    ]


def ending(page: str, suffix: str) -> str:
    path, mark, query = page.partition("?")
    return path + suffix + mark + query


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Store]:
    made = ferry.record(tmp_path / "own.db")
    yield made
    made.close()


def test_every_page_that_can_be_followed_names_its_feeds(site: TestClient, store: Store) -> None:
    for page in followed(store):
        html = site.get(page).text
        for suffix in (".atom", ".feed.json"):
            address = ending(page, suffix).replace("&", "&amp;")
            assert f'href="{address}" title="Follow this page"' in html, page
            assert site.get(ending(page, suffix)).status_code == 200, page


def test_feeds_as_a_reader_reads_them(site: TestClient, store: Store) -> None:
    for page in followed(store):
        answer = site.get(ending(page, ".atom"))
        assert answer.headers["content-type"].startswith("application/atom+xml")
        read = feedparser.parse(answer.content)
        assert not read.bozo and read.version == "atom10", page
        assert read.feed.title and read.feed.updated and read.feed.id == f"http://testserver{ending(page, '.atom')}"
        links = {link.rel: link.href for link in read.feed.links}
        assert links == {"self": read.feed.id, "alternate": f"http://testserver{page}"}, page
        ids = [entry.id for entry in read.entries]
        assert len(ids) == len(set(ids))
        assert all(entry.link.startswith("http://testserver/") and entry.author for entry in read.entries)
        assert [e.updated for e in read.entries] == sorted((e.updated for e in read.entries), reverse=True), page
        told = site.get(ending(page, ".feed.json"))
        assert told.headers["content-type"].startswith("application/feed+json")
        feed = json.loads(told.text)
        assert [item["id"] for item in feed["items"]] == ids
        assert feed["home_page_url"] == links["alternate"] and feed["title"] == read.feed.title


def test_what_a_feed_points_to_is_there(site: TestClient, store: Store) -> None:
    for page in followed(store):
        for item in json.loads(site.get(ending(page, ".feed.json")).text)["items"]:
            path = item["url"].removeprefix("http://testserver")
            assert site.get(path).status_code in (200, 303), path


def test_ids_outlive_a_rebuild(own: Store) -> None:
    build_record(own)

    def ids() -> dict[str, list[str]]:
        client = TestClient(create_app(own, today=lambda: ferry.TODAY))
        pages = [ending(page, ".feed.json") for page in followed(own)]
        return {page: [item["id"] for item in client.get(page).json()["items"]] for page in pages}

    before = ids()
    build_record(own)
    assert ids() == before and any(before.values())


def test_a_feed_that_has_not_changed_is_not_sent_again(site: TestClient, store: Store) -> None:
    inquiry = queries.inquiries(store)[0].id
    for address in ("/search.atom", "/search.feed.json?q=ferry", f"/inquiries/{inquiry}.ics"):
        first = site.get(address)
        tag = first.headers["etag"]
        for held in (tag, f'"other", {tag}', tag.removeprefix("W/"), "*"):
            again = site.get(address, headers={"if-none-match": held})
            assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
        assert site.get(address, headers={"if-none-match": '"other"'}).status_code == 200


def test_a_feed_changes_with_the_record(own: Store) -> None:
    client = TestClient(create_app(own, today=lambda: ferry.TODAY))
    tag = client.get("/search.atom").headers["etag"]
    assert client.get("/search.atom?q=vessel", headers={"if-none-match": tag}).status_code == 200


def test_links_lead_to_the_address_that_the_site_is_known_by(store: Store) -> None:
    client = TestClient(create_app(store, address="https://record.example/"), base_url="http://10.0.0.7:8000")
    read = feedparser.parse(client.get("/search.atom?q=ferry").content)
    assert read.feed.id == "https://record.example/search.atom?q=ferry"
    assert all(entry.link.startswith("https://record.example/") for entry in read.entries)


def test_a_calendar_holds_the_days_that_hold(site: TestClient, store: Store) -> None:
    inquiry = queries.inquiries(store)[0].id
    answer = site.get(f"/inquiries/{inquiry}.ics")
    assert answer.headers["content-type"].startswith("text/calendar")
    lines = answer.text.replace("\r\n ", "").split("\r\n")
    matter = next(m for m in queries.matters(store) if m.commitments)
    assert f"UID:{matter.id}@answerable" in lines and f"URL:http://testserver/matters/{matter.id}" in lines
    assert "DTSTART;VALUE=DATE:20250531" in lines and "DTSTAMP:20250601T000000Z" in lines
    assert lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT") == 1
    assert site.get(f"/matters/{matter.id}.ics").text.count("BEGIN:VEVENT") == 1
