"""One person or body: offices, what it said, what was said of it, what it was asked and what it promised."""

from __future__ import annotations

from dataclasses import dataclass

from answerable.model import ActorKind, Post
from answerable.store import Store, queries
from answerable.store.queries import Relation, asks_of, disputes_of_actor, promises_by, relations
from answerable.store.search import Wanted, search_statements
from answerable.web.pages.decided import corrected
from answerable.web.pages.entry import Entry, entries_of_hits
from answerable.web.pages.pinned import Pinned, pinned
from answerable.web.pages.positions import Issue, issues
from answerable.web.pages.sides import Pair, pairs

SHOWN = 10


@dataclass(frozen=True, slots=True)
class Said:
    """The latest statements of a kind, and how many there are in all."""

    total: int
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class ActorPage:
    """A person or body.

    title: the fullest name
    id: the record's id of it
    kind: person, organisation, office, group or work
    names: other names that documents use
    posts: offices held, with their days where known
    identifiers: (scheme, value) pairs elsewhere
    said: what it said, the latest first
    said_of: what others said of it, the latest first
    asked: what it was asked to do
    promised: what it promised
    issues: what it said on one thing over time, and where its later words take the other side
    disputes: claims set against claims, where it is a side of them
    relations: who did what to whom, where it is one of the two
    """

    title: str
    id: str
    kind: ActorKind
    names: tuple[str, ...]
    posts: tuple[Post, ...]
    identifiers: tuple[tuple[str, str], ...]
    said: Said
    said_of: Said
    asked: tuple[Pinned, ...]
    promised: tuple[Pinned, ...]
    issues: tuple[Issue, ...]
    disputes: tuple[Pair, ...]
    relations: tuple[Relation, ...]


def actor_page(store: Store, id: str) -> ActorPage:
    """The page of an actor of the record. Raises NotFoundError where there is none."""
    actor = queries.actor(store, id)
    return ActorPage(
        title=actor.name,
        id=id,
        kind=actor.kind,
        names=tuple(name for name in actor.names if name != actor.name),
        posts=actor.posts,
        identifiers=actor.identifiers,
        said=_said(store, Wanted(speaker=id, by_day=True)),
        said_of=_said(store, Wanted(target=id, by_day=True)),
        asked=pinned(store, corrected(store, asks_of(store, id))),
        promised=pinned(store, corrected(store, promises_by(store, id))),
        issues=issues(store, actor),
        disputes=pairs(store, disputes_of_actor(store, id)),
        relations=relations(store, [id], limit=40),
    )


def _said(store: Store, wanted: Wanted) -> Said:
    found = search_statements(store, wanted, limit=SHOWN)
    return Said(found.total, entries_of_hits(store, found.hits))
