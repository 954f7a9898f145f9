"""Dates of a registry, some of which give only a year or a month ("2010-05").

What is not given is taken so that nobody holds a post on a day that the registry does not vouch for: a start as late,
an end as early as it can be.
"""

from __future__ import annotations

import calendar
import re
from datetime import date

_PARTIAL = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?$")


def first_day(words: str | None) -> date | None:
    """The first day of an ISO 8601 date, month or year; None for no words. Raises ValueError for other words."""
    return _of(words, last=False)


def last_day(words: str | None) -> date | None:
    """The last day of an ISO 8601 date, month or year; None for no words. Raises ValueError for other words."""
    return _of(words, last=True)


def _of(words: str | None, *, last: bool) -> date | None:
    if not words:
        return None
    match = _PARTIAL.match(words.strip())
    if not match:
        raise ValueError(f"not a day: {words}")
    year = int(match[1])
    month = int(match[2] or (12 if last else 1))
    return date(year, month, int(match[3] or (calendar.monthrange(year, month)[1] if last else 1)))
