"""What waits for an editor, and what editors have decided."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from answerable.model import Act, Disposition, Judgement, Link, Response, Statement
from answerable.store import Store
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
from answerable.web.pages.sides import Side, sides
from answerable.web.pages.subjects import Subject, subjects


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
    subjects: for each entry that they are about and that the record still has, its words and its place
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
    subjects: dict[str, Subject]
    links: tuple[DoubtfulLink, ...]
    merges: tuple[Merge, ...]
    statements: tuple[Entry, ...]
    acts: tuple[Act, ...]
    dispositions: tuple[Disposition, ...]


@dataclass(frozen=True, slots=True)
class SignInPage:
    """The form by which editors sign in.

    title: heading of the page
    failed: whether a name and password have just been refused
    """

    title: str
    failed: bool


def review_page(store: Store, done: str | None = None, *, busy: bool = False) -> ReviewPage:
    """The queue. `done` is the id of the decision just taken."""
    taken = [j for j in decisions(store, limit=20) if j.id == done]
    asked = requests(store, open_only=True)
    return ReviewPage(
        title="Review",
        waiting=waiting(store),
        busy=busy,
        done=taken[0] if taken else None,
        requests=asked,
        subjects=subjects(store, (r.subject for r in asked)),
        links=_links(store, doubtful_links(store)),
        merges=likely_merges(store, limit=10),
        statements=_entries(store, doubtful_statements(store)),
        acts=tuple(Act),
        dispositions=tuple(Disposition),
    )


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
