"""The first page: what this record holds, and where to begin."""

from __future__ import annotations

from dataclasses import dataclass

from answerable.model import Inquiry
from answerable.store import Store, queries
from answerable.store.queries import Listed, Totals
from answerable.store.search import Wanted, search_statements
from answerable.web.pages.entry import Entry, entries_of_hits


@dataclass(frozen=True, slots=True)
class HomePage:
    """What the record holds.

    title: the name of the site
    totals: how many documents, statements, asks and so on
    latest: the statements said or published last
    documents: the documents published last
    inquiries: the inquiries of the record
    """

    title: str
    totals: Totals
    latest: tuple[Entry, ...]
    documents: tuple[Listed, ...]
    inquiries: tuple[Inquiry, ...]


def home_page(store: Store) -> HomePage:
    """The first page."""
    hits = search_statements(store, Wanted(by_day=True), limit=6).hits
    return HomePage(
        title="Who said what of whom, what was promised, what was done",
        totals=queries.totals(store),
        latest=entries_of_hits(store, hits),
        documents=queries.list_documents(store, limit=6),
        inquiries=queries.inquiries(store),
    )
