"""A matter in one row: what was asked, who answered how, what was promised by when, what is claimed of it by whom."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from answerable.model import AskKind, Disposition, Link, LinkKind, Matter, Ref, Status, When
from answerable.record import Answered, Conflict, Slip, status_on
from answerable.store import Store
from answerable.store.queries import inquiry_of, known_disputes, passage
from answerable.web.pages.decided import corrected_matters
from answerable.web.pages.pinned import Pinnable, Pinned, pinned


@dataclass(frozen=True, slots=True)
class Answer:
    """One body's answer to an ask."""

    by: Ref | None
    disposition: Disposition
    entry: Pinned


@dataclass(frozen=True, slots=True)
class Claim:
    """The latest that one speaker says of how far a matter has got."""

    by: Ref | None
    status: Status
    entry: Pinned


@dataclass(frozen=True, slots=True)
class Promise:
    """A promise with the day that it sets, if it sets one."""

    by: Ref | None
    due: When | None
    entry: Pinned


@dataclass(frozen=True, slots=True)
class Moved:
    """A due date that moved: the promise before, the one after, who moved it, and the reason given, if any."""

    earlier: Pinned
    later: Pinned
    by: Ref | None
    reason: str | None


@dataclass(frozen=True, slots=True)
class Dispute:
    """Two claims that cannot both hold, and why, in words that take no side; `id` is that of its page, if any."""

    earlier: Pinned
    later: Pinned
    reason: str
    id: str | None


@dataclass(frozen=True, slots=True)
class Asked:
    """A matter with all that hangs on it, as it stands today.

    `answers` and `promises` are in order of day, those without one last; `claims` are the latest of each speaker, the
    newest first, so that the first gives the status. `answered` says whether an answer was found, or how long it has
    been waited for; `due` is the last day of the promise or deadline that holds. `self_reported`: nobody but those who
    owe the action says how far it has got; `verified_by` are others who say the same.
    """

    id: str
    kind: AskKind
    number: str | None
    inquiry: str | None
    ask: Pinned
    answers: tuple[Answer, ...]
    promises: tuple[Promise, ...]
    claims: tuple[Claim, ...]
    answered: Answered
    due: date | None
    overdue: bool
    moved: tuple[Moved, ...]
    disputes: tuple[Dispute, ...]
    self_reported: bool
    verified_by: tuple[Ref, ...]


def asked(store: Store, matters: Sequence[Matter], today: date) -> tuple[Asked, ...]:
    """Matters as rows, as they stand today, in the order given."""
    matters = corrected_matters(store, matters)
    pins = {p.id: p for p in pinned(store, (e for m in matters for e in entries(m)))}
    inquiries = inquiry_of(store, (m.id for m in matters))
    return tuple(_row(store, m, pins, inquiries.get(m.id), today) for m in matters if m.ask.id in pins)


def entries(matter: Matter) -> tuple[Pinnable, ...]:
    """All entries of a matter."""
    hung: tuple[Pinnable, ...] = (*matter.responses, *matter.commitments, *matter.progress, *matter.counts)
    return (matter.ask, *hung, *matter.repeats)


def _row(store: Store, matter: Matter, pins: Mapping[str, Pinned], inquiry: str | None, today: date) -> Asked:
    answers = tuple(Answer(pins[r.id].by, r.disposition, pins[r.id]) for r in matter.responses if r.id in pins)
    promises = tuple(Promise(pins[c.id].by, c.due, pins[c.id]) for c in matter.commitments if c.id in pins)
    now = status_on(matter, today)
    newest = (now.claim, *now.others) if now.claim else ()
    return Asked(
        id=matter.id,
        kind=matter.ask.kind,
        number=matter.ask.number,
        inquiry=inquiry,
        ask=pins[matter.ask.id],
        answers=tuple(sorted(answers, key=lambda a: _day(a.entry))),
        promises=tuple(sorted(promises, key=lambda p: _day(p.entry))),
        claims=tuple(Claim(pins[g.id].by, g.status, pins[g.id]) for g in newest if g.id in pins),
        answered=now.answered,
        due=now.due,
        overdue=now.overdue,
        moved=tuple(_moved(store, s, pins) for s in now.slips if {s.earlier.id, s.later.id} <= pins.keys()),
        disputes=tuple(
            Dispute(pins[c.earlier.id], pins[c.later.id], c.reason, _page_of(store, c))
            for c in now.disputed
            if {c.earlier.id, c.later.id} <= pins.keys()
        ),
        self_reported=now.self_reported,
        verified_by=now.verified_by,
    )


def _page_of(store: Store, conflict: Conflict) -> str | None:
    link = Link.of(LinkKind.CONTRADICTS, conflict.later.id, conflict.earlier.id, 1.0, conflict.reason)
    return link.id if known_disputes(store, [link.id]) else None


def _moved(store: Store, slip: Slip, pins: Mapping[str, Pinned]) -> Moved:
    later = pins[slip.later.id]
    reason = passage(store, slip.later.document, slip.reason) if slip.reason else None
    return Moved(pins[slip.earlier.id], later, later.by, reason)


def _day(entry: Pinned) -> date:
    return entry.day or date.max
