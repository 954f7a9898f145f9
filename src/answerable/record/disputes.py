"""Claims that conflict: two speakers, one thing, statuses or numbers that cannot both hold. No verdict is given."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from answerable.model import Count, Progress, Ref, Status
from answerable.record.names import same_actor
from answerable.record.register import day_of

Claim = Progress | Count

_DONE = frozenset({Status.COMPLETE, Status.MET_DIFFERENTLY})
_MOVING = frozenset({Status.IN_PROGRESS, Status.PARTLY_DONE})
_STILL = frozenset({Status.NOT_STARTED, Status.STALLED, Status.CLOSED_NOT_DONE, Status.NO_EVIDENCE})
_FAMILIES = (_DONE, _MOVING, _STILL)
_CURRENT_DAYS = 550  # a claim that is older than this when the other is made is history, not its contradiction
_NOBODY = Ref(None, "unnamed")


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two claims by different speakers that cannot both hold, and why, in words that take no side."""

    earlier: Claim
    later: Claim
    reason: str


def conflicts(progress: Sequence[Progress], counts: Sequence[Count] = ()) -> tuple[Conflict, ...]:
    """The conflicts among the claims on one ask, and between them and counts of all asks of its inquiry.

    Of each speaker only the latest claim counts, and only where the two are less than eighteen months apart.
    """
    found: list[Conflict] = []
    for first, second in combinations(_latest(progress), 2):
        if _family(first.status) != _family(second.status) and None not in (
            _family(first.status),
            _family(second.status),
        ):
            found += _conflict(first, second, f"{_who(first)}: {_words(first)}; {_who(second)}: {_words(second)}")
    for count in counts:
        for claim in _latest(progress):
            if _none_done(count) and claim.status in _DONE | _MOVING:
                found += _conflict(count, claim, f"{_who(count)}: {_words(count)}; {_who(claim)}: {_words(claim)}")
    return tuple(found)


def conflicting_counts(counts: Sequence[Count]) -> tuple[Conflict, ...]:
    """Pairs of counts of one thing by different speakers that give different numbers of the same total.

    "57 of the 58" and "53 of the 61" are no pair: what they count is not the same.
    """
    found: list[Conflict] = []
    for first, second in combinations(sorted(counts, key=_day), 2):
        comparable = (first.of, first.status, first.total) == (second.of, second.status, second.total)
        if comparable and first.total is not None and first.done != second.done:
            found += _conflict(first, second, f"{_who(first)}: {_words(first)}; {_who(second)}: {_words(second)}")
    return tuple(found)


def _conflict(first: Claim, second: Claim, reason: str) -> Iterator[Conflict]:
    if same_actor(first.by or _NOBODY, second.by or _NOBODY) or first.by is None or second.by is None:
        return
    earlier, later = sorted((first, second), key=_day)
    if date.max in (_day(earlier), _day(later)) or (_day(later) - _day(earlier)).days <= _CURRENT_DAYS:
        yield Conflict(earlier, later, reason)


def _latest(progress: Sequence[Progress]) -> tuple[Progress, ...]:
    """The latest claim of each speaker."""
    found: list[Progress] = []
    for claim in sorted(progress, key=_day, reverse=True):
        if not any(same_actor(claim.by, other.by) for other in found):
            found.append(claim)
    return tuple(reversed(found))


def _none_done(count: Count) -> bool:
    return count.done == 0 and count.status in _DONE


def _family(status: Status) -> frozenset[Status] | None:
    return next((family for family in _FAMILIES if status in family), None)


def _day(claim: Claim) -> date:
    return day_of(claim.as_of) or date.max


def _who(claim: Claim) -> str:
    return claim.by.name if claim.by else "unnamed"


def _words(claim: Claim) -> str:
    if isinstance(claim, Progress):
        return claim.status.value.replace("_", " ")
    of = f"{claim.done} of {claim.total} {claim.of}" if claim.total is not None else f"{claim.done} {claim.of}"
    return f"{of} {claim.status.value.replace('_', ' ')}"
