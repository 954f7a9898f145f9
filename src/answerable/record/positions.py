"""What one actor has said on one thing over time, and where the later words stand against the earlier."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from answerable.model import Act, Disposition, InquiryEvent, InquiryEventKind, Ref, Response, Statement
from answerable.record.names import same_actor
from answerable.record.register import day_of

_FOR = frozenset({Act.CALL_FOR, Act.REQUEST, Act.RECOMMEND, Act.ACCEPT, Act.PROMISE, Act.DEFEND, Act.PRAISE, Act.OFFER})
_AGAINST = frozenset({Act.REJECT, Act.REFUSE, Act.CRITICISE, Act.ACCUSE, Act.DENY, Act.DISPUTE})
_ACCEPTING = frozenset({Disposition.ACCEPTED, Disposition.IN_PRINCIPLE, Disposition.IN_PART, Disposition.SUPPORTED})
_DECLINING = frozenset({Disposition.REJECTED})
_ASKING = frozenset({InquiryEventKind.CALLED_FOR, InquiryEventKind.REQUESTED, InquiryEventKind.ANNOUNCED})
_REFUSING = frozenset({InquiryEventKind.REFUSED, InquiryEventKind.REDIRECTED})

Said = Statement | Response | InquiryEvent


@dataclass(frozen=True, slots=True)
class Position:
    """What was said, and on which side of the thing it stands: 1 for, -1 against, 0 neither."""

    day: date | None
    said: Said
    side: int


@dataclass(frozen=True, slots=True)
class Reversal:
    """Two things that one actor said, of which the later takes the other side. No word on why."""

    earlier: Position
    later: Position


def positions(actor: Ref, said: Iterable[Said]) -> tuple[Position, ...]:
    """What `actor` said, in order of day. The caller chooses what is about one thing; only the speaker is looked at."""
    own = [Position(day_of(entry.date), entry, _side(entry)) for entry in said if same_actor(_speaker(entry), actor)]
    return tuple(sorted(own, key=lambda p: p.day or date.max))


def reversals(held: Sequence[Position]) -> tuple[Reversal, ...]:
    """Each change of side among the dated positions of one actor on one thing."""
    taken = [p for p in held if p.side and p.day]
    return tuple(
        Reversal(earlier, later)
        for earlier, later in pairwise(taken)
        if earlier.side != later.side and earlier.day != later.day
    )


def _speaker(entry: Said) -> Ref | None:
    return entry.speaker if isinstance(entry, Statement) else entry.by


def _side(entry: Said) -> int:
    if isinstance(entry, Statement):
        return (entry.act in _FOR) - (entry.act in _AGAINST)
    if isinstance(entry, Response):
        return (entry.disposition in _ACCEPTING) - (entry.disposition in _DECLINING)
    return (entry.event in _ASKING) - (entry.event in _REFUSING)
