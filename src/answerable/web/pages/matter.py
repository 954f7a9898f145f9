"""One thing that was asked for, with all that hangs on it in order of day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from itertools import groupby

from answerable.model import LinkKind, Matter, Ref
from answerable.store import Store, queries
from answerable.store.queries import inquiry_of
from answerable.text import shortened
from answerable.web.pages.asked import Asked, asked, entries
from answerable.web.pages.decided import corrected_matters
from answerable.web.pages.grounds import Ground, grounds
from answerable.web.pages.pinned import Pinned, pinned


@dataclass(frozen=True, slots=True)
class Joined:
    """Why an entry hangs on this matter: the program's link, with its reason and score."""

    id: str
    kind: LinkKind
    entry: str
    reason: str
    score: float


@dataclass(frozen=True, slots=True)
class MatterPage:
    """The thread of one ask.

    title: what it is: "Recommendation 4 of the Quill Inquiry"
    id: the matter's id
    inquiry: the inquiry whose recommendation it is
    matter: the ask with its answers, promises and claims
    grounds: what those who refused said besides no
    repeats: other tellings of the same ask, and earlier asks that it makes again
    thread: every entry but the counts, in order of day; those without one last
    counts: what is said of all recommendations of the inquiry together, in order of day, once for the same words
    missing: what has been looked for, besides an answer, and not been found, in sentences
    joined: why each entry hangs here
    """

    title: str
    id: str
    inquiry: Ref | None
    matter: Asked
    grounds: tuple[Ground, ...]
    repeats: tuple[Pinned, ...]
    thread: tuple[Pinned, ...]
    counts: tuple[Pinned, ...]
    missing: tuple[str, ...]
    joined: tuple[Joined, ...]


def matter_page(store: Store, id: str, today: date) -> MatterPage:
    """The page of a matter. Raises NotFoundError where there is none."""
    (matter,) = corrected_matters(store, [queries.matter(store, id)])
    (row,) = asked(store, [matter], today)
    inquiry = _inquiry(store, matter)
    every = sorted(pinned(store, entries(matter)), key=partial(_in_order, matter.ask.id))
    counts = {c.id for c in matter.counts}
    return MatterPage(
        title=_title(row, inquiry),
        id=id,
        inquiry=inquiry,
        matter=row,
        grounds=grounds(store, matter.responses) if matter.ask.number is None else (),
        repeats=pinned(store, matter.repeats),
        thread=tuple(p for p in every if p.id not in counts),
        counts=tuple(_told_once(p for p in every if p.id in counts)),
        missing=tuple(_missing(row, today)),
        joined=tuple(Joined(k.id, k.kind, k.subject, k.reason, k.score) for k in matter.links),
    )


def _in_order(ask: str, entry: Pinned) -> tuple[date, bool]:
    """By day; what has none comes last, unless it is the ask."""
    return entry.day or (date.min if entry.id == ask else date.max), entry.id != ask


def _inquiry(store: Store, matter: Matter) -> Ref | None:
    id = inquiry_of(store, [matter.id]).get(matter.id)
    return Ref(id, queries.inquiry(store, id).name) if id else None


def _told_once(counts: Iterable[Pinned]) -> Iterator[Pinned]:
    """Counts that the same words give ("three are complete, nine in progress") as one, with all that they say."""
    for _, given in groupby(counts, key=lambda p: (p.day, p.document, p.words)):
        first, *more = given
        yield replace(first, label="; ".join((first.label, *(p.label for p in more))))


def _title(row: Asked, inquiry: Ref | None) -> str:
    if row.number:
        return f"Recommendation {row.number}" + (f" of {_the(inquiry.name)}" if inquiry else "")
    if inquiry:
        who = f" by {row.ask.by.name}" if row.ask.by else ""
        return f"{row.ask.label.capitalize()}{who}: {inquiry.name}"
    return f"{row.ask.label.capitalize()}: {shortened(row.ask.words, 80)}"


def _the(name: str) -> str:
    return name if name.lower().startswith("the ") else f"the {name}"


def _missing(row: Asked, today: date) -> list[str]:
    """Not found is not "not done": each sentence says what was looked for, and up to when."""
    up_to = f"{today.day} {today:%B %Y}"
    said = []
    if not row.promises:
        said.append(f"No promise found up to {up_to}.")
    elif not any(p.due and p.due.end for p in row.promises):
        said.append("No promise found here sets a day.")
    if not row.claims:
        said.append(f"Nobody is found to say how far it has got, up to {up_to}.")
    return said
