"""When a statement was made: what the words beside its cue say, else the day of publication, marked as such.

Only the words outside the content count ("said on Monday that …"): a day inside it is a day that is spoken of. Plain
days are parsed by dateparser; what it misreads never reaches it: a table of forms decides what is a date at all,
so that "we may act" is none, and weeks, months and years, which it would turn into one day, keep their width here.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from answerable.days import parse_day
from answerable.model import Basis, Document, Precision, Statement, When
from answerable.text import Span, envelope

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAY = "(?P<weekday>Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_MONTH = (
    r"(?P<month>January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
)
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_NUMBER = r"(?P<number>a|an|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2})"
_AROUND = 90  # characters after the last part of a statement in which its day may stand, inside the sentence
_OUTSIDE = re.compile(r"[.?!]\s|\n")


class _Form(NamedTuple):
    """One way to say when: a pattern, and what it gives counted from the day of publication (None: not known)."""

    pattern: re.Pattern[str]
    when: Callable[[re.Match[str], date | None], When | None]


def date_statements(document: Document, statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """The statements with their dates; a date is None where neither the text nor the source tells any."""
    published = document.source.published
    default = When.day(published, Basis.PUBLICATION) if published else None
    return tuple(replace(s, date=_beside(document.text, s, published) or default) for s in statements)


def find_when(text: str, span: Span, published: date | None) -> When | None:
    """The first date that `text` gives inside `span`, counted from `published`; None where it gives none."""
    if not _HINT.search(text, span.start, span.end):
        return None
    found: list[tuple[int, int, When]] = []
    for form in _FORMS:
        match = form.pattern.search(text, span.start, span.end)
        if match and (when := form.when(match, published)):
            place = Span(*match.span())
            found.append((place.start, -place.end, replace(when, words=place.of(text), span=place)))
    return min(found, key=lambda f: f[:2])[2] if found else None


def _beside(text: str, statement: Statement, published: date | None) -> When | None:
    """The date in the cue, or in the words around it that belong to no content."""
    for cue in statement.cue:
        if when := find_when(text, cue, published):
            return when
    for gap in _gaps(text, statement):
        if when := find_when(text, gap, published):
            return when
    return None


def _gaps(text: str, statement: Statement) -> list[Span]:
    """The words of its sentence around the cue that belong to no content: before, between and after its parts."""
    if not statement.cue:
        return []
    parts = sorted((*statement.source, *statement.cue, *statement.content))
    gaps = [(a.end, b.start) for a, b in pairwise(parts) if statement.cue[0] in (a, b)]
    first, last = parts[0].start, envelope(parts).end
    if parts[0] not in statement.content:
        before = [m.end() for m in _OUTSIDE.finditer(text, max(0, first - _AROUND), first)]
        gaps.append((before[-1] if before else max(0, first - _AROUND), first))
    if parts[-1] not in statement.content:
        stop = _OUTSIDE.search(text, last, last + _AROUND)
        gaps.append((last, stop.start() if stop else min(len(text), last + _AROUND)))
    return [Span(start, end) for start, end in gaps if start < end]


# ---------------------------------------------------------------- what the forms give


def _stated(match: re.Match[str], published: date | None) -> When | None:
    """A day with its year."""
    day = parse_day(match[0])
    return When.day(day) if day else None


def _yearless(match: re.Match[str], published: date | None) -> When | None:
    """A day and month: the last such day up to publication."""
    if published is None:
        return _uncounted(Precision.DAY)
    day = parse_day(f"{match['day']} {match['month']} {published.year}")
    if day and day > published:
        day = parse_day(f"{match['day']} {match['month']} {published.year - 1}")
    return _counted(day, day, Precision.DAY, published) if day else None


def _weekday(match: re.Match[str], published: date | None) -> When | None:
    """The last such day up to publication, that of the week before with "last week"."""
    if published is None:
        return _uncounted(Precision.DAY)
    back = (published.weekday() - _DAYS.index(f"{match['weekday']}day".lower())) % 7
    if (match["last"] or "").lower() == "last" and back == 0:
        back = 7
    day = published - timedelta(days=back)
    return _counted(day, day, Precision.DAY, published)


def _near(match: re.Match[str], published: date | None) -> When | None:
    """Today and yesterday."""
    back = {"yesterday": 1, "last night": 1}.get(match[0].lower(), 0)
    if published is None:
        return _uncounted(Precision.DAY)
    day = published - timedelta(days=back)
    return _counted(day, day, Precision.DAY, published)


def _ago(match: re.Match[str], published: date | None) -> When | None:
    """Days ago are a day; weeks, months and years ago are as wide as their unit."""
    unit = match["unit"].lower()
    if published is None:
        return _uncounted(Precision.INTERVAL)
    day = parse_day(f"{match['number']} {unit} ago", published)
    if day is None:
        return None
    if unit.startswith("day"):
        return _counted(day, day, Precision.DAY, published)
    return _around(day, unit, published)


def _unit(match: re.Match[str], published: date | None) -> When | None:
    """This or last week, month or year; this one ends with publication."""
    unit = match["unit"].lower()
    if published is None:
        return _uncounted(Precision.INTERVAL)
    if match["which"].lower() != "this":
        step = {"week": 7, "month": published.day, "year": (published - date(published.year, 1, 1)).days + 1}
        return _around(published - timedelta(days=step[unit]), unit, published)
    when = _around(published, unit, published)
    return replace(when, end=published, precision=Precision.INTERVAL)


def _month(match: re.Match[str], published: date | None) -> When | None:
    """A month, the last such one up to publication where its year is not given."""
    number = _MONTHS.index(match["month"][:3].lower()) + 1
    if match["year"]:
        return _bounded(match, _whole_month(int(match["year"]), number))
    if published is None:
        return _uncounted(Precision.MONTH)
    this_year = number < published.month or (number == published.month and match["bound"].lower() != "last")
    year = published.year if this_year else published.year - 1
    month = _whole_month(year, number)
    return _bounded(match, replace(month, basis=Basis.RELATIVE, base=published, base_words="publication"))


def _whole_year(match: re.Match[str], published: date | None) -> When | None:
    year = int(match["year"])
    return _bounded(match, When(date(year, 1, 1), date(year, 12, 31), Precision.YEAR, Basis.STATED))


def _bounded(match: re.Match[str], when: When) -> When:
    """ "before May 2020" leaves the start open, "since May 2020" the end."""
    bound = (match["bound"] or "").lower()
    if bound == "before" and when.start:
        return replace(when, start=None, end=when.start - timedelta(days=1), precision=Precision.BEFORE)
    if bound in {"since", "after"}:
        return replace(when, end=None, precision=Precision.AFTER)
    return when


def _whole_month(year: int, month: int) -> When:
    return When(date(year, month, 1), date(year, month, monthrange(year, month)[1]), Precision.MONTH, Basis.STATED)


def _around(day: date, unit: str, published: date) -> When:
    """The week, month or year that `day` falls in."""
    if unit.startswith("week"):
        monday = day - timedelta(days=day.weekday())
        return _counted(monday, monday + timedelta(days=6), Precision.INTERVAL, published)
    if unit.startswith("month"):
        month = _whole_month(day.year, day.month)
        return _counted(month.start, month.end, Precision.MONTH, published)
    return _counted(date(day.year, 1, 1), date(day.year, 12, 31), Precision.YEAR, published)


def _counted(start: date | None, end: date | None, precision: Precision, published: date) -> When:
    return When(start, end, precision, Basis.RELATIVE, base=published, base_words="publication")


def _uncounted(precision: Precision) -> When:
    """Counted from a day of publication that is not known."""
    return When(None, None, precision, Basis.UNKNOWN, base_words="publication")


_PAPER = "(?! (?:Times|Mirror|Express|Telegraph|Mail))"
_TODAY = "today|tonight|this (?:morning|afternoon|evening)|yesterday|last night"
_BOUND = r"\b(?P<bound>[Ii]n|[Ll]ast|[Ss]ince|[Bb]efore|[Aa]fter|[Ee]arly|[Ll]ate|[Oo]f|[Dd]uring)"
_HINT = re.compile(
    rf"\d|(?:day|week|month|year)s?\b|night\b|morning\b|{_MONTH.replace('?P<month>', '?:')}", re.IGNORECASE
)
_FORMS = (
    _Form(re.compile(rf"\b\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH},? {_YEAR}\b"), _stated),
    _Form(re.compile(rf"\b{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? {_YEAR}\b"), _stated),
    _Form(re.compile(r"\b(?:19|20)\d\d-\d\d-\d\d\b|\b\d{1,2}/\d{1,2}/(?:19|20)\d\d\b"), _stated),
    _Form(re.compile(rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? {_MONTH}(?!,? \d{{4}})"), _yearless),
    _Form(re.compile(rf"\b{_MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?!,? \d{{4}})"), _yearless),
    _Form(re.compile(rf"\b(?:(?P<last>[Ll]ast|[Oo]n|[Tt]his) )?{_DAY}\b{_PAPER}"), _weekday),
    _Form(re.compile(rf"\b(?:{_TODAY})\b", re.IGNORECASE), _near),
    _Form(re.compile(rf"\b{_NUMBER} (?P<unit>day|week|month|year)s? (?:ago|earlier)\b", re.IGNORECASE), _ago),
    _Form(re.compile(r"\b(?P<which>this|last) (?P<unit>week|month|year)\b", re.IGNORECASE), _unit),
    _Form(re.compile(rf"{_BOUND} (?:(?:early|late|mid) )?{_MONTH}(?! \d{{1,2}}\b)(?:,? {_YEAR})?"), _month),
    _Form(re.compile(rf"(?P<bound>)\b{_MONTH},? {_YEAR}\b"), _month),
    _Form(re.compile(rf"{_BOUND} {_YEAR}\b(?! (?:people|pages|jobs|homes))"), _whole_year),
)  # fmt: skip
