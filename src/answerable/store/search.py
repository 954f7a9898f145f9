"""Full-text search over statements and sentences, with facets."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from answerable import model
from answerable.store.database import Store
from answerable.text import Spans

FACET_VALUES = 20
"""How many values of a facet are counted out, the most frequent first."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to look for. Empty `words` match everything; the other fields narrow it down.

    `words` is what a user typed: all words must occur, in any form ("inquiries" finds "inquiry"); what stands in
    double quotes must occur as it stands. It is never a syntax error. `speaker` and `target` are ids of actors of the
    record; `since` and `until` are inclusive. `by_day` sorts by day, the latest first, instead of by relevance.
    """

    words: str = ""
    act: model.Act | None = None
    speaker: str | None = None
    target: str | None = None
    quoted: model.Quoted | None = None
    medium: model.Medium | None = None
    publisher: str | None = None
    document: str | None = None
    since: date | None = None
    until: date | None = None
    by_day: bool = False


Shown = tuple[tuple[str, bool], ...]
"""A text in pieces, each with whether it matches what was looked for."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A statement or sentence that matches, the document that it stands in, and its words with the matches marked."""

    document: str
    title: str
    url: str
    publisher: str | None
    published: date | None
    place: Spans
    shown: Shown
    statement: model.Statement | None = None


@dataclass(frozen=True, slots=True)
class Facet:
    """One value by which the hits can be narrowed, with how many would be left; `name` is what to show."""

    value: str
    name: str
    count: int


@dataclass(frozen=True, slots=True)
class Hits:
    """One page of hits, how many there are in all, and the facets of all of them by field of Wanted."""

    total: int
    hits: tuple[Hit, ...]
    facets: dict[str, tuple[Facet, ...]]


def search_statements(store: Store, wanted: Wanted, *, limit: int = 20, offset: int = 0) -> Hits:
    """The statements that match, one page of them, with facets over act, speaker, medium and publisher."""
    raise NotImplementedError


def search_sentences(store: Store, wanted: Wanted, *, limit: int = 20, offset: int = 0) -> Hits:
    """The sentences that match. Of the narrowing fields only medium, publisher, document and days apply."""
    raise NotImplementedError
