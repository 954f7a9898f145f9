"""Days and intervals, as far as the words give them."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from answerable.text import Span


class Precision(StrEnum):
    """How much of a date the words give."""

    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    YEAR = "year"
    INTERVAL = "interval"
    BEFORE = "before"  # `end` known, `start` open
    AFTER = "after"  # `start` known, `end` open
    NONE = "none"  # "shortly": no date, said so


class Basis(StrEnum):
    """Where a date comes from."""

    STATED = "stated"  # the words give it outright
    RELATIVE = "relative"  # counted from `base`
    PUBLICATION = "publication"  # nothing said: the day of publication stands in
    UNKNOWN = "unknown"  # counted from a day that is not known


@dataclass(frozen=True, slots=True)
class When:
    """A day or an interval, as the words give it (after EDTF, ISO 8601-2).

    `start` and `end` are the first and last possible day, both inclusive; None is open. For a deadline `end` is the
    last day on which it is met. `words` are the words that say it, `span` their place in the document;
    `base` is the day counted from and `base_words` what that day is ("publication of this report").
    """

    start: date | None
    end: date | None
    precision: Precision
    basis: Basis
    words: str = ""
    span: Span | None = None
    base: date | None = None
    base_words: str = ""

    @classmethod
    def day(cls, day: date, basis: Basis = Basis.STATED) -> When:
        """One known day."""
        return cls(day, day, Precision.DAY, basis)


def months_later(day: date, months: int) -> date:
    """The same day of the month `months` later, or the last day that month has."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
