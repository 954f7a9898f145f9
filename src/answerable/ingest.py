"""fetch -> read -> extract -> store -> record: where pure code meets the world.

Reading and extracting happen in workers, storing happens here, one transaction a document. An input that cannot be used
becomes a Failure in its place and the others go on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cache
from pathlib import Path
from traceback import extract_tb
from typing import TYPE_CHECKING, Any

from answerable.errors import InputError
from answerable.fetch import fetch, is_address
from answerable.fetch.feeds import addresses, is_feed
from answerable.model import Document, Extraction, Source
from answerable.scale import AHEAD, Here, in_order, settled
from answerable.text import Span

if TYPE_CHECKING:
    from answerable.extract.tagger import Tagger
    from answerable.registry import Registry
    from answerable.store import Store
    from answerable.store.writes import Added


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that could not be used: its name as the user gave it, and the reason."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class Stored:
    """A document that the store now holds, and what became of it."""

    name: str
    document: str
    added: Added
    statements: int = 0


@dataclass(frozen=True, slots=True)
class Yield:
    """A document with what it yields and the places of its sentences."""

    document: Document
    extraction: Extraction
    sentences: tuple[Span, ...]


def load_tagger() -> Tagger:
    """The model that ships with answerable."""
    from answerable.extract.onnx import load_tagger

    return load_tagger()


@dataclass(frozen=True, slots=True)
class Setup:
    """What a worker needs beside the documents; small, and equal in every worker.

    `tagger` is a function at the top of a module; `record` the address of the store whose registry of posts is used.
    """

    tagger: Callable[[], Tagger] = load_tagger
    record: str | None = None


@dataclass(frozen=True, slots=True)
class Workers:
    """Where reading and extracting happen: an executor, and how many pieces of work may be under way."""

    executor: Executor
    ahead: int = AHEAD

    @classmethod
    def here(cls) -> Workers:
        """This process alone, one document at a time."""
        return cls(Here(), 1)


@dataclass(frozen=True, slots=True)
class Told:
    """What the user says of the inputs: their publisher, author, medium and day (the url of `source` is not looked at).

    `ocr` allows text to be recognised in pictures; relative paths are looked up in `folder`.
    """

    source: Source = field(default_factory=lambda: Source(""))
    ocr: bool = False
    folder: str = ""


# ---------------------------------------------------------------- in the workers


def read_input(name: str, told: Told, *, of_feed: bool = False) -> list[Document | Failure]:
    """The documents of one file or address; for a feed on the web those that its entries lead to. Never raises.

    An entry `of_feed` leads to no further entries.
    """
    from answerable.read import read_many

    found: list[Document | Failure] = []
    try:
        fetched = fetch(name if is_address(name) else str(Path(told.folder, name)))
        if is_address(name) and not of_feed and is_feed(fetched):
            return [document for page in addresses(fetched) for document in read_input(page, told, of_feed=True)]
        source = replace(told.source, url=name, media_type=fetched.media_type)
        for document in read_many(fetched.data, source, ocr=told.ocr):
            found.append(document)
    except InputError as error:
        found.append(Failure(error.name, error.reason))
    except Exception as error:  # a library stumbled over a broken file: this input fails, the others go on
        found.append(Failure(name, f"could not be read ({_fault(error)})"))
    return found


def extract_document(document: Document, setup: Setup) -> Yield | Failure:
    """What a document yields. Never raises."""
    from answerable.extract import extract
    from answerable.extract.sentences import sentences

    try:
        found = extract(document, _tagger(setup.tagger), _registry(setup.record))
        return Yield(document, found, sentences(document.text))
    except Exception as error:
        return Failure(document.source.url, f"could not be extracted ({_fault(error)})")


def _fault(error: Exception) -> str:
    """What went wrong and where, so that it can be reported."""
    last = extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__}: {error}, {Path(last.filename).name}:{last.lineno}"


@cache
def _tagger(load: Callable[[], Tagger]) -> Tagger:
    """The tagger, loaded once for each worker."""
    return load()


@cache
def _registry(record: str | None) -> Registry:
    """Who held which office when: what ships with answerable, and what people imported into the record."""
    from answerable.read.registry import everyday_aliases
    from answerable.registry import merged

    if record is None:
        return everyday_aliases()
    from answerable.store import open_store, queries

    store = open_store(record)
    try:
        return merged([everyday_aliases(), queries.registry(store)])
    finally:
        store.close()


# ---------------------------------------------------------------- here


def read_all(names: Iterable[str], told: Told, workers: Workers) -> Iterator[Document | Failure]:
    """The documents of all inputs, in order."""
    futures = (workers.executor.submit(read_input, name, told) for name in names)
    for found in in_order(futures, workers.ahead):
        yield from found


def extract_all(documents: Iterable[Document | Failure], setup: Setup, workers: Workers) -> Iterator[Yield | Failure]:
    """What all documents yield, in order; failures stay in their places."""
    return in_order((_extracting(document, setup, workers) for document in documents), workers.ahead)


def _extracting(document: Document | Failure, setup: Setup, workers: Workers) -> Future[Any]:
    if isinstance(document, Failure):
        return settled(document)
    return workers.executor.submit(extract_document, document, setup)


def add(
    store: Store,
    names: Iterable[str],
    told: Told,
    workers: Workers,
    *,
    now: Callable[[], datetime],
    setup: Setup | None = None,
) -> Iterator[Stored | Failure]:
    """Reads, extracts and stores inputs, in order; what is there is skipped before it is extracted.

    Where the user tells otherwise of what is there who published or wrote it, when, or what it is, that is kept and the
    document extracted anew.

    One transaction a document: after an interruption, run it again.
    """
    from answerable.store import writes
    from answerable.store.writes import Added

    def extracting(document: Document | Failure) -> Future[Any]:
        if isinstance(document, Failure):
            return settled(document)
        try:
            stands = writes.standing(store, document, told.source)
        except InputError as error:
            return settled(Failure(error.name, error.reason))
        if stands in (Added.PRESENT, Added.SOURCE):
            return settled(Yield(document, Extraction(document.id, document.source), ()))
        if stands is Added.TOLD:
            document = _told_anew(store, document, told.source)
        return _extracting(document, setup or Setup(), workers)

    dated = replace(told, source=replace(told.source, retrieved=now()))
    documents = read_all(names, dated, workers)
    for found in in_order(map(extracting, documents), workers.ahead):
        if isinstance(found, Failure):
            yield found
            continue
        document, extraction = found.document, found.extraction
        added = writes.add(store, document, extraction, found.sentences, now=now(), told=told.source)
        yield Stored(document.source.url, document.id, added, len(extraction.statements))


def _told_anew(store: Store, document: Document, told: Source) -> Document:
    """A document that the store has, with what is told now; what it told or was told before stays."""
    from answerable.store import queries, writes

    versions = queries.versions(store, document.id)
    kept = next(v.source for v in versions if v.current and v.source.url == document.source.url)
    return replace(document, source=replace(kept, **writes.given(told)))


def rebuild(store: Store, workers: Workers, *, setup: Setup | None = None) -> Iterator[Stored | Failure]:
    """Extracts every document of the store again, one transaction each; what people entered stays."""
    from answerable.store import queries, writes

    documents = queries.documents(store, superseded=True)
    for found in extract_all(documents, setup or Setup(), workers):
        if isinstance(found, Failure):
            yield found
        else:
            document, extraction = found.document, found.extraction
            writes.replace_found(store, document, extraction, found.sentences)
            yield Stored(document.source.url, document.id, writes.Added.PRESENT, len(extraction.statements))


def build_record(store: Store) -> None:
    """Joins what all documents yield into the record: actors, inquiries, links and matters, people's decisions applied.

    Links that people made are stored beside the program's, so that every link of a matter can be looked up. One
    transaction: after an interruption the record is the earlier one, whole.
    """
    from answerable.record import build_matters, inquiries_of, join_inquiries, propose_links
    from answerable.record.actors import join_actors
    from answerable.record.judgements import Decided
    from answerable.standings import summed
    from answerable.store import facets, queries, writes, writes_review

    extractions, judgements = tuple(queries.extractions(store)), queries.judgements(store)
    actors = join_actors(extractions, queries.registry(store), judgements)
    inquiries = join_inquiries(extractions)
    links = propose_links(extractions)
    matters = build_matters(extractions, links, judgements)
    all_links = {link.id: link for link in (*links, *(link for matter in matters for link in matter.links))}
    of_matter = inquiries_of(matters, inquiries)
    with store.whole() as whole:
        proposals = [(p.first, p.second, p.score, p.reason) for p in actors.proposals]
        writes.replace_actors(whole, actors.members, proposals)
        writes.replace_inquiries(whole, {joined.inquiry: joined.members for joined in inquiries})
        writes.replace_links(whole, tuple(all_links.values()))
        writes.replace_matters(whole, matters, of_matter, summed(whole, matters, of_matter))
        writes_review.keep_rejected(whole, Decided.of(queries.judgements(whole)).rejected)  # with the latest decisions
        facets.count_up(whole)
