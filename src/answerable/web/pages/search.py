"""Search: one box, facets with counts, everything kept in the address."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from datetime import date
from enum import StrEnum
from typing import Any
from urllib.parse import urlencode

from answerable.errors import NotFoundError, UsageError
from answerable.model import Act, AskKind, Disposition, Medium, Quoted, Ref, Status
from answerable.store import Store, queries
from answerable.store.facets import Facet
from answerable.store.queries import (
    FIELDS,
    Head,
    MatterHits,
    Narrowed,
    Order,
    find_actors,
    find_documents,
    search_matters,
)
from answerable.store.search import Hit, Hits, Wanted, search_sentences, search_statements
from answerable.web.acts import worded
from answerable.web.pages.asked import Asked, asked
from answerable.web.pages.entry import Entry, entries_of_hits
from answerable.web.render import day

SIZE = 20
LAST = 500
"""The last page of hits that is shown: nobody reads on, and deep pages are slow."""

ENOUGH = 100
"""Where more statements match than this, sentences that nobody is found to say are not looked for as well."""

COUNTED = 2_000
"""So many of the statements that match are counted; where there may be more, the page says so."""

FEW = 5
"""So many sentences, and things asked for, stand below the statements."""

PARAMETERS = {
    # field of Wanted, also its name in the address: what readers see
    "act": "What was done",
    "speaker": "Who",
    "target": "Of whom",
    "kind": "Kind of ask",
    "inquiry": "Inquiry",
    "disposition": "Some answer says",
    "status": "Somebody claims",
    "medium": "Kind of document",
    "publisher": "Published by",
    "quoted": "Quotation",
    "document": "Document",
    "since": "From",
    "until": "To",
}
CLOSED: dict[str, type[StrEnum]] = {
    "act": Act,
    "medium": Medium,
    "quoted": Quoted,
    "kind": AskKind,
    "disposition": Disposition,
    "status": Status,
}
OF_ASKS = ("kind", "inquiry", "disposition", "status")
"""The facets that only what was asked for has."""


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
    total: how many match of what is listed, as far as they are counted
    more: whether there may be more than were counted, of all and of each facet
    number: which page of the hits this is, from 1
    last: number of the last page that is shown
    entries: the statements of this page
    sentences: sentences of documents that hold the words, at most five, on the first page, where few
        statements match
    sentences_total: how many sentences hold the words, as far as they are counted
    more_sentences: whether there may be more of them
    actors: people and bodies whose name has the letters typed, at most five, on the first page
    documents: documents that have the words in their title, at most five, on the first page
    asks: whether only what was asked for is listed, and no statements
    matters: things asked for that match: those of this page where only they are listed, else at most five
    matters_total: how many match
    all_matters: the address of the same search among what was asked for alone
    facets: how the statements, or what was asked for, can be narrowed, with how many would be left
    asked_facets: beside statements: how what was asked for can be narrowed
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
    more: bool
    number: int
    last: int
    entries: tuple[Entry, ...]
    sentences: tuple[Sentence, ...]
    sentences_total: int
    more_sentences: bool
    actors: tuple[Ref, ...]
    documents: tuple[Head, ...]
    asks: bool
    matters: tuple[Asked, ...]
    matters_total: int
    all_matters: str
    facets: tuple[FacetGroup, ...]
    asked_facets: tuple[FacetGroup, ...]
    chosen: tuple[Choice, ...]
    hidden: tuple[tuple[str, str], ...]
    by_day: bool
    other_order: str
    earlier: str | None
    later: str | None


def search_page(store: Store, wanted: Wanted, today: date, number: int = 1) -> SearchPage:
    """Page `number` of the hits, as things stand today. Raises UsageError where the days are the wrong way round."""
    _check(wanted)
    if not 1 <= number <= LAST:
        raise NotFoundError(f"a search shows pages 1 to {LAST}")
    ordered = replace(wanted, by_day=wanted.by_day or not wanted.words.strip())
    hits = search_statements(store, ordered, limit=SIZE, offset=(number - 1) * SIZE, most=COUNTED)
    first = bool(wanted.words.strip()) and number == 1
    found = _asked(store, ordered, number)
    total = found.total if wanted.of_asks else hits.total
    more = total == COUNTED and not wanted.of_asks and bool(parameters(wanted))
    few = first and not wanted.of_asks and total <= ENOUGH
    sentences = search_sentences(store, wanted, limit=FEW, most=COUNTED) if few else Hits(0, (), {})
    last = min(LAST, max(1, -(-total // SIZE)))
    asked_of = {**found.facets, "target": found.facets["addressee"]}
    return SearchPage(
        title=_title(wanted),
        words=wanted.words,
        total=total,
        more=more,
        number=number,
        last=last,
        entries=entries_of_hits(store, hits.hits),
        sentences=tuple(_sentence(h) for h in sentences.hits),
        sentences_total=sentences.total,
        more_sentences=sentences.total == COUNTED,
        actors=find_actors(store, wanted.words.strip()) if first else (),
        documents=find_documents(store, wanted.words) if first else (),
        asks=wanted.of_asks,
        matters=asked(store, queries.matters(store, ids=found.ids), today),
        matters_total=found.total,
        all_matters=address(replace(wanted, asks=True)),
        facets=tuple(_groups(wanted, asked_of if wanted.of_asks else hits.facets)),
        asked_facets=() if wanted.of_asks else tuple(_groups(wanted, {f: found.facets[f] for f in OF_ASKS}, least=1)),
        chosen=tuple(_chosen(store, wanted)),
        hidden=tuple((k, v) for k, v in parameters(wanted) if k != "q"),
        by_day=ordered.by_day,
        other_order=address(replace(wanted, by_day=not wanted.by_day)),
        earlier=address(wanted, number - 1) if number > 1 else None,
        later=address(wanted, number + 1) if number < last else None,
    )


def _asked(store: Store, wanted: Wanted, number: int) -> MatterHits:
    """What was asked for that matches: a page of it, or the first few beside statements, none beside later pages."""
    if wanted.of_statements:
        return MatterHits(0, (), dict.fromkeys(FIELDS, ()))
    same = {f.name: getattr(wanted, f.name) for f in fields(Narrowed) if hasattr(wanted, f.name)}
    narrowed = Narrowed(**{**same, "addressee": wanted.target})
    order = Order.DAY if wanted.by_day else Order.RELEVANCE
    if wanted.of_asks:
        return search_matters(store, narrowed, order=order, limit=SIZE, offset=(number - 1) * SIZE)
    few = FEW if number == 1 and narrowed != Narrowed() else 0
    return search_matters(store, narrowed, order=order, limit=few)


def told(store: Store, wanted: Wanted) -> str:
    """A search in words: "Search: ferry; Who: Mara Loxley". Raises as `search_page` does."""
    _check(wanted)
    return "; ".join((_title(wanted), *(chosen.name for chosen in _chosen(store, wanted))))


def _check(wanted: Wanted) -> None:
    if wanted.since and wanted.until and wanted.since > wanted.until:
        raise UsageError("the first day is after the last")


def _title(wanted: Wanted) -> str:
    if wanted.words:
        return f"Search: {wanted.words}"
    return "What was asked for" if wanted.of_asks else "Every statement"


def parameters(wanted: Wanted) -> tuple[tuple[str, str], ...]:
    """A search as (name, value) pairs of its address; what is not set is left out."""
    pairs = [("q", wanted.words)]
    for field in fields(wanted):
        value = getattr(wanted, field.name)
        if field.name in PARAMETERS and value:
            pairs.append((field.name, str(value)))
    pairs += [("show", "asks")] if wanted.asks else []
    pairs += [("order", "day")] if wanted.by_day else []
    return tuple((k, v) for k, v in pairs if v)


def address(wanted: Wanted, number: int = 1, path: str = "/search") -> str:
    """The address of a page of a search."""
    pairs = [*parameters(wanted), *([("page", str(number))] if number > 1 else [])]
    return f"{path}?{urlencode(pairs)}" if pairs else path


def _sentence(hit: Hit) -> Sentence:
    at = f"/documents/{hit.document}?at={hit.place[0].start}#here" if hit.place else f"/documents/{hit.document}"
    return Sentence(hit.document, hit.title or hit.url, hit.publisher, hit.published, hit.shown, at)


def _groups(wanted: Wanted, facets: dict[str, tuple[Facet, ...]], least: int = 2) -> Iterable[FacetGroup]:
    """The facets that nothing is chosen of yet and that have `least` values."""
    for field, name in PARAMETERS.items():
        found = facets.get(field, ())
        if getattr(wanted, field) is None and len(found) >= least:
            choices = (
                Choice(_shown(field, f.value, f.name), f.count, address(_with(wanted, field, f.value))) for f in found
            )
            yield FacetGroup(field, name, tuple(choices))


def _chosen(store: Store, wanted: Wanted) -> Iterable[Choice]:
    if wanted.asks:
        yield Choice("Only what was asked for", 0, address(replace(wanted, asks=False)))
    for field, name in PARAMETERS.items():
        value = getattr(wanted, field)
        if value:
            shown = _name_of(store, field, value)
            without: dict[str, Any] = {field: None}
            yield Choice(f"{name}: {shown}", 0, address(replace(wanted, **without)))


def _name_of(store: Store, field: str, value: object) -> str:
    """What readers see of a chosen value; an actor, inquiry or document that is not there raises NotFoundError."""
    if field in ("speaker", "target"):
        return queries.actor(store, str(value)).name
    if field == "inquiry":
        return queries.inquiry(store, str(value)).name
    if field == "document":
        source = queries.document(store, str(value)).source
        return source.title or source.url
    if isinstance(value, date):
        return day(value)
    return worded(value) if isinstance(value, StrEnum) else str(value)


def _with(wanted: Wanted, field: str, value: str) -> Wanted:
    kind = CLOSED.get(field)
    given: dict[str, Any] = {field: kind(value) if kind else value}
    return replace(wanted, **given)


def _shown(field: str, value: str, name: str) -> str:
    kind = CLOSED.get(field)
    return worded(kind(value)) if kind else name
