"""What changed in a document since the version before it at the same address."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import groupby

from answerable.errors import NotFoundError
from answerable.model import Document
from answerable.store import Store, queries
from answerable.text import CELLS
from answerable.web.pages.entry import title_of
from answerable.web.reading import blocks

ALIKE, NEAR = 0.5, 12
"""Two paragraphs that share more of their words are one, altered; it is looked for among so many that follow."""


class Kind(StrEnum):
    """What became of a paragraph."""

    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"
    ALTERED = "altered"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of an altered paragraph that were added, removed or left."""

    kind: Kind
    words: str


@dataclass(frozen=True, slots=True)
class Change:
    """Paragraphs that were added, removed or left; of many that were left only their number is told.

    An altered paragraph stands alone, as it reads now; `stretches` are its words and those that were taken out.
    """

    kind: Kind
    paragraphs: tuple[str, ...]
    left_out: int = 0
    stretches: tuple[Stretch, ...] = ()


@dataclass(frozen=True, slots=True)
class ChangesPage:
    """The differences between two versions of a document.

    title: the document's title
    id: the later text
    earlier: the text before it
    read: when the later text was read
    earlier_read: when the earlier text was read
    added: how many paragraphs were added
    removed: how many were taken out
    altered: how many read otherwise now
    changes: the paragraphs in order
    """

    title: str
    id: str
    earlier: str
    read: datetime | None
    earlier_read: datetime | None
    added: int
    removed: int
    altered: int
    changes: tuple[Change, ...]


def changes_page(store: Store, id: str) -> ChangesPage:
    """What changed in a text since the version before. Raises NotFoundError where there is none before it."""
    document = queries.document(store, id)
    versions = queries.versions(store, id)
    mine = max((v for v in versions if v.document == id), key=lambda v: v.version)
    before = [v for v in versions if v.source.url == mine.source.url and v.version < mine.version]
    if not before:
        raise NotFoundError("there is no earlier version of this document")
    earlier = max(before, key=lambda v: v.version)
    changes = compared(paragraphs(queries.document(store, earlier.document)), paragraphs(document))
    return ChangesPage(
        title=title_of(document.source),
        id=id,
        earlier=earlier.document,
        read=mine.source.retrieved,
        earlier_read=earlier.source.retrieved,
        added=sum(len(c.paragraphs) for c in changes if c.kind is Kind.ADDED),
        removed=sum(len(c.paragraphs) for c in changes if c.kind is Kind.REMOVED),
        altered=sum(c.kind is Kind.ALTERED for c in changes),
        changes=changes,
    )


def paragraphs(document: Document) -> list[str]:
    """The paragraphs of a document, each on one line; a row of a table is one, its cells apart."""
    found: list[str] = []
    for row, run in groupby(blocks(document), key=lambda block: block.row):
        told = [" ".join(block.span.of(document.text).split()) for block in run]
        found += told if row is None else [CELLS.join(told)]
    return found


def compared(old: Sequence[str], new: Sequence[str]) -> tuple[Change, ...]:
    """What became of the paragraphs `old` in the paragraphs `new`, in the order of the later text."""
    made: list[Change] = []
    for what, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what == "equal":
            kept = tuple(new[c:d])
            made.append(
                Change(Kind.SAME, kept if d - c <= 3 else (kept[0], kept[-1]), max(0, d - c - 2) if d - c > 3 else 0)
            )
        else:
            made += _replaced(old[a:b], new[c:d])
    return tuple(made)


def _replaced(old: Sequence[str], new: Sequence[str]) -> Iterator[Change]:
    """Paragraphs that came in the place of others; those that share most of their words are told as altered."""
    at = 0
    for n, paragraph in enumerate(new):
        twin = next((o for o in range(at, min(len(old), at + NEAR)) if _alike(old[o], paragraph)), None)
        if twin is None:
            yield Change(Kind.ADDED, (paragraph,))
            continue
        yield from (Change(Kind.REMOVED, (gone,)) for gone in old[at:twin])
        yield Change(Kind.ALTERED, (paragraph,), stretches=tuple(_stretches(old[twin].split(), new[n].split())))
        at = twin + 1
    yield from (Change(Kind.REMOVED, (gone,)) for gone in old[at:])


def _alike(one: str, other: str) -> bool:
    words = SequenceMatcher(None, one.split(), other.split(), autojunk=False)
    return words.real_quick_ratio() > ALIKE and words.quick_ratio() > ALIKE and words.ratio() > ALIKE


def _stretches(old: Sequence[str], new: Sequence[str]) -> Iterator[Stretch]:
    for what, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what == "equal":
            yield Stretch(Kind.SAME, " ".join(new[c:d]))
            continue
        if b > a:
            yield Stretch(Kind.REMOVED, " ".join(old[a:b]))
        if d > c:
            yield Stretch(Kind.ADDED, " ".join(new[c:d]))
