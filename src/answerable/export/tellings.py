"""Which tellings of many documents are of one event in the life of an inquiry."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from answerable.export.wording import SAID, first
from answerable.model import Basis, Inquiry, InquiryEvent, Ref, When

_ANYBODY = (frozenset({"government"}), frozenset({"ministers"}))
Pair = tuple[Inquiry, InquiryEvent]


def tellings(events: Sequence[Pair]) -> Iterator[list[Pair]]:
    """The events that are one, in order of day.

    A report in "October" is the one of 14 October, and one without a day is any other of its kind. What somebody said
    is one with what the same speaker said on that day, and with what later documents tell of it without a day of
    their own.
    """
    groups: list[list[Pair]] = []
    for pair in sorted(events, key=_order):
        home = next((g for g in reversed(groups) if any(_is_one(m, pair) for m in _telling(g))), None)
        if home is None:
            groups.append([pair])
        else:
            home.append(pair)
    yield from sorted(groups, key=lambda g: (first(g[0][1].date) or date.max, g[0][1].document, g[0][1].span))


def _order(pair: Pair) -> tuple[bool, date, bool]:
    event = pair[1]
    return not is_day(event.date), first(event.date) or date.max, event.by is None


def _is_one(one: Pair, other: Pair) -> bool:
    (inquiry, event), (its, its_event) = one, other
    if (inquiry.id, event.event) != (its.id, its_event.event):
        return False
    day, when = first(event.date), its_event.date
    if event.event in SAID:
        if not _same(event.by, its_event.by):
            return False
        later = when is not None and when.basis is Basis.PUBLICATION and event.document != its_event.document
        return _within(day, when) or (later and day is not None and day <= (first(when) or day))
    return _within(day, when) if day and first(when) else first(when) is None


def _within(day: date | None, when: When | None) -> bool:
    start = first(when)
    return day is not None and when is not None and (start or day) <= day <= (when.end or start or day)


def _same(one: Ref | None, other: Ref | None) -> bool:
    """Whether two doers may be one: named alike, or one of them not named, or by no more than "the Government"."""
    if one is None or other is None:
        return True
    a, b = _words(one), _words(other)
    return a <= b or b <= a or a in _ANYBODY or b in _ANYBODY


def _words(ref: Ref) -> frozenset[str]:
    return frozenset(ref.name.lower().removeprefix("the ").replace(",", "").split())


def _telling(group: list[Pair]) -> list[Pair]:
    """The first of one event's tellings, and those that say who did it."""
    return [*group[:1], *(pair for pair in group[1:] if _is_named(pair))]


def _is_named(pair: Pair) -> bool:
    return pair[1].by is not None and _words(pair[1].by) not in _ANYBODY


def is_day(when: When | None) -> bool:
    """Whether it is one day and no longer stretch."""
    return when is not None and when.start is not None and when.start == when.end
