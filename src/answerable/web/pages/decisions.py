"""What editors have decided: on which words, by whom, when and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from answerable.model import Act, Disposition, Judgement, LinkKind, Verdict
from answerable.store import Store
from answerable.store.queries import Request, decisions, links_among, requests
from answerable.web.acts import worded
from answerable.web.pages.corrections import public
from answerable.web.pages.subjects import Subject, subjects

NAMED = {"act": Act, "disposition": Disposition, "kind": LinkKind}
"""The closed lists that the new value of a field comes from."""
POINTS = ("object", "actor")
"""The fields whose value is the id of something else in the record."""


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision in the history: on what, by whom, when and why; `undone` by a later one.

    `on` is what it is on: an entry, the two entries that a link joins, or actors; empty where the record no longer has
    it. `value` is what it changes, by name, in words for readers. Of a decision that undoes another, `undoes` is what
    that one was, and `on` what that one is on.
    """

    id: str
    subject: str
    verdict: Verdict
    undoes: Verdict | None
    by: str
    at: datetime
    reason: str
    value: tuple[tuple[str, str], ...]
    on: tuple[Subject, ...]
    undone: bool


@dataclass(frozen=True, slots=True)
class DecisionsPage:
    """Every decision of every editor, and every correction request with its reply.

    title: heading of the page
    decisions: the latest hundred decisions, the latest first
    requests: correction requests with their replies
    subjects: for each entry that a correction is asked for and that the record still has, its words and its place
    """

    title: str
    decisions: tuple[Decision, ...]
    requests: tuple[Request, ...]
    subjects: dict[str, Subject]


def decisions_page(store: Store) -> DecisionsPage:
    """The history of decisions."""
    taken, asked = decisions(store), tuple(public(r) for r in requests(store))
    undone = {j.subject: j for j in taken if j.verdict is Verdict.UNDO}
    before = {j.id: j for j in taken}
    ends = links_among(store, (j.subject for j in taken))
    named = {value for j in taken for name, value in j.value if name in POINTS}
    known = subjects(
        store,
        {r.subject for r in asked}
        | {j.subject for j in taken}
        | {id for link in ends.values() for id in (link.subject, link.object)}
        | named,
    )

    def on(judgement: Judgement) -> tuple[Subject, ...]:
        if judgement.subject in before:
            return on(before[judgement.subject])
        link = ends.get(judgement.subject)
        ids = (link.subject, link.object) if link else (judgement.subject, *_points(judgement))
        return tuple(known[id] for id in ids if id in known)

    return DecisionsPage(
        "Decisions",
        tuple(_decision(j, on(j), before.get(j.subject), j.id in undone) for j in taken),
        asked,
        {r.subject: known[r.subject] for r in asked if r.subject in known},
    )


def _points(judgement: Judgement) -> tuple[str, ...]:
    return tuple(value for name, value in judgement.value if name in POINTS)


def _decision(judgement: Judgement, on: tuple[Subject, ...], before: Judgement | None, undone: bool) -> Decision:
    j = judgement
    value = tuple((name, _worded(name, to)) for name, to in j.value if name not in POINTS)
    undoes = before.verdict if before else None
    return Decision(j.id, j.subject, j.verdict, undoes, j.by, j.at, j.reason, value, on, undone)


def _worded(name: str, value: str) -> str:
    kind = NAMED.get(name)
    return worded(kind(value)) if kind and value in list(kind) else value
