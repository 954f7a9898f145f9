"""Which tellings of many documents are of one event in the life of an inquiry."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from answerable.export.wording import SAID, first
from answerable.model import Inquiry, InquiryEvent, When


def tellings(events: Sequence[tuple[Inquiry, InquiryEvent]]) -> Iterator[list[tuple[Inquiry, InquiryEvent]]]:
    """The events that are one, in order of day: a report in "October" is the one of 14 October, and one without a day
    is any other of its kind. What somebody says is one with what the same speaker says on that day."""
    groups: list[list[tuple[Inquiry, InquiryEvent]]] = []
    for pair in sorted(events, key=lambda pair: (not is_day(pair[1].date), first(pair[1].date) or date.max)):
        home = next((g for g in groups if _is_one(g[0], pair)), None)
        if home is None:
            groups.append([pair])
        else:
            home.append(pair)
    yield from sorted(groups, key=lambda g: (first(g[0][1].date) or date.max, g[0][1].span))


def _is_one(one: tuple[Inquiry, InquiryEvent], other: tuple[Inquiry, InquiryEvent]) -> bool:
    (inquiry, event), (its, its_event) = one, other
    if (inquiry.id, event.event) != (its.id, its_event.event):
        return False
    day, when = first(event.date), its_event.date
    if event.event in SAID:
        who, whose = ((e.by.name.split()[-1].lower() if e.by else e.document) for e in (event, its_event))
        return who == whose and day == first(when)
    if day is None or when is None or first(when) is None:
        return first(when) is None
    return (when.start or day) <= day <= (when.end or day)


def is_day(when: When | None) -> bool:
    return when is not None and when.start is not None and when.start == when.end
