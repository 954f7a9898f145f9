"""A matter in one row: what was asked, who answered how, what was promised by when, what is claimed of it by whom."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from answerable.model import AskKind, Disposition, Matter, Ref, Status, When
from answerable.store import Store
from answerable.store.queries_matters import inquiry_of
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
class Asked:
    """A matter with all that hangs on it, as pins.

    `answers` are in order of day, `claims` the latest of each speaker (the newest first), `promises` in order of day.
    """

    id: str
    kind: AskKind
    number: str | None
    inquiry: str | None
    ask: Pinned
    answers: tuple[Answer, ...]
    promises: tuple[Promise, ...]
    claims: tuple[Claim, ...]

    @property
    def due(self) -> When | None:
        """The day that the latest promise sets."""
        return next((p.due for p in reversed(self.promises) if p.due and p.due.end), None)


def asked(store: Store, matters: Sequence[Matter]) -> tuple[Asked, ...]:
    """Matters as rows, in the order given."""
    pins = {p.id: p for p in pinned(store, (e for m in matters for e in entries(m)))}
    inquiries = inquiry_of(store, (m.id for m in matters))
    return tuple(_row(m, pins, inquiries.get(m.id)) for m in matters if m.ask.id in pins)


def entries(matter: Matter) -> tuple[Pinnable, ...]:
    """All entries of a matter."""
    hung = (*matter.responses, *matter.commitments, *matter.progress, *matter.counts)
    return (matter.ask, *hung, *matter.repeats)


def _row(matter: Matter, pins: Mapping[str, Pinned], inquiry: str | None) -> Asked:
    answers = tuple(Answer(pins[r.id].by, r.disposition, pins[r.id]) for r in matter.responses if r.id in pins)
    promises = tuple(Promise(pins[c.id].by, c.due, pins[c.id]) for c in matter.commitments if c.id in pins)
    claims = [Claim(pins[g.id].by, g.status, pins[g.id]) for g in matter.progress if g.id in pins]
    ask = pins[matter.ask.id]
    return Asked(
        id=matter.id,
        kind=matter.ask.kind,
        number=matter.ask.number,
        inquiry=inquiry,
        ask=ask,
        answers=tuple(sorted(answers, key=lambda a: _day(a.entry))),
        promises=tuple(sorted(promises, key=lambda p: _day(p.entry))),
        claims=latest(claims),
    )


def latest(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """The latest claim of each speaker, the newest first."""
    by: dict[str, Claim] = {}
    for claim in sorted(claims, key=lambda c: _day(c.entry)):
        by[_name(claim.by)] = claim
    return tuple(sorted(by.values(), key=lambda c: _day(c.entry), reverse=True))


def _name(ref: Ref | None) -> str:
    return (ref.id or ref.name.casefold()) if ref else ""


def _day(entry: Pinned) -> date:
    return entry.day or date.min
