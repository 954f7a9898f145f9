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
        if link := entry.get("link"):
            told = entry.get("published_parsed") or entry.get("updated_parsed")
            day = date(told.tm_year, told.tm_mon, told.tm_mday) if told else None
            yield Entry(urljoin(url, link), entry.get("title"), day, entry.get("author"))


def _json(data: bytes, url: str) -> Feed:
    """JSON Feed 1.1, https://www.jsonfeed.org/version/1.1/."""
    try:
        found = json.loads(data)
        items = found["items"] if "jsonfeed.org" in found["version"] else None
    except (ValueError, KeyError, TypeError):
        items = None
    if not isinstance(items, list):
        raise FetchError(url, "not a feed")
    return Feed(found.get("title"), tuple(_items(items, url)))


def _items(items: list[Any], url: str) -> Iterator[Entry]:
    for item in items:
        link = item.get("url") if isinstance(item, dict) else None
        if not link:
            continue
        authors = item.get("authors") or [item.get("author") or {}]
        yield Entry(urljoin(url, link), item.get("title"), _day(item.get("date_published")), authors[0].get("name"))


def _day(told: str | None) -> date | None:
    try:
        return date.fromisoformat((told or "")[:10])
    except ValueError:
        return None
