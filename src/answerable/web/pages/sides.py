"""Entries of any kind as pages show them, and pairs of them set side by side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from answerable.model import Link, LinkKind, Statement
from answerable.store import Store
from answerable.store.queries import entries_of
from answerable.store.search import hits_of
from answerable.web.pages.decided import corrected
from answerable.web.pages.entry import Entry, entries_of_hits
from answerable.web.pages.pinned import Pinned, pinned

Side = Entry | Pinned


@dataclass(frozen=True, slots=True)
class Pair:
    """Two entries set side by side: the claim, and the counter-claim or reply.

    `id` is that of the link, /disputes/<id> shows it; `reason` is why the program sets them side by side, in words
    that take no side, and `score` how sure it is.
    """

    id: str
    kind: LinkKind
    claim: Side
    counter: Side
    reason: str
    score: float


def sides(store: Store, ids: Iterable[str]) -> dict[str, Side]:
    """Entries of any kind by id, as people have corrected them; what they rejected is left out."""
    held = entries_of(store, ids)
    said = hits_of(store, [id for id, entry in held.items() if isinstance(entry, Statement)])
    others = [entry for entry in held.values() if not isinstance(entry, Statement)]
    found: dict[str, Side] = {entry.id: entry for entry in entries_of_hits(store, said)}
    found.update({p.id: p for p in pinned(store, corrected(store, others))})  # type: ignore[type-var]  # of many kinds
    return found


def pairs(store: Store, links: Sequence[Link]) -> tuple[Pair, ...]:
    """The pairs that links of disputes set side by side, in their order; those with a side that is gone left out."""
    known = sides(store, {id for link in links for id in (link.subject, link.object)})
    return tuple(
        Pair(k.id, k.kind, known[k.object], known[k.subject], k.reason, k.score)
        for k in links
        if {k.subject, k.object} <= known.keys()
    )


def speaker_of(side: Side) -> str:
    """The name of whoever a side comes from."""
    ref = side.speaker if isinstance(side, Entry) else side.by
    return ref.name if ref else "somebody not named"
