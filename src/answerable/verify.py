"""Reads the sources again and says of each pin whether its words still stand there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from answerable.ingest import Failure, Told, Workers, read_all
from answerable.model import Document, Extraction
from answerable.text import Fate, Quote, Span, locate

if TYPE_CHECKING:
    from answerable.store import Store
    from answerable.store.queries import Version


@dataclass(frozen=True, slots=True)
class Pin:
    """A place that shows an entry: where it stood, its words, what has become of it and where it stands now."""

    entry: str
    place: Span
    words: str
    fate: Fate
    now: Span | None


@dataclass(frozen=True, slots=True)
class Verified:
    """A document whose source was read again, with all its pins."""

    document: str
    url: str
    pins: tuple[Pin, ...]


def verify(store: Store, workers: Workers) -> Iterator[Verified | Failure]:
    """Every current source that can be read again, with its pins; every other as a Failure.

    Where text was recognised in pictures before, it is recognised again.
    """
    from answerable.store import queries

    waiting = {version.source.url: version for version in queries.current_versions(store)}
    files: dict[str, list[str]] = defaultdict(list)
    for url, version in waiting.items():
        files[_file(version)].append(url)
    told = Told(ocr=any(version.ocr for version in waiting.values()))
    for read in read_all(list(files), told, workers):
        if isinstance(read, Failure):
            for url in files[read.name]:
                waiting.pop(url, None)
            yield read
        elif before := waiting.pop(read.source.url, None):
            yield _verified(before.document, read, store)
    for url in waiting:
        yield Failure(url, "is no longer there")


def _file(version: Version) -> str:
    """The file or address to read: for one text of many in a file, the file."""
    return version.source.url.removesuffix(f"#{version.name}") if version.name else version.source.url


def _verified(id: str, now: Document, store: Store) -> Verified:
    from answerable.store import queries

    before = now if now.id == id else queries.document(store, id)
    found = []
    for entry, place in places(queries.extraction(store, before.id)):
        fate: Fate = Fate.FOUND
        stands: Span | None = place
        if now.id != before.id:
            fate, stands = locate(now.text, Quote.at(before.text, place), place.start)
        found.append(Pin(entry, place, place.of(before.text), fate, stands))
    return Verified(before.id, now.source.url, tuple(found))


def places(extraction: Extraction) -> Iterator[tuple[str, Span]]:
    """Every place that an entry of an extraction is pinned to, with the entry's id."""
    for statement in extraction.statements:
        for span in (*statement.source, *statement.cue, *statement.content):
            yield statement.id, span
    for entries in (extraction.asks, extraction.responses, extraction.commitments, extraction.progress):
        for entry in entries:
            yield entry.id, entry.span
    for count in extraction.counts:
        yield count.id, count.span
    for inquiry in extraction.inquiries:
        for event in inquiry.events:
            yield event.id, event.span
