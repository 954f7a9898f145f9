"""What changed in a document since the version before it at the same address."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from difflib import SequenceMatcher
from enum import StrEnum

from answerable.errors import NotFoundError
from answerable.model import Document
from answerable.store import Store, queries
from answerable.web.pages.entry import title_of
from answerable.web.reading import blocks


class Kind(StrEnum):
    """What became of a paragraph."""

    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Change:
    """Paragraphs that were added, removed or left; of many that were left only their number is told."""

    kind: Kind
    paragraphs: tuple[str, ...]
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class ChangesPage:
    """The differences between two versions of a document.

    title: the document's title
    id: the later text
    earlier: the text before it
    read: when the later text was read
    earlier_read: when the earlier text was read
    changes: the paragraphs in order
    """

    title: str
    id: str
    earlier: str
    read: datetime | None
    earlier_read: datetime | None
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
    old, new = _paragraphs(queries.document(store, earlier.document)), _paragraphs(document)
    return ChangesPage(
        title_of(document.source),
        id,
        earlier.document,
        mine.source.retrieved,
        earlier.source.retrieved,
        _compared(old, new),
    )


def _paragraphs(document: Document) -> list[str]:
    return [" ".join(b.span.of(document.text).split()) for b in blocks(document)]


def _compared(old: list[str], new: list[str]) -> tuple[Change, ...]:
    made: list[Change] = []
    for what, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what == "equal":
            kept = tuple(new[c:d])
            made.append(
                Change(Kind.SAME, kept if d - c <= 3 else (kept[0], kept[-1]), max(0, d - c - 2) if d - c > 3 else 0)
            )
            continue
        if b > a:
            made.append(Change(Kind.REMOVED, tuple(old[a:b])))
        if d > c:
            made.append(Change(Kind.ADDED, tuple(new[c:d])))
    return tuple(made)
