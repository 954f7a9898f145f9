"""What changed in the record lately: documents that were added, decisions that editors took."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from answerable.model import Judgement, Verdict
from answerable.store import Store
from answerable.store.queries_changes import Addition, additions
from answerable.store.queries_review import decisions

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


def _addition(added: Addition) -> Change:
    what = "a new version of a document" if added.version > 1 else "a document was added"
    return Change(added.added, what, added.title, f"/documents/{added.id}")


def _decision(judgement: Judgement) -> Change:
    reason = judgement.reason or "no reason given"
    return Change(judgement.at, f"{judgement.by} {VERBS[judgement.verdict]}", reason, "/decisions")
