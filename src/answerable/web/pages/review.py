"""What waits for an editor, and what editors have decided."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from answerable.model import Act, Disposition, Judgement, Link, Response, Statement, Verdict
from answerable.store import Store, queries
from answerable.store.queries import (
    Merge,
    Request,
    decisions,
    doubtful_links,
    doubtful_statements,
    entries_of,
    likely_merges,
    matters_with,
    requests,
    waiting,
)
from answerable.store.search import hits_of
from answerable.web.pages.entry import Entry, entries_of_hits
from answerable.web.pages.pinned import pinned
from answerable.web.pages.sides import Side, sides


@dataclass(frozen=True, slots=True)
class DoubtfulLink:
    """A link that needs a person: what it joins, why the program thinks so, and how sure it is."""

    id: str
    kind: str
    subject: Side
    object: Side
    matter: str | None
    disposition: Disposition | None
    reason: str
    score: float


@dataclass(frozen=True, slots=True)
class ReviewPage:
    """What waits for an editor, what matters most first: requests from people, then links, names and statements.

    title: heading of the page
    waiting: how many links and statements wait in all
    busy: whether joins and counts are still being made anew after a decision
    done: the decision that was just taken, to be undone with one key
    requests: correction requests that have no reply yet
    links: links that the program is not sure of, the least sure first
    merges: actors that may be one
    statements: statements that the program is not sure of, the least sure first
    acts: the speech acts, for the form
    dispositions: what a response can say, for the form
    """

    title: str
    waiting: int
    busy: bool
    done: Judgement | None
    requests: tuple[Request, ...]
    links: tuple[DoubtfulLink, ...]
    merges: tuple[Merge, ...]
    statements: tuple[Entry, ...]
    acts: tuple[Act, ...]
    dispositions: tuple[Disposition, ...]


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision in the history: on what, by whom, when and why; `undone` by a later one."""

    id: str
    subject: str
    verdict: Verdict
    by: str
    at: datetime
    reason: str
    value: tuple[tuple[str, str], ...]
    undone: bool


@dataclass(frozen=True, slots=True)
class DecisionsPage:
    """Every decision of every editor, and every correction request with its reply.

    title: heading of the page
    decisions: the latest hundred decisions, the latest first
    requests: correction requests with their replies
    """

    title: str
    decisions: tuple[Decision, ...]
    requests: tuple[Request, ...]


@dataclass(frozen=True, slots=True)
class SignInPage:
    """The form by which editors sign in.

    title: heading of the page
    failed: whether a name and password have just been refused
    """

    title: str
    failed: bool


@dataclass(frozen=True, slots=True)
class CorrectionPage:
    """The form by which anybody asks for a correction of an entry.

    title: heading of the page
    subject: id of the entry
    words: the words that the entry is pinned to
    document_title: the document that they stand in
    sent: whether a request has just been sent
    requests: earlier requests on the entry with their replies
    """

    title: str
    subject: str
    words: str
    document_title: str
    sent: bool
    requests: tuple[Request, ...]


def review_page(store: Store, done: str | None = None, *, busy: bool = False) -> ReviewPage:
    """The queue. `done` is the id of the decision just taken."""
    taken = [j for j in decisions(store, limit=20) if j.id == done]
    return ReviewPage(
        title="Review",
        waiting=waiting(store),
        busy=busy,
        done=taken[0] if taken else None,
        requests=requests(store, open_only=True),
        links=_links(store, doubtful_links(store)),
        merges=likely_merges(store, limit=10),
        statements=_entries(store, doubtful_statements(store)),
        acts=tuple(Act),
        dispositions=tuple(Disposition),
    )


def decisions_page(store: Store) -> DecisionsPage:
    """The history of decisions."""
    taken = decisions(store)
    undone = {j.subject for j in taken if j.verdict is Verdict.UNDO}
    return DecisionsPage(
        "Decisions",
        tuple(Decision(j.id, j.subject, j.verdict, j.by, j.at, j.reason, j.value, j.id in undone) for j in taken),
        requests(store),
    )


def correction_page(store: Store, subject: str, *, sent: bool = False) -> CorrectionPage:
    """The form for an entry. Raises NotFoundError where there is none."""
    entry = queries.entry(store, subject)
    if isinstance(entry, Statement):
        (shown,) = _entries(store, [entry])
        words, title = shown.words, shown.document_title
    else:
        (pin,) = pinned(store, [entry])
        words, title = pin.words, pin.document_title
    # contacts are for editors alone
    earlier = tuple(
        Request(r.id, r.subject, r.name, "", r.text, r.made, r.reply, r.replied, r.replied_by)
        for r in requests(store, subject=subject)
    )
    return CorrectionPage("Ask for a correction", subject, words, title, sent, earlier)


def _entries(store: Store, statements: Sequence[Statement]) -> tuple[Entry, ...]:
    order = [s.id for s in statements]
    shown = entries_of_hits(store, hits_of(store, order))
    return tuple(sorted(shown, key=lambda entry: order.index(entry.id)))


def _links(store: Store, links: Sequence[Link]) -> tuple[DoubtfulLink, ...]:
    joined = matters_with(store, (link.object for link in links))
    ends = {id for link in links for id in (link.subject, link.object)}
    known, answers = sides(store, ends), entries_of(store, (link.subject for link in links))

    def shown(link: Link) -> DoubtfulLink:
        answer = answers[link.subject]
        disposition = answer.disposition if isinstance(answer, Response) else None
        ends = known[link.subject], known[link.object]
        return DoubtfulLink(
            link.id, link.kind.value, *ends, joined.get(link.object), disposition, link.reason, link.score
        )

    return tuple(shown(link) for link in links if {link.subject, link.object} <= known.keys())
