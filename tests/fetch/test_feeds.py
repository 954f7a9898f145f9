import json

import pytest

from answerable.errors import FetchError
from answerable.fetch import Fetched
from answerable.fetch.feeds import addresses, is_feed

RSS = b"""<?xml version="1.0"?><rss version="2.0"><channel><title>The Ness Echo</title>
<item><title>Ferry to stop</title><link>/ferry</link><pubDate>Mon, 03 May 2021 09:00:00 GMT</pubDate></item>
<item><link>/ferry</link></item><item><title>No address</title></item></channel></rss>"""
ATOM = b"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Echo</title><entry><title>Ferry</title>
<link href="https://echo.example/ferry"/><updated>2021-05-03T09:00:00Z</updated></entry></feed>"""
JSON = b"""{"version": "https://jsonfeed.org/version/1.1", "title": "Echo", "items": [
{"id": "1", "url": "/ferry", "title": "Ferry"}, {"id": "2"}]}"""


def served(data: bytes, media_type: str | None = None) -> Fetched:
    return Fetched("https://echo.example/feed", data, media_type)


@pytest.mark.parametrize("data", [RSS, ATOM, JSON])
def test_the_addresses_of_a_feed(data: bytes) -> None:
    assert addresses(served(data)) == ("https://echo.example/ferry",)


@pytest.mark.parametrize("data", [b"<p>One", b"{}", b"{not json", b"One"])
def test_what_is_no_feed_is_named(data: bytes) -> None:
    with pytest.raises(FetchError, match="not a feed"):
        addresses(served(data))


@pytest.mark.parametrize(
    "item", [{"url": 5}, {"url": "http://[bad"}, "no object", {"url": "file:///etc/passwd"}, {"url": "c:notes.txt"}]
)
def test_what_leads_to_nothing_on_the_web_is_left_out(item: object) -> None:
    data = json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": [item, {"url": "last"}]}).encode()
    assert addresses(served(data)) == ("https://echo.example/last",)


@pytest.mark.parametrize(
    ("data", "media_type", "expected"),
    [
        (RSS, "application/rss+xml", True), (RSS, "text/xml", True), (ATOM, "application/xml", True),
        (JSON, "application/json", True), (JSON, "application/feed+json", True), (b"{}", "application/json", False),
        (b"<publicwhip/>", "text/xml", False), (b"<p>The <rss> tag", "text/html", False), (RSS, None, False),
    ],
)  # fmt: skip
def test_a_feed_is_known_by_its_type_and_head(data: bytes, media_type: str | None, expected: bool) -> None:
    assert is_feed(served(data, media_type)) is expected
