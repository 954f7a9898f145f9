"""Stretches of the calendar as words give them: "spring 2026", "Q3 2024", "financial year 2023-24", "Easter".

A small interval grammar after EDTF (ISO 8601-2): every form is one row of `FORMS`, a pattern and the function that
turns its match into a first and a last day, both inclusive. Conventions, where the words leave room:

- day-first: 03/04/2027 is 3 April; a day or month without a year is the next one from `base` on;
- seasons are whole months, spring from March; winter 2026 runs from December 2026 to February 2027;
- quarters and halves are those of the calendar year, unless a financial year is named;
- financial years run from 1 April, academic years from 1 September; a bare "2025-26" is a financial year;
- "early", "mid" and "late" are the first, second and last third.
"""

from __future__ import annotations

import re
from calendar import month_abbr, month_name
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from answerable.extract.almanac import feast, parliament
from answerable.model import Precision, months_later


@dataclass(frozen=True, slots=True)
class Period:
    """A first and a last day, both inclusive, and how much of a date the words give."""

    start: date
    end: date
    precision: Precision


class NeedsBaseError(Exception):
    """The words count from a day that is not known ("this autumn" in an undated text)."""


_MONTHS = {name.lower(): n for names in (month_name, month_abbr) for n, name in enumerate(names) if name} | {"sept": 9}
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "last": 4}
_MONTH = rf"(?:{'|'.join(n for n in month_name if n)}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\.?)"
_SEASON = "[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter"
_YEAR = r"(?:19|20)\d\d"
_TO = r" ?(?:-|‐|‑|–|—|/|to) ?"
_TWO_YEARS = rf"(?:20)?\d\d(?:{_TO})(?:20)?\d\d"


def _months(year: int, month: int, count: int, precision: Precision) -> Period:
    first = date(year, month, 1)
    return Period(first, months_later(first, count) - timedelta(1), precision)


def _financial(first_year: int) -> Period:
    return _months(first_year, 4, 12, Precision.YEAR)


def _full_year(digits: str) -> int:
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


def _known(base: date | None) -> date:
    if base is None:
        raise NeedsBaseError
    return base


def _month_number(name: str) -> int:
    return _MONTHS[name.rstrip(".").lower()]


def _date(m: re.Match[str], base: date | None) -> Period:
    month, day = _month_number(m["month"]), int(m["day"])
    if m["year"]:
        only = date(int(m["year"]), month, day)
    else:
        today = _known(base)
        only = date(today.year, month, day)
        only = only if only >= today else date(today.year + 1, month, day)
    return Period(only, only, Precision.DAY)


def _digits(m: re.Match[str], base: date | None) -> Period:
    only = date(int(m["year"]), int(m["month"]), int(m["day"]))
    return Period(only, only, Precision.DAY)


def _month(m: re.Match[str], base: date | None) -> Period:
    month = _month_number(m["month"])
    year = int(m["year"]) if m["year"] else _known(base).year + (month < _known(base).month)
    return _months(year, month, 1, Precision.MONTH)


def _season(m: re.Match[str], base: date | None) -> Period:
    name = m["season"].lower()
    month = _SEASONS["autumn" if name == "fall" else name]
    if m["year"]:
        return _months(int(m["year"]), month, 3, Precision.SEASON)
    today = _known(base)
    seasons = [_months(year, month, 3, Precision.SEASON) for year in (today.year - 1, today.year, today.year + 1)]
    coming = [s for s in seasons if s.end >= today]
    following = "next" in (m["which"] or "") and coming[0].start <= today
    return coming[1 if following else 0]


def _season_of(m: re.Match[str], base: date | None) -> Period:
    """ "Summer next year": the season of this year or the next."""
    month = _SEASONS[m["season"].lower()]
    return _months(_known(base).year + (m["which"] == "next"), month, 3, Precision.SEASON)


def _new_year(m: re.Match[str], base: date | None) -> Period:
    """ "The new year": the first quarter of the next."""
    return _months(_known(base).year + 1, 1, 3, Precision.QUARTER)


def _quarter(m: re.Match[str], base: date | None) -> Period:
    quarter = int(m["q"]) if m["q"] else _ORDINALS[m["ordinal"].lower()]
    if m["fy"]:
        return _months_of(_financial_words(m["fy"]), 3 * (quarter - 1), 3, Precision.QUARTER)
    return _months(int(m["year"]), 3 * quarter - 2, 3, Precision.QUARTER)


def _half(m: re.Match[str], base: date | None) -> Period:
    half = int(m["h"]) if m["h"] else _ORDINALS[m["ordinal"].lower()]
    if m["fy"]:
        return _months_of(_financial_words(m["fy"]), 6 * (half // 2), 6, Precision.INTERVAL)
    return _months(int(m["year"]), 1 if half == 1 else 7, 6, Precision.INTERVAL)


def _months_of(period: Period, skipped: int, count: int, precision: Precision) -> Period:
    first = months_later(period.start, skipped)
    return Period(first, months_later(first, count) - timedelta(1), precision)


def _financial_words(words: str) -> Period:
    """The financial or academic year, or the span of years, that "2023-24", "24/25" or "2025-2030" writes."""
    first, *second = re.findall(r"\d{2,4}", words)
    start = _full_year(first)
    if not second:  # FY25 and "financial year 2025": the year in which it ends
        return _financial(start - 1)
    end = _full_year(second[0])
    if end == start + 1:
        return _financial(start)
    if end <= start:
        raise ValueError(words)
    return Period(date(start, 1, 1), date(end, 12, 31), Precision.INTERVAL)


def _financial_form(m: re.Match[str], base: date | None) -> Period:
    return _financial_words(m["fy"])


def _academic(m: re.Match[str], base: date | None) -> Period:
    return _months(_full_year(re.findall(r"\d{2,4}", m["ay"])[0]), 9, 12, Precision.YEAR)


def _year(m: re.Match[str], base: date | None) -> Period:
    return _months(int(m["year"]), 1, 12, Precision.YEAR)


def _relative(m: re.Match[str], base: date | None) -> Period:
    today, unit = _known(base), m["unit"].lower()
    step = ("next" in m["which"]) * 1
    if unit == "week":
        monday = today - timedelta(today.weekday()) + timedelta(7 * step)
        return Period(monday, monday + timedelta(6), Precision.INTERVAL)
    if unit == "month":
        return _months_of(_months(today.year, today.month, 1, Precision.MONTH), step, 1, Precision.MONTH)
    if unit == "quarter":
        this = _months(today.year, 3 * ((today.month - 1) // 3) + 1, 3, Precision.QUARTER)
        return _months_of(this, 3 * step, 3, Precision.QUARTER)
    if unit == "decade":
        first = today.year // 10 * 10 + 10 * step
        return Period(date(first, 1, 1), date(first + 9, 12, 31), Precision.INTERVAL)
    if unit == "year":
        return _months(today.year + step, 1, 12, Precision.YEAR)
    return _financial(today.year - (today.month < 4) + step)  # financial year


def _parliament(m: re.Match[str], base: date | None) -> Period:
    sat = parliament(_known(base))
    if sat is None:
        raise NeedsBaseError
    return Period(*sat, Precision.INTERVAL)


def _unscheduled(m: re.Match[str], base: date | None) -> Period:
    """Days that no calendar gives in advance."""
    raise NeedsBaseError


def _feast(m: re.Match[str], base: date | None) -> Period:
    name = m["feast"].lower()
    if m["year"]:
        only = feast(name, int(m["year"]))
    else:
        today = _known(base)
        only = next(d for y in (today.year, today.year + 1) if (d := feast(name, y)) >= today)
    return Period(only, only, Precision.DAY)


Form = tuple[str, Callable[[re.Match[str], date | None], Period]]

# In order of trial: the longest and most telling first. A space in a pattern stands for any white space.
FORMS: tuple[Form, ...] = (
    (rf"(?:the )?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<month>{_MONTH})(?:,? (?P<year>{_YEAR}))?", _date),
    (rf"(?P<month>{_MONTH}) (?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?!\d)(?:,? (?P<year>{_YEAR}))?", _date),
    (r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)", _digits),
    (r"(?P<day>\d{1,2})[/.](?P<month>\d{1,2})[/.](?P<year>(?:19|20)\d\d)", _digits),
    (
        rf"(?:the )?(?:Q(?P<q>[1-4])|(?P<ordinal>first|second|third|fourth|final) quarter)(?: of| in)?,? "
        rf"(?:(?:FY ?|financial year )?(?P<fy>{_TWO_YEARS})|(?P<year>{_YEAR}))",
        _quarter,
    ),
    (
        rf"(?:the )?(?:H(?P<h>[12])|(?P<ordinal>first|second) half)(?: of| in)? "
        rf"(?:(?:FY ?|(?:the )?financial year )?(?P<fy>{_TWO_YEARS})|(?P<year>{_YEAR}))",
        _half,
    ),
    (rf"(?:the )?(?:(?:academic|school) year (?P<ay>{_TWO_YEARS}|{_YEAR}))", _academic),
    (rf"(?:the )?(?P<ay>{_TWO_YEARS}) (?:academic|school) year", _academic),
    (rf"(?:the )?(?:(?:financial|fiscal) year|FY)(?: of)? ?(?P<fy>{_TWO_YEARS}|{_YEAR}|\d\d)", _financial_form),
    (rf"(?:the )?(?P<fy>{_TWO_YEARS}) (?:(?:financial|fiscal) year|FY)", _financial_form),
    (rf"(?P<month>{_MONTH})(?: of)?,? (?P<year>{_YEAR})", _month),
    (
        rf"(?P<which>this |next |the )?(?P<season>{_SEASON}|fall)(?: of)?,? (?P<year>{_YEAR})",
        _season,
    ),
    (rf"(?P<which>this |next |the )(?P<season>{_SEASON})(?! recess)(?P<year>)", _season),
    (rf"(?:the )?(?P<season>{_SEASON}) (?:of )?(?P<which>this|next) year", _season_of),
    (r"the [Nn]ew [Yy]ear", _new_year),
    (rf"(?P<feast>Easter|Christmas|Whitsun|Pentecost)(?: of)?(?: (?P<year>{_YEAR}))?(?! recess)", _feast),
    (
        r"(?:the|this|the next|the current|next) (?:(?:summer|Christmas|Easter|Whitsun|Whit|winter) recess"
        r"|(?:parliamentary |current )?session|(?:general )?election|Budget|[Ss]pending [Rr]eview)",
        _unscheduled,
    ),
    (r"(?P<which>this|the current|the) [Pp]arliament(?!ary|['’])", _parliament),
    (
        r"(?P<which>this |next |the next |the current |the )(?:calendar )?"
        r"(?P<unit>week|month|quarter|decade|year|(?:financial|fiscal) year)",
        _relative,
    ),
    (r"(?P<fy>20\d\d(?:-|‐|‑|–|/)(?:20)?\d\d)", _financial_form),
    (rf"(?:the )?(?:calendar )?(?:year )?(?P<year>{_YEAR})", _year),
    (rf"(?P<month>{'|'.join(n for n in month_name if n)})(?P<year>)", _month),
)

_PART = r"(?P<part>(?:the )?(?:(?:very )?end|beginning|start|middle|early|mid|late)(?: of)?(?: |-)(?:in )?)"
_THIRDS = {"beginning": 0, "start": 0, "early": 0, "mid": 1, "middle": 1, "late": 2}


def compiled(pattern: str) -> re.Pattern[str]:
    """`pattern`, its spaces matching any white space."""
    return re.compile(pattern.replace(" ?", r"\s?").replace(" ", r"\s+"))


def _without_names(pattern: str) -> str:
    return re.sub(r"\(\?P<\w+>", "(?:", pattern)


PERIOD = (
    rf"(?:{_without_names(_PART)})?(?:{'|'.join(_without_names(pattern) for pattern, _ in FORMS)})(?![\w%]| per ?cent)"
)
"""A pattern for any period, without groups, spaces not yet widened (see `compiled`)."""

_PART_OF = compiled(_PART)
_COMPILED = tuple((compiled(pattern), resolve) for pattern, resolve in FORMS)


def period(words: str, base: date | None) -> Period | None:
    """The period that `words` name as a whole, or None if they name none that exists ("31 February 2027").

    Raises NeedsBaseError where the words count from a day and `base` is None.
    """
    part = _PART_OF.match(words)
    rest = words[part.end() :] if part else words
    for candidate, piece in ((rest, part), (words, None)):
        for pattern, resolve in _COMPILED:
            if match := pattern.fullmatch(candidate):
                try:
                    return _part_of(resolve(match, base), piece["part"] if piece else "")
                except ValueError:
                    return None
    return None


def _part_of(whole: Period, part: str) -> Period:
    """The third of `whole` that "early", "mid", "late" … name; all of it for "the end of", whose first day is open."""
    words = re.findall(r"[a-z]+", part.lower())
    third = next((_THIRDS[w] for w in words if w in _THIRDS), None)
    if third is None:
        return whole
    days = (whole.end - whole.start).days + 1
    start = whole.start + timedelta(days * third // 3)
    return Period(start, whole.start + timedelta(days * (third + 1) // 3 - 1), Precision.INTERVAL)
