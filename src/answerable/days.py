"""A day out of the words for it, by dateparser, which is imported here alone.

Callers decide first that the words are a day: dateparser makes one of "may" or "Q3 2024" too.
"""

from __future__ import annotations

from datetime import date, datetime
from functools import lru_cache
from typing import Any


@lru_cache(maxsize=4096)
def parse_day(words: str, base: date | None = None) -> date | None:
    """The day that `words` are, or None. Numbers are day-first: 03/04/2021 is 3 April.

    Without `base` day, month and year must all be there; with it, words such as "3 days ago" count back from it.
    """
    import dateparser

    settings: dict[str, Any] = {"DATE_ORDER": "DMY"}
    if base is None:
        settings |= {"REQUIRE_PARTS": ["day", "month", "year"], "PARSERS": ["absolute-time"]}
    else:
        settings |= {"RELATIVE_BASE": datetime(base.year, base.month, base.day), "PREFER_DATES_FROM": "past"}
    found: datetime | None = dateparser.parse(words, languages=["en"], settings=settings)
    return found.date() if found else None
