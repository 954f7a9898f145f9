"""Search: one box, facets with counts, everything kept in the address."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from datetime import date
from enum import StrEnum
from typing import Any
from urllib.parse import urlencode

from answerable.errors import NotFoundError, UsageError
from answerable.model import Act, Medium, Quoted, Ref
from answerable.store import Store, queries
from answerable.store.facets import Facet
from answerable.store.queries import Narrowed, find_actors, matter_ids
from answerable.store.search import Hit, Hits, Wanted, search_sentences, search_statements
from answerable.web.acts import worded
from answerable.web.pages.asked import Asked, asked
from answerable.web.pages.entry import Entry, entries_of_hits

SIZE = 20
LAST = 500
"""The last page of hits that is shown: nobody reads on, and deep pages are slow."""

ENOUGH = 100
"""Where more statements match than this, sentences that nobody is found to say are not looked for as well."""

PARAMETERS = {
    # field of Wanted: name in the address, what readers see
    "act": ("act", "What was done"),
    "speaker": ("speaker", "Who"),
    "target": ("target", "Of whom"),
    "medium": ("medium", "Kind of document"),
    "publisher": ("publisher", "Published by"),
    "quoted": ("quoted", "Quotation"),
    "document": ("document", "Document"),
    "since": ("since", "From"),
    "until": ("until", "To"),
}
CLOSED: dict[str, type[StrEnum]] = {"act": Act, "medium": Medium, "quoted": Quoted}


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of a facet, how many hits have it, and the address of the search with it (or without, when chosen)."""

    name: str
    count: int
    address: str


@dataclass(frozen=True, slots=True)
class FacetGroup:
    """A facet with its most frequent values."""

    field: str
    name: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence that holds the words, outside of what anybody is found to say."""

    document: str
    document_title: str
    publisher: str | None
    published: date | None
    shown: tuple[tuple[str, bool], ...]
    address: str


@dataclass(frozen=True, slots=True)
class SearchPage:
    """What a search finds.

    title: heading of the page
    words: what was typed
    total: how many statements match
    number: which page of the hits this is, from 1
    last: number of the last page that is shown
    entries: the statements of this page
    sentences: sentences of documents that hold the words, at most five, on the first page, where few
        statements match
    sentences_total: how many sentences hold the words
    actors: people and bodies whose name has the letters typed, at most five, on the first page
    matters: things asked for that hold the words, at most five, on the first page
    facets: how the hits can be narrowed, with how many would be left
    chosen: what the search is narrowed by, each with the address of the search without it
    hidden: the narrowing as (name, value) pairs, for the search form
    by_day: whether the latest stand first, instead of the most relevant
    other_order: the address of the same search in the other order
    earlier: address of the page before this, if any
    later: address of the page after this, if any
    """

    title: str
    words: str
    total: int
    number: int
    last: int
    entries: tuple[Entry, ...]
    sentences: tuple[Sentence, ...]
    sentences_total: int
    actors: tuple[Ref, ...]
    matters: tuple[Asked, ...]
    facets: tuple[FacetGroup, ...]
    chosen: tuple[Choice, ...]
    hidden: tuple[tuple[str, str], ...]
    by_day: bool
    other_order: str
    earlier: str | None
    later: str | None


def search_page(store: Store, wanted: Wanted, today: date, number: int = 1) -> SearchPage:
    """Page `number` of the hits, as things stand today. Raises UsageError where the days are the wrong way round."""
    if wanted.since and wanted.until and wanted.since > wanted.until:
        raise UsageError("the first day is after the last")
    if not 1 <= number <= LAST:
        raise NotFoundError(f"a search shows pages 1 to {LAST}")
    ordered = replace(wanted, by_day=wanted.by_day or not wanted.words.strip())
    hits = search_statements(store, ordered, limit=SIZE, offset=(number - 1) * SIZE)
    first = bool(wanted.words.strip()) and number == 1
    wide = first and hits.total <= ENOUGH
    sentences = search_sentences(store, wanted, limit=5) if wide else Hits(0, (), {})
    last = min(LAST, max(1, -(-hits.total // SIZE)))
    return SearchPage(
        title=f"Search: {wanted.words}" if wanted.words else "Every statement",
        words=wanted.words,
        total=hits.total,
        number=number,
        last=last,
        entries=entries_of_hits(store, hits.hits),
        sentences=tuple(_sentence(h) for h in sentences.hits),
        sentences_total=sentences.total,
        actors=find_actors(store, wanted.words.strip()) if first else (),
        matters=asked(store, queries.matters(store, ids=matter_ids(store, Narrowed(wanted.words), limit=5)), today)
        if first
        else (),
        facets=tuple(_groups(wanted, hits.facets)),
        chosen=tuple(_chosen(store, wanted)),
        hidden=tuple((k, v) for k, v in parameters(wanted) if k != "q"),
        by_day=ordered.by_day,
        other_order=address(replace(wanted, by_day=not wanted.by_day)),
        earlier=address(wanted, number - 1) if number > 1 else None,
        later=address(wanted, number + 1) if number < last else None,
    )


def parameters(wanted: Wanted) -> tuple[tuple[str, str], ...]:
    """A search as (name, value) pairs of its address; what is not set is left out."""
    pairs = [("q", wanted.words)]
    for field in fields(wanted):
        value = getattr(wanted, field.name)
        if field.name in PARAMETERS and value:
            pairs.append((PARAMETERS[field.name][0], str(value)))
    if wanted.by_day:
        pairs.append(("order", "day"))
    return tuple((k, v) for k, v in pairs if v)


def address(wanted: Wanted, number: int = 1, path: str = "/search") -> str:
    """The address of a page of a search."""
    pairs = [*parameters(wanted), *([("page", str(number))] if number > 1 else [])]
    return f"{path}?{urlencode(pairs)}" if pairs else path


def _sentence(hit: Hit) -> Sentence:
    at = f"/documents/{hit.document}?at={hit.place[0].start}#here" if hit.place else f"/documents/{hit.document}"
    return Sentence(hit.document, hit.title or hit.url, hit.publisher, hit.published, hit.shown, at)


def _groups(wanted: Wanted, facets: dict[str, tuple[Facet, ...]]) -> Iterable[FacetGroup]:
    for field, (_, name) in PARAMETERS.items():
        found = facets.get(field, ())
        if getattr(wanted, field) is None and len(found) > 1:
            choices = (
                Choice(_shown(field, f.value, f.name), f.count, address(_with(wanted, field, f.value))) for f in found
            )
            yield FacetGroup(field, name, tuple(choices))


def _chosen(store: Store, wanted: Wanted) -> Iterable[Choice]:
    for field, (_, name) in PARAMETERS.items():
        value = getattr(wanted, field)
        if value:
            shown = _name_of(store, field, value)
            without: dict[str, Any] = {field: None}
            yield Choice(f"{name}: {shown}", 0, address(replace(wanted, **without)))


def _name_of(store: Store, field: str, value: object) -> str:
    """What readers see of a chosen value; an actor or document that is not there raises NotFoundError."""
    if field in ("speaker", "target"):
        return queries.actor(store, str(value)).name
    if field == "document":
        source = queries.document(store, str(value)).source
        return source.title or source.url
    return worded(value) if isinstance(value, StrEnum) else str(value)


def _with(wanted: Wanted, field: str, value: str) -> Wanted:
    kind = CLOSED.get(field)
    given: dict[str, Any] = {field: kind(value) if kind else value}
    return replace(wanted, **given)


def _shown(field: str, value: str, name: str) -> str:
    kind = CLOSED.get(field)
    return worded(kind(value)) if kind else name
