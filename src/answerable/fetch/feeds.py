"""Feeds: RSS, Atom and JSON Feed as lists of addresses."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urljoin

from answerable.errors import FetchError


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a feed."""

    url: str
    title: str | None = None
    published: date | None = None
    author: str | None = None


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed: its title and its entries in the order given, those without an address left out."""

    title: str | None
    entries: tuple[Entry, ...]


def feed(data: bytes, url: str) -> Feed:
    """The feed in `data`, which came from `url`; relative addresses are resolved against it.

    Raises FetchError if it is no feed.
    """
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return _json(data, url)
    import feedparser

    found = feedparser.parse(data)
    if not found.version:
        raise FetchError(url, "not a feed")
    return Feed(found.feed.get("title"), tuple(_entries(found.entries, url)))


def _entries(entries: list[Any], url: str) -> Iterator[Entry]:
    for entry in entries:
        if address := _address(url, entry.get("link")):
            told = entry.get("published_parsed") or entry.get("updated_parsed")
            day = date(told.tm_year, told.tm_mon, told.tm_mday) if told else None
            yield Entry(address, entry.get("title"), day, entry.get("author"))


def _json(data: bytes, url: str) -> Feed:
    """JSON Feed 1.1, https://www.jsonfeed.org/version/1.1/."""
    try:
        found = json.loads(data)
        items = found["items"] if "jsonfeed.org" in found["version"] else None
    except (ValueError, KeyError, TypeError, RecursionError):
        items = None
    if not isinstance(items, list):
        raise FetchError(url, "not a feed")
    return Feed(_words(found, "title"), tuple(_items(items, url)))


def _items(items: list[Any], url: str) -> Iterator[Entry]:
    """The entries; what is not of the type that the format gives it is left out."""
    for item in items:
        if not (address := _address(url, _words(item, "url"))):
            continue
        authors = item.get("authors")
        author = authors[0] if isinstance(authors, list) and authors else item.get("author")
        yield Entry(address, _words(item, "title"), _day(_words(item, "date_published")), _words(author, "name"))


def _address(url: str, link: str | None) -> str | None:
    try:
        return urljoin(url, link) if link else None
    except ValueError:  # no address at all: "http://[x"
        return None


def _words(item: Any, field: str) -> str | None:
    told = item.get(field) if isinstance(item, dict) else None
    return told if isinstance(told, str) else None


def _day(told: str | None) -> date | None:
    try:
        return date.fromisoformat((told or "")[:10])
    except ValueError:
        return None
