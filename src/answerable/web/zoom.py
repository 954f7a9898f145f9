"""Steps closer to and further from a line of time: decades, years, months. Days in, days out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

MANY_YEARS = 20
"""A line of more years is entered by decades."""
MOST = 40
"""So many steps are offered, the latest: no reader wants more."""
EARLIEST, LATEST = date(1000, 1, 1), date(8999, 12, 31)
"""Days beyond are slips of somebody's pen."""


@dataclass(frozen=True, slots=True)
class Step:
    """A stretch of time to look at: its name, its first and last day, both inclusive; None is as far as there is."""

    name: str
    since: date | None
    until: date | None


@dataclass(frozen=True, slots=True)
class Zoom:
    """Where one can go from a stretch of time: into its parts, out of it, to the one before and the one after."""

    closer: tuple[Step, ...]
    wider: Step | None
    earlier: Step | None
    later: Step | None


class Level(StrEnum):
    """How long a step is."""

    DECADE = "decade"
    YEAR = "year"
    MONTH = "month"


ALL = Step("all", None, None)


def zoom(since: date | None, until: date | None, first: date, last: date) -> Zoom:
    """The steps from the days that are looked at, where something is known from `first` to `last`."""
    first, last = max(first, EARLIEST), min(last, LATEST)
    begin, end = since or first, until or last
    if not EARLIEST <= begin <= end <= LATEST:
        return Zoom((), ALL, None, None)
    level = next((at for at in Level if _step(begin, at) == Step(_step(begin, at).name, since, until)), None)
    before = _step(begin - timedelta(1), level) if level else None
    after = _step(end + timedelta(1), level) if level else None
    return Zoom(
        closer=_parts(max(begin, first), min(end, last), level),
        wider=_wider(begin, level, first, last) if since or until else None,
        earlier=before if before and before.until and before.until >= first else None,
        later=after if after and after.since and after.since <= last else None,
    )


def _step(day: date, level: Level) -> Step:
    """The decade, year or month of a day."""
    match level:
        case Level.DECADE:
            ten = day.year // 10 * 10
            return Step(f"{ten}s", date(ten, 1, 1), date(ten + 9, 12, 31))
        case Level.YEAR:
            return Step(str(day.year), date(day.year, 1, 1), date(day.year, 12, 31))
        case Level.MONTH:
            start = day.replace(day=1)
            return Step(f"{day:%B} {day.year}", start, (start + timedelta(31)).replace(day=1) - timedelta(1))


def _parts(begin: date, end: date, level: Level | None) -> tuple[Step, ...]:
    """The steps that a stretch is made of, of the longest kind of which it has several."""
    if level is Level.MONTH or begin > end:
        return ()
    shorter = {Level.DECADE: Level.YEAR, Level.YEAR: Level.MONTH}
    years = end.year - begin.year + 1
    kind = Level.DECADE if years > MANY_YEARS else Level.YEAR if years > 1 else Level.MONTH
    kind = shorter[level] if level else kind
    made, at = [], begin
    while at <= end:
        step = _step(at, kind)
        assert step.until
        made.append(step)
        at = step.until + timedelta(1)
    return tuple(made[-MOST:])


def _wider(begin: date, level: Level | None, first: date, last: date) -> Step:
    if level is Level.MONTH:
        return _step(begin, Level.YEAR)
    if level is Level.YEAR and last.year - first.year >= MANY_YEARS:
        return _step(begin, Level.DECADE)
    return ALL
