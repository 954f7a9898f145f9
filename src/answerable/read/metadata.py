"""What a document says about itself: dates, title, publisher, medium."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from answerable.days import parse_day
from answerable.model import Medium, Source

_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?!\d)")
_PACKED = re.compile(r"(?:D:)?(\d{4})(\d\d)(\d\d)(?:\d{6}|$)")  # PDF dates, ISO 32000-1 section 7.9.4

_GREETING = re.compile(r"^Dear [^\n]{2,60}[,:]?$", re.M)
_OPENING = 1500
"""Characters in which a letter greets."""
_MEDIA = (
    (Medium.RESPONSE, re.compile(r"\bresponse (?:to|by|of|from)\b|\b(?:government|official|joint) response\b", re.I)),
    (Medium.UPDATE, re.compile(r"\b(?:progress|implementation|status) (?:update|report)\b|\bupdate on\b", re.I)),
    (Medium.LETTER, re.compile(r"\b(?:open )?letter (?:to|from)\b", re.I)),
    (Medium.TRANSCRIPT, re.compile(r"\btranscript\b|\bhearing day\b", re.I)),
    (Medium.STATEMENT, re.compile(r"\b(?:press release|written statement|media release)\b", re.I)),
    (Medium.REPORT, re.compile(r"\breport\b", re.I)),
)


def day(words: str | None) -> date | None:
    """The day that `words` give in full, day first where only figures are used; None where they do not.

    "2024-07-18T09:00:00Z", "18 July 2024", "Thu, 18 Jul 2024 09:00:00 GMT", "D:20240718…". A month or a year alone
    is no day.
    """
    words = (words or "").strip()
    if not words or len(words) > 80:
        return None
    for pattern in (_ISO, _PACKED):
        if match := pattern.match(words):
            return _valid(*(int(group) for group in match.groups()))
    return parse_day(words)


def _valid(year: int, month: int, day_of_month: int) -> date | None:
    try:
        return date(year, month, day_of_month)
    except ValueError:
        return None


def medium_of(title: str | None, opening: str = "") -> Medium:
    """The kind of publication that a title speaks of, a letter if `opening` greets, UNKNOWN where neither tells."""
    named = next((medium for medium, words in _MEDIA if title and words.search(title)), Medium.UNKNOWN)
    greets = named in (Medium.UNKNOWN, Medium.REPORT) and _GREETING.search(opening[:_OPENING])
    return Medium.LETTER if greets else named


def filled(
    source: Source,
    *,
    title: str | None = None,
    author: str | None = None,
    publisher: str | None = None,
    published: date | None = None,
    medium: Medium = Medium.UNKNOWN,
    media_type: str | None = None,
) -> Source:
    """`source` with its gaps filled by what the document says; what the caller gave stays."""
    return replace(
        source,
        title=source.title or _line(title),
        author=source.author or _line(author),
        publisher=source.publisher or _line(publisher),
        published=source.published or published,
        medium=source.medium if source.medium is not Medium.UNKNOWN else medium,
        media_type=source.media_type or media_type,
    )


def _line(words: str | None) -> str | None:
    """`words` on one line, None if there are none."""
    return " ".join((words or "").split()) or None
