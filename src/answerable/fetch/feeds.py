"""Feeds: RSS, Atom and JSON Feed as lists of addresses."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any
from urllib.parse import urljoin, urlsplit

from answerable.errors import FetchError
from answerable.fetch.fetched import Fetched

_HEAD = 1000
"""Bytes at the start in which a feed shows itself."""
_FEEDS = frozenset(("application/rss+xml", "application/atom+xml", "application/feed+json"))
_PERHAPS = {
    "application/xml": (b"<rss", b"<feed", b"<rdf:rdf"),
    "text/xml": (b"<rss", b"<feed", b"<rdf:rdf"),
    "application/json": (b"jsonfeed.org/version",),
}
"""Types by which feeds are also served, and what their heads hold then."""


def is_feed(fetched: Fetched) -> bool:
    """Whether what came from the web is a feed, by its type as served and its head."""
    head, served = fetched.data[:_HEAD].lower(), fetched.media_type or ""
    return served in _FEEDS or any(sign in head for sign in _PERHAPS.get(served, ()))


def addresses(fetched: Fetched) -> tuple[str, ...]:
    """The addresses that the entries of a feed lead to, each once, in the order given.

    Entries that lead to nothing on the web are left out. Raises FetchError if it is no feed.
    """
    links = _in_json(fetched) if fetched.data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") else _in_xml(fetched)
    return tuple(dict.fromkeys(address for link in links if (address := _address(fetched.url, link))))


def _in_xml(fetched: Fetched) -> Iterable[Any]:
    import feedparser

    found = feedparser.parse(fetched.data)
    if not found.version:
        raise FetchError(fetched.url, "not a feed")
    return [entry.get("link") for entry in found.entries]


def _in_json(fetched: Fetched) -> Iterable[Any]:
    """JSON Feed 1.1, https://www.jsonfeed.org/version/1.1/; what is not of the type that it gives is left out."""
    try:
        found = json.loads(fetched.data)
        items = found["items"] if "jsonfeed.org" in found["version"] else None
    except (ValueError, KeyError, TypeError, RecursionError):
        items = None
    if not isinstance(items, list):
        raise FetchError(fetched.url, "not a feed")
    return [item.get("url") for item in items if isinstance(item, dict)]


def _address(base: str, link: Any) -> str | None:
    """The address on the web that a link leads to; a path on this machine is none."""
    try:
        address = urljoin(base, link) if isinstance(link, str) and link else ""
        return address if urlsplit(address).scheme in ("http", "https") else None
    except ValueError:  # no address at all: "http://[x"
        return None
