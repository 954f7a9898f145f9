"""How a matter stands on a day: always according to somebody, as of a day. Nothing here is stored."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from answerable.model import Commitment, Disposition, LinkKind, Matter, Progress, Ref, Status, When
from answerable.record.clock import Clock
from answerable.record.disputes import Conflict, conflicts
from answerable.record.names import same_actor, same_side
from answerable.record.register import day_of
from answerable.text import Span

_SETTLED = frozenset({Status.COMPLETE, Status.MET_DIFFERENTLY, Status.SUPERSEDED, Status.CLOSED_NOT_DONE})
_BEGUN = frozenset({Status.IN_PROGRESS, Status.PARTLY_DONE})
_BEGINNING = re.compile(r"\b(?:begin|start|commenc)\w*\b[^.;]*$", re.IGNORECASE)
_NEAR = 80  # characters before a day within which it is said to be one for beginning
_DECLINED = frozenset({Disposition.REJECTED})
_DEFAULT = Clock()


class Answered(StrEnum):
    """Whether an ask has been answered, on a day."""

    ANSWERED = "answered"
    AWAITED = "awaited"  # inside the time allowed
    NO_RESPONSE = "no_response"  # the time is over, none was found
    UNDATED = "undated"  # none was found, and it is not known since when


@dataclass(frozen=True, slots=True)
class Slip:
    """A due date that moved: the promise that held before, the one that took its place, who moved it.

    `reason` is the place, in the document of `later`, of the words that say why; None: no reason found.
    """

    earlier: Commitment
    later: Commitment
    by: Ref | None
    reason: Span | None


@dataclass(frozen=True, slots=True)
class Standing:
    """How a matter stands on `day`.

    `status` is that of `claim`, the latest by then, made by `according_to` as of `as_of`; without a claim it is
    `not_assessed`, according to nobody. `others` are the latest claims of other speakers. `due` is the last day of the
    promise or deadline that holds, and `slips` every date it had before. `self_reported`: nobody but those who owe the
    action says so; `verified_by` are the others who say the same.
    """

    day: date
    status: Status
    according_to: Ref | None
    as_of: When | None
    claim: Progress | None
    others: tuple[Progress, ...]
    answered: Answered
    due: date | None
    overdue: bool
    slips: tuple[Slip, ...]
    disputed: tuple[Conflict, ...]
    self_reported: bool
    verified_by: tuple[Ref, ...]


def status_on(matter: Matter, day: date, clock: Clock = _DEFAULT) -> Standing:
    """How `matter` stands on `day`, by what had been said until then. Undated claims count as said."""
    known = tuple(p for p in matter.progress if _said_by(p.as_of, day))
    latest = _latest_by_speaker(known)
    claim = latest[0] if latest else None
    others = latest[1:]
    agreeing = tuple(p.by for p in others if p.by and claim and p.status is claim.status)
    owing = _owing(matter)
    independent = tuple(by for by in agreeing if not any(same_side(by, o) for o in owing))
    own = claim is not None and any(same_side(claim.by, o) for o in owing)
    counts = tuple(c for c in matter.counts if _said_by(c.as_of, day))
    return Standing(
        day=day,
        status=claim.status if claim else Status.NOT_ASSESSED,
        according_to=claim.by if claim else None,
        as_of=claim.as_of if claim else None,
        claim=claim,
        others=others,
        answered=answered(matter, day, clock),
        due=due_on(matter, day),
        overdue=is_overdue(matter, day),
        slips=tuple(s for s in slips(matter) if _said_by(s.later.date, day)),
        disputed=conflicts(known, counts),
        self_reported=own and not independent,
        verified_by=independent,
    )


def is_overdue(matter: Matter, today: date) -> bool:
    """Whether the last day of what was promised, or asked where nothing was, is over and nobody says it is settled."""
    due = due_on(matter, today)
    return due is not None and due < today and not is_settled(matter, today)


def is_settled(matter: Matter, today: date) -> bool:
    """Whether nothing is owed any more: every answer declines, or the latest claim says that it is done with, or that
    it goes on where the day that holds is one for beginning."""
    answers = [r for r in matter.responses if _said_by(r.date, today)]
    if answers and all(r.disposition in _DECLINED for r in answers):
        return True
    latest = _latest_by_speaker(tuple(p for p in matter.progress if _said_by(p.as_of, today)))
    if not latest:
        return False
    return latest[0].status in _SETTLED or (latest[0].status in _BEGUN and _is_to_begin(matter, today))


def _is_to_begin(matter: Matter, today: date) -> bool:
    """Whether the day that holds is that of a beginning: "will begin inspections in January"."""
    due = due_on(matter, today)
    promised = [(c.text, c.due) for c in matter.commitments if c.due and c.due.end == due and _said_by(c.date, today)]
    wanted = promised or [(matter.ask.text, when) for when in matter.ask.due if when.end == due]
    return any(w.words and _BEGINNING.search(text.partition(w.words)[0][-_NEAR:]) for text, w in wanted)


def last_said(matter: Matter) -> date | None:
    """The latest day on which something was said of a matter: from then on only days pass."""
    said = [r.date for r in matter.responses] + [c.date for c in matter.commitments]
    days = (day_of(when) for when in (*said, *(p.as_of for p in matter.progress)))
    return max((day for day in days if day), default=None)


def due_on(matter: Matter, day: date) -> date | None:
    """The last day of the deadline that held on `day`: that of the latest promise with a date, else the one asked for.

    Of several promises made on one day the first to fall due counts.
    """
    replaced = {link.object for link in matter.links if link.kind is LinkKind.REPLACES}
    promised = [c for c in matter.commitments if _said_by(c.date, day) and c.due and c.due.end]
    holding = [c for c in promised if c.id not in replaced or not _replaced_by(matter, c, day)]
    if holding:
        newest = max(day_of(c.date) or date.min for c in holding)
        ends = [c.due.end for c in holding if c.due and c.due.end and (day_of(c.date) or date.min) == newest]
        return min(ends)
    return min((w.end for w in matter.ask.due if w.end), default=None)


def slips(matter: Matter) -> tuple[Slip, ...]:
    """Every due date that moved, in order; a new date that is given twice is one move."""
    commitments = {c.id: c for c in matter.commitments}
    found: dict[tuple[object, ...], Slip] = {}
    for link in matter.links:
        if link.kind is LinkKind.REPLACES and link.subject in commitments and link.object in commitments:
            later, earlier = commitments[link.subject], commitments[link.object]
            said_once = earlier.id, later.due and later.due.end
            if said_once not in found or later.reason:
                found[said_once] = Slip(earlier, later, later.by, later.reason)
    return tuple(sorted(found.values(), key=lambda s: (day_of(s.later.date) or date.max, s.later.id)))


def answered(matter: Matter, day: date, clock: Clock = _DEFAULT) -> Answered:
    """Whether the ask had an answer on `day`, and if not whether the time that `clock` allows was over."""
    if any(_said_by(r.date, day) for r in matter.responses):
        return Answered.ANSWERED
    asked = day_of(matter.ask.date)
    if asked is None:
        return Answered.UNDATED
    return Answered.AWAITED if day <= clock.last_day(matter.ask, asked) else Answered.NO_RESPONSE


def silent(matter: Matter, day: date) -> tuple[Ref, ...]:
    """The addressees of the ask of whom no answer had been found by `day`."""
    spoken = [r.by for r in matter.responses if _said_by(r.date, day)]
    return tuple(a for a in matter.ask.addressees if not any(same_actor(a, by) for by in spoken))


def _replaced_by(matter: Matter, commitment: Commitment, day: date) -> bool:
    """Whether a later promise stood in the place of this one on `day` already."""
    later = {link.subject for link in matter.links if link.kind is LinkKind.REPLACES and link.object == commitment.id}
    return any(c.id in later and _said_by(c.date, day) for c in matter.commitments)


def _owing(matter: Matter) -> tuple[Ref, ...]:
    """Those who owe the action: the addressees, and whoever answered or promised."""
    promised = [r.by for r in matter.responses] + [c.by for c in matter.commitments]
    return (*matter.ask.addressees, *(by for by in promised if by))


def _latest_by_speaker(progress: tuple[Progress, ...]) -> tuple[Progress, ...]:
    """The latest claim of each speaker, the newest first."""
    found: list[Progress] = []
    for claim in sorted(progress, key=lambda p: (day_of(p.as_of) or date.min, p.span), reverse=True):
        if not any(same_actor(claim.by, other.by) for other in found):
            found.append(claim)
    return tuple(found)


def _said_by(when: When | None, day: date) -> bool:
    start = day_of(when)
    return start is None or start <= day
