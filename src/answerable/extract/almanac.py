"""Days that no calendar form gives but an almanac does: moveable feasts, and when parliaments sat."""

from __future__ import annotations

from datetime import date, timedelta

# First day and last day (of dissolution, or the last that the law allows) of each UK Parliament since 1997.
_PARLIAMENTS = (
    (date(1997, 5, 7), date(2001, 5, 14)),
    (date(2001, 6, 13), date(2005, 4, 11)),
    (date(2005, 5, 11), date(2010, 4, 12)),
    (date(2010, 5, 18), date(2015, 3, 30)),
    (date(2015, 5, 18), date(2017, 5, 3)),
    (date(2017, 6, 13), date(2019, 11, 6)),
    (date(2019, 12, 17), date(2024, 5, 30)),
    (date(2024, 7, 9), date(2029, 7, 9)),
)


def parliament(day: date) -> tuple[date, date] | None:
    """The first and last day of the United Kingdom Parliament that sat on `day`; None where none is known."""
    return next(((first, last) for first, last in _PARLIAMENTS if first <= day <= last), None)


def feast(name: str, year: int) -> date:
    """The day of Christmas, Easter, Whitsun or Pentecost, named in small letters, in a year."""
    if name == "christmas":
        return date(year, 12, 25)
    return _easter(year) + timedelta(49 if name in ("whitsun", "pentecost") else 0)


def _easter(year: int) -> date:
    """Easter Sunday by the anonymous Gregorian algorithm (Meeus, Astronomical Algorithms, chapter 8)."""
    a, (b, c) = year % 19, divmod(year, 100)
    (d, e), g = divmod(b, 4), (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    correction = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * correction) // 451
    month, day = divmod(h + correction - 7 * m + 114, 31)
    return date(year, month, day + 1)
