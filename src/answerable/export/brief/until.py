"""What had happened and been said by the day of a briefing: what came later is left out of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from typing import TypeVar

from answerable.export.brief.nouns import Gathered
from answerable.export.wording import first
from answerable.model import Inquiry, Matter, Statement

E = TypeVar("E")


def until(gathered: Gathered) -> Gathered:
    """`gathered` without what is dated after its day; what has no day counts as said."""
    day = gathered.day

    def said_on(statement: Statement) -> date | None:
        return first(statement.date) or gathered.documents[statement.document].source.published

    return replace(
        gathered,
        inquiries=tuple(_inquiry(inquiry, day) for inquiry in gathered.inquiries),
        matters=tuple((_matter(m, day), s) for m, s in gathered.matters if _is_by(first(m.ask.date), day)),
        statements=_kept(gathered.statements, said_on, day),
        promises=_kept(gathered.promises, lambda c: first(c.date), day),
        counts=_kept(gathered.counts, lambda c: first(c.as_of), day),
    )


def _inquiry(inquiry: Inquiry, day: date) -> Inquiry:
    return replace(inquiry, events=_kept(inquiry.events, lambda e: first(e.date), day))


def _matter(matter: Matter, day: date) -> Matter:
    return replace(
        matter,
        responses=_kept(matter.responses, lambda r: first(r.date), day),
        commitments=_kept(matter.commitments, lambda c: first(c.date), day),
        progress=_kept(matter.progress, lambda p: first(p.as_of), day),
        counts=_kept(matter.counts, lambda c: first(c.as_of), day),
    )


def _kept(entries: Iterable[E], when: Callable[[E], date | None], day: date) -> tuple[E, ...]:
    return tuple(entry for entry in entries if _is_by(when(entry), day))


def _is_by(when: date | None, day: date) -> bool:
    return when is None or when <= day
