"""What changed in the record lately: documents that were added, decisions that editors took."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import groupby

from answerable.model import Judgement, Verdict
from answerable.store import Store
from answerable.store.queries import Addition, additions, decisions

ADDED, RENEWED = "a document was added", "a new version of a document"
FEW = 3

VERBS: dict[Verdict, str] = {
    Verdict.CONFIRM: "confirmed an entry",
    Verdict.CORRECT: "corrected an entry",
    Verdict.REJECT: "rejected an entry",
    Verdict.LINK: "joined two entries",
    Verdict.MERGE: "said that two names are one",
    Verdict.SPLIT: "said that two names are two",
    Verdict.RENAME: "gave a name",
    Verdict.UNDO: "took a decision back",
}


@dataclass(frozen=True, slots=True)
class Change:
    """One change: when, what was done, what it was done to, and the page that shows it."""

    at: datetime
    what: str
    name: str
    path: str


def changes(store: Store, *, since: datetime | None = None, limit: int = 200) -> tuple[Change, ...]:
    """The latest changes, or those since a moment, the latest first."""
    made = [_addition(a) for a in additions(store, since=since, limit=limit)]
    made += [_decision(j) for j in decisions(store, limit=limit) if since is None or j.at >= since]
    return tuple(sorted(made, key=lambda c: c.at, reverse=True)[:limit])


def summed(listed: Iterable[Change]) -> tuple[Change, ...]:
    """The same, with what was done many times on one day told in one line: "14 documents"."""
    made: list[Change] = []
    for _, group in groupby(listed, key=lambda c: (c.at.date(), c.what)):
        same = tuple(group)
        first = same[0]
        if len(same) > FEW and first.what in (ADDED, RENEWED):
            first = replace(
                first,
                what=f"{first.what}, {len(same)} times in a day",
                name=f"{len(same)} documents",
                path="/documents",
            )
            made.append(first)
        else:
            made += same
    return tuple(made)


def _addition(added: Addition) -> Change:
    what = RENEWED if added.version > 1 else ADDED
    return Change(added.added, what, added.title, f"/documents/{added.id}")


def _decision(judgement: Judgement) -> Change:
    reason = judgement.reason or "no reason given"
    return Change(judgement.at, f"{judgement.by} {VERBS[judgement.verdict]}", reason, "/decisions")
