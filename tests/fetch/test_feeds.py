import json
from datetime import date

import pytest

from answerable.errors import FetchError
from answerable.fetch.feeds import Entry, feed

URL = "https://echo.example/feed"
RSS = b"""<?xml version="1.0"?><rss version="2.0"><channel><title>The Ness Echo</title>
<item><title>Ferry to stop</title><link>/ferry</link><pubDate>Mon, 03 May 2021 09:00:00 GMT</pubDate></item>
<item><title>No address</title></item></channel></rss>"""
ATOM = b"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Echo</title><entry><title>Ferry</title>
<link href="https://echo.example/ferry"/><updated>2021-05-03T09:00:00Z</updated>
<author><name>Ann Vale</name></author></entry></feed>"""
JSON = b"""{"version": "https://jsonfeed.org/version/1.1", "title": "Echo", "items": [
{"id": "1", "url": "/ferry", "title": "Ferry", "date_published": "2021-05-03T09:00:00Z"}, {"id": "2"}]}"""


def test_rss() -> None:
    found = feed(RSS, URL)
    assert found.title == "The Ness Echo"
    assert found.entries == (Entry("https://echo.example/ferry", "Ferry to stop", date(2021, 5, 3)),)


def test_atom() -> None:
    assert feed(ATOM, URL).entries == (Entry("https://echo.example/ferry", "Ferry", date(2021, 5, 3), "Ann Vale"),)


def test_json_feed() -> None:
    assert feed(JSON, URL).entries == (Entry("https://echo.example/ferry", "Ferry", date(2021, 5, 3)),)


@pytest.mark.parametrize("data", [b"<p>One", b"{}", b"{not json", b"One"])
def test_what_is_no_feed_is_named(data: bytes) -> None:
    with pytest.raises(FetchError, match="not a feed"):
        feed(data, URL)


@pytest.mark.parametrize(
    "item",
    [
        {"url": 5}, {"url": "http://[bad"}, "no object", {"url": "a", "authors": ["x"]}, {"url": "a", "authors": {}},
        {"url": "a", "author": "x"}, {"url": "a", "date_published": 5}, {"url": "a", "title": []},
    ],
)  # fmt: skip
def test_what_is_of_another_type_is_left_out(item: object) -> None:
    data = json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": [item, {"url": "last"}]}).encode()
    entries = feed(data, "https://echo.example/feed").entries
    assert entries[-1] == Entry("https://echo.example/last")
    assert entries[:-1] in ((), (Entry("https://echo.example/a"),))
