"""All that a matter or an inquiry holds, in order of day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from answerable.model import Ask, Commitment, Count, Inquiry, InquiryEvent, Matter, Progress, Response, When
from answerable.record.register import day_of

Happening = Ask | Response | Commitment | Progress | Count | InquiryEvent


E = TypeVar("E", bound=Happening)


@dataclass(frozen=True, slots=True)
class Moment(Generic[E]):
    """An entry and the day on which it stands; without a day it comes last."""

    day: date | None
    entry: E


def timeline(matter: Matter) -> tuple[Moment[Happening], ...]:
    """The ask, earlier asks that it repeats, and everything that followed, in order of day.

    On one day: asked, answered, promised, reported.
    """
    entries: tuple[Happening, ...] = (
        *matter.repeats,
        matter.ask,
        *matter.responses,
        *matter.commitments,
        *matter.progress,
        *matter.counts,
    )
    return _ordered(entries)


def inquiry_timeline(inquiry: Inquiry) -> tuple[Moment[InquiryEvent], ...]:
    """The events of an inquiry in order of day."""
    return _ordered(inquiry.events)


def when_of(entry: Happening) -> When | None:
    """When an entry was said or happened."""
    return entry.as_of if isinstance(entry, Progress | Count) else entry.date


def _ordered(entries: tuple[E, ...]) -> tuple[Moment[E], ...]:
    moments = [Moment(day_of(when_of(entry)), entry) for entry in entries]
    return tuple(sorted(moments, key=lambda m: m.day or date.max))
