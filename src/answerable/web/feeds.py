"""What changed, for readers who follow: Atom (RFC 4287), JSON Feed 1.1, and due days as iCalendar (RFC 5545)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from xml.etree import ElementTree

ATOM = "http://www.w3.org/2005/Atom"


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to tell of: a stable id, a title, the words, the path of its page, the day, and whose words it is."""

    id: str
    title: str
    words: str
    path: str
    day: date | None
    author: str = ""


@dataclass(frozen=True, slots=True)
class Feed:
    """Things to tell of, the latest first.

    `base` is the address of the site without a slash at its end, `path` that of the feed and `about` that of the page
    that it follows.
    """

    title: str
    base: str
    path: str
    about: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Due:
    """A day on which something falls due: a stable id, what, the path of its page."""

    id: str
    day: date
    title: str
    words: str
    path: str


def _instant(day: date | None) -> str:
    return datetime.combine(day or date(1970, 1, 1), time(), UTC).isoformat()


def atom(feed: Feed) -> bytes:
    """The feed as Atom. Control characters, which XML cannot hold, are left out."""
    ElementTree.register_namespace("", ATOM)
    root = ElementTree.Element(f"{{{ATOM}}}feed")

    def add(parent: ElementTree.Element, tag: str, text: str = "", **attributes: str) -> ElementTree.Element:
        made = ElementTree.SubElement(parent, f"{{{ATOM}}}{tag}", attributes)
        made.text = "".join(c for c in text if c.isprintable() or c in "\n\t") or None
        return made

    add(root, "title", feed.title)
    add(root, "id", feed.base + feed.path)
    add(root, "link", rel="self", href=feed.base + feed.path)
    add(root, "link", rel="alternate", type="text/html", href=feed.base + feed.about)
    add(root, "updated", _instant(max((i.day for i in feed.items if i.day), default=None)))
    for item in feed.items:
        entry = add(root, "entry")
        add(entry, "title", item.title)
        add(entry, "id", f"urn:answerable:{item.id}")
        add(entry, "link", href=feed.base + item.path)
        add(entry, "updated", _instant(item.day))
        add(add(entry, "author"), "name", item.author or "not named")
        add(entry, "content", item.words, type="text")
    return bytes(ElementTree.tostring(root, "utf-8", xml_declaration=True))


def json_feed(feed: Feed) -> bytes:
    """The feed as JSON Feed 1.1."""
    items = [
        {
            "id": f"urn:answerable:{item.id}",
            "url": feed.base + item.path,
            "title": item.title,
            "content_text": item.words,
            "date_published": _instant(item.day),
            **({"authors": [{"name": item.author}]} if item.author else {}),
        }
        for item in feed.items
    ]
    told = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": feed.base + feed.about,
        "feed_url": feed.base + feed.path,
        "items": items,
    }
    return json.dumps(told, ensure_ascii=False).encode()


def calendar(title: str, base: str, due: Iterable[Due], now: datetime) -> bytes:
    """Due days as an iCalendar file, one all-day event each; `now` is the moment that it is made.

    Events link to the site at `base`, if there is one.
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//answerable//due days//EN", f"X-WR-CALNAME:{_text(title)}"]
    for event in due:
        lines += [
            "BEGIN:VEVENT",
            f"UID:{event.id}@answerable",
            f"DTSTAMP:{now.astimezone(UTC):%Y%m%dT%H%M%SZ}",
            f"DTSTART;VALUE=DATE:{event.day:%Y%m%d}",
            f"SUMMARY:{_text(event.title)}",
            f"DESCRIPTION:{_text(event.words)}",
            *([f"URL:{base}{event.path}"] if base else []),
            "END:VEVENT",
        ]
    return ("\r\n".join(_folded([*lines, "END:VCALENDAR"])) + "\r\n").encode()


def _text(value: str) -> str:
    """A text value: backslash, semicolon, comma and line ends escaped (RFC 5545, 3.3.11)."""
    clean = "".join(c for c in value if c.isprintable() or c == "\n")
    return clean.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def _folded(lines: Sequence[str]) -> Iterable[str]:
    """Lines cut after at most 75 octets, never inside a character; what follows begins with a blank (3.1)."""
    for line in lines:
        piece = ""
        for character in line:
            if len((piece + character).encode()) > 75:
                yield piece
                piece = " "
            piece += character
        yield piece
