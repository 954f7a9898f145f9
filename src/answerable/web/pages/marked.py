"""The entries of a document as marks in its text, and which of them stand in its margin."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from answerable.model import Act, Document, Statement, Voice
from answerable.store import Store, queries
from answerable.text import Span, Spans, envelope
from answerable.web.acts import Family, family
from answerable.web.highlight import Role
from answerable.web.pages.decided import Overlay, corrected
from answerable.web.pages.entry import Entry, actors_in, entry_of
from answerable.web.pages.pinned import FAMILY, Pinnable, Pinned, pinned

MAIN = (Role.CONTENT, Role.ENTRY)
"""The roles of the words that an entry is about."""


@dataclass(frozen=True, slots=True)
class Mark:
    """An entry in the text: its spans by role, and the note or pin that stands for it in the margin."""

    id: str
    family: Family
    layers: tuple[tuple[Role, Spans], ...]
    note: Entry | None = None
    pin: Pinned | None = None

    @property
    def begins(self) -> int:
        """Where the words that it is about begin."""
        return min((s.start for role, spans in self.layers if role in MAIN for s in spans), default=self.first)

    @property
    def first(self) -> int:
        """Where any of its words begin."""
        return min((s.start for _, spans in self.layers for s in spans), default=0)


def marks_of(store: Store, document: Document, chosen: str | None) -> tuple[Mark, ...]:
    """The entries of a document as marks.

    What its author merely states is not marked, unless the reader came for it: all of the document is that. A statement
    whose words an ask, answer, promise or claim tells leaves the margin to it, so that nothing is noted twice.
    """
    found = queries.entries_in(store, document.id)
    said = Overlay.on(store, (s.id for s in found.statements)).shown(found.statements)
    joined = queries.known_as(store, actors_in(*said))
    others: tuple[Pinnable, ...] = (
        *corrected(store, found.asks),
        *corrected(store, found.responses),
        *corrected(store, found.commitments),
        *corrected(store, found.progress),
        *corrected(store, found.counts),
    )
    pins = {p.id: p for p in pinned(store, others)}
    entries = [
        Mark(e.id, pins[e.id].family, ((Role.ENTRY, (e.span,)),), pin=pins[e.id]) for e in others if e.id in pins
    ]
    told = _told(said, others) - {chosen}
    plain = {s.id for s in said if s.voice is Voice.AUTHORIAL and s.act is Act.STATE} - {chosen}
    statements = [
        Mark(
            s.id,
            family(s.act),
            ((Role.SOURCE, s.source), (Role.CUE, s.cue), (Role.CONTENT, () if s.id in told else s.content)),
            note=None if s.id in told else entry_of(s, document, joined),
        )
        for s in said
        if s.id not in plain
    ]
    return (*statements, *entries)


def _told(said: Sequence[Statement], others: Iterable[Pinnable]) -> set[str | None]:
    """Ids of the statements that another entry is read from, or that one of their own family tells in their words."""
    read: set[str | None] = set()
    spans: dict[Family, list[Span]] = {}
    for entry in others:
        read.add(entry.statement)
        spans.setdefault(FAMILY[type(entry)], []).append(entry.span)
    return read | {s.id for s in said if s.content and _same_words(s.content, spans.get(family(s.act), ()))}


def _same_words(content: Spans, told: Iterable[Span]) -> bool:
    """Whether one place holds all of the words, or they hold it."""
    whole = envelope(content)
    return any(span.contains(whole) or any(part.contains(span) for part in content) for span in told)
