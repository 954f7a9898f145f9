"""Claims that conflict: two speakers, one thing, statuses or numbers that cannot both hold. No verdict is given."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from answerable.model import Count, Progress, Status
from answerable.record.names import plain_name, same_actor, same_side, without_office
from answerable.record.register import day_of

Claim = Progress | Count

_DONE = frozenset({Status.COMPLETE, Status.MET_DIFFERENTLY})
_MOVING = frozenset({Status.IN_PROGRESS, Status.PARTLY_DONE})
_STILL = frozenset({Status.NOT_STARTED, Status.STALLED, Status.CLOSED_NOT_DONE, Status.NO_EVIDENCE})
_RANKS = ((_STILL, 0), (_MOVING, 1), (_DONE, 2))
_CURRENT_DAYS = 550  # a claim that is older than this when the other is made is history, not its contradiction
_PROGRESS_DAYS = 92  # so long after a claim another may say more without contradicting it: there may be progress


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two claims by different speakers that cannot both hold, and why, in words that take no side."""

    earlier: Claim
    later: Claim
    reason: str


def conflicts(progress: Sequence[Progress], counts: Sequence[Count] = ()) -> tuple[Conflict, ...]:
    """The conflicts among the claims on one ask, and between them and counts of all asks of its inquiry.

    Of each speaker only the latest claim counts, and only where the two are less than eighteen months apart; a count
    that one speaker is told to have given several times stands once, as it was told last. A later claim that something
    has got further is no conflict, unless it follows within three months. A department, its minister and the government
    are one speaker.
    """
    found: list[Conflict] = []
    latest = _latest(progress)
    for earlier, later in combinations(sorted(latest, key=_day), 2):
        if _clash(earlier, _rank(earlier.status), later, _rank(later.status)):
            found += _conflict(earlier, later)
    for count in _told_last(c for c in counts if c.done == 0 and c.status in _DONE):
        for claim in (c for c in latest if c.status in _DONE | _MOVING):
            first, second = _in_order(count, claim)
            if second is count or _apart(first, second) <= _PROGRESS_DAYS:
                found += _conflict(first, second)
    return tuple(found)


def conflicting_counts(counts: Sequence[Count]) -> tuple[Conflict, ...]:
    """Pairs of counts of one thing by different speakers that give different numbers of the same total.

    "57 of the 58" and "53 of the 61" are no pair: what they count is not the same.
    """
    found: list[Conflict] = []
    for first, second in combinations(sorted(counts, key=_day), 2):
        comparable = (first.of, first.status, first.total) == (second.of, second.status, second.total)
        if comparable and first.total is not None and first.done != second.done:
            found += _conflict(first, second)
    return tuple(found)


def _conflict(earlier: Claim, later: Claim) -> Iterator[Conflict]:
    if earlier.by and later.by and not same_side(earlier.by, later.by) and _apart(earlier, later) <= _CURRENT_DAYS:
        yield Conflict(earlier, later, f"{_who(earlier)}: {_words(earlier)}; {_who(later)}: {_words(later)}")


def _clash(earlier: Claim, first: int | None, later: Claim, second: int | None) -> bool:
    if first is None or second is None or first == second:
        return False
    return second < first or _apart(earlier, later) <= _PROGRESS_DAYS


def _in_order(first: Claim, second: Claim) -> tuple[Claim, Claim]:
    return (first, second) if _day(first) <= _day(second) else (second, first)


def _apart(earlier: Claim, later: Claim) -> int:
    """Days between two claims; 0 where one is undated."""
    return 0 if date.max in (_day(earlier), _day(later)) else (_day(later) - _day(earlier)).days


def _latest(progress: Sequence[Progress]) -> tuple[Progress, ...]:
    """The latest claim of each speaker."""
    found: list[Progress] = []
    for claim in sorted(progress, key=_day, reverse=True):
        if not any(same_side(claim.by, other.by) for other in found):
            found.append(claim)
    return tuple(reversed(found))


def _told_last(counts: Iterable[Count]) -> tuple[Count, ...]:
    """Of the tellings of one count of one speaker the last one.

    A speaker who goes by the surname alone is the one of the full name only where no other has that surname.
    """
    told: list[list[Count]] = []
    for count in sorted(counts, key=lambda c: -len(plain_name(_who(c)))):
        same = [t for t in told if same_actor(t[0].by, count.by) and _counted(t[0]) == _counted(count)]
        if len(same) == 1:
            same[0].append(count)
        else:
            told.append([count])
    return tuple(max(tellings, key=lambda c: day_of(c.as_of) or date.min) for tellings in told)


def _counted(count: Count) -> tuple[object, ...]:
    return count.done, count.total, count.of, count.status


def _rank(status: Status) -> int | None:
    return next((rank for family, rank in _RANKS if status in family), None)


def _day(claim: Claim) -> date:
    return day_of(claim.as_of) or date.max


def _who(claim: Claim) -> str:
    return without_office(claim.by.name) if claim.by else "unnamed"


def _words(claim: Claim) -> str:
    if isinstance(claim, Progress):
        return claim.status.value.replace("_", " ")
    of = f"{claim.done} of {claim.total} {claim.of}" if claim.total is not None else f"{claim.done} {claim.of}"
    return f"{of} {claim.status.value.replace('_', ' ')}"
