"""What people decide on and ask about: entries and actors, also those that an editor has rejected."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from answerable.model import Statement
from answerable.store import Store
from answerable.store.queries import actors_of, entries_of, heads
from answerable.store.search import hits_of
from answerable.text import on_one_line


@dataclass(frozen=True, slots=True)
class Subject:
    """What a decision is on: the words or the name, the address that shows it, and the document that it stands in.

    An actor stands in no document, and has no title here.
    """

    words: str
    address: str
    document_title: str


def subjects(store: Store, ids: Iterable[str]) -> dict[str, Subject]:
    """Entries and actors by id; what the record has no more is left out.

    Entries open at their place, where the words stand even when an editor has rejected the entry.
    """
    wanted = list(ids)
    held = entries_of(store, wanted)
    said = _words(store, [id for id, entry in held.items() if isinstance(entry, Statement)])
    titles = heads(store, (entry.document for entry in held.values()))
    found = {a.id: Subject(a.name, f"/actors/{a.id}", "") for a in actors_of(store, wanted).values()}
    for id, entry in held.items():
        if isinstance(entry, Statement):
            start, words = min((s.start for s in entry.content), default=0), said.get(id, "")
        else:
            start, words = entry.span.start, on_one_line(entry.text)
        found[id] = Subject(words, f"/documents/{entry.document}?at={start}#here", titles[entry.document].title)
    return found


def _words(store: Store, statements: Sequence[str]) -> Mapping[str, str]:
    hits = hits_of(store, statements)
    return {h.statement.id: on_one_line("".join(text for text, _ in h.shown)) for h in hits if h.statement}
