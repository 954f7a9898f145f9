"""People's decisions laid over what the program found."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from answerable.model import (
    Act,
    Ask,
    Commitment,
    Count,
    Judgement,
    LinkKind,
    Matter,
    Progress,
    Ref,
    Response,
    Statement,
    Verdict,
)
from answerable.record.judgements import Decided, standing
from answerable.store import Store
from answerable.store.queries import judgements_on

JOINING = frozenset({LinkKind.ANSWERS, LinkKind.PROMISES, LinkKind.REPORTS_ON})
"""Kinds of link by which an entry hangs on a matter."""

Found = TypeVar("Found", Ask, Response, Commitment, Progress, Count)


@dataclass(frozen=True, slots=True)
class Overlay:
    """The standing decisions on some statements, by id."""

    by: dict[str, tuple[Judgement, ...]]

    @classmethod
    def on(cls, store: Store, ids: Iterable[str]) -> Overlay:
        """The decisions on statements with these ids."""
        held: dict[str, list[Judgement]] = {}
        for judgement in standing(judgements_on(store, ids)):
            held.setdefault(judgement.subject, []).append(judgement)
        return cls({id: tuple(listed) for id, listed in held.items()})

    def rejected(self, id: str) -> bool:
        """Whether a person has said that there is no such statement."""
        verdicts = [j.verdict for j in self.by.get(id, ()) if j.verdict in (Verdict.CONFIRM, Verdict.REJECT)]
        return bool(verdicts) and verdicts[-1] is Verdict.REJECT

    def applied(self, statement: Statement) -> Statement:
        """The statement as corrected by people; what they confirmed or corrected is certain."""
        for judgement in self.by.get(statement.id, ()):
            if judgement.verdict is Verdict.CORRECT:
                value = dict(judgement.value)
                statement = replace(
                    statement,
                    act=Act(value["act"]) if value.get("act") else statement.act,
                    speaker=Ref(None, value["speaker"]) if value.get("speaker") else statement.speaker,
                )
            if judgement.verdict in (Verdict.CORRECT, Verdict.CONFIRM):
                statement = replace(statement, score=1.0)
        return statement

    def shown(self, statements: Iterable[Statement]) -> tuple[Statement, ...]:
        """The statements that nobody rejected, as corrected."""
        return tuple(self.applied(s) for s in statements if not self.rejected(s.id))


def corrected(store: Store, entries: Sequence[Found]) -> tuple[Found, ...]:
    """Asks, answers, promises, claims and counts as people have corrected them; what they rejected is left out."""
    decided = Decided.of(judgements_on(store, (e.id for e in entries)))
    return tuple(kept for e in entries if (kept := decided.entry(e)))


def corrected_matters(store: Store, matters: Sequence[Matter]) -> tuple[Matter, ...]:
    """Matters with their entries as people have corrected them."""
    every: list[Ask | Response | Commitment | Progress | Count] = []
    for m in matters:
        every += (m.ask, *m.responses, *m.commitments, *m.progress, *m.counts, *m.repeats)
    decided = Decided.of(judgements_on(store, [*(e.id for e in every), *(k.id for m in matters for k in m.links)]))
    loose = {k.subject for m in matters for k in m.links if k.kind in JOINING and k.id in decided.rejected}

    def kept(entries: Iterable[Found]) -> tuple[Found, ...]:
        return tuple(found for e in entries if e.id not in loose and (found := decided.entry(e)))

    return tuple(
        replace(
            m,
            ask=decided.entry(m.ask) or m.ask,
            responses=kept(m.responses),
            commitments=kept(m.commitments),
            progress=kept(m.progress),
            counts=kept(m.counts),
            repeats=kept(m.repeats),
            links=tuple(k for k in m.links if k.id not in decided.rejected),
        )
        for m in matters
    )
