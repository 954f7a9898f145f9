"""All documents with what was found in each."""

from __future__ import annotations

from dataclasses import dataclass

from answerable.errors import NotFoundError
from answerable.store import Store, queries
from answerable.store.queries import Listed

SIZE = 50


@dataclass(frozen=True, slots=True)
class DocumentsPage:
    """The documents of the record, the latest published first.

    title: heading of the page
    total: how many documents the record holds
    number: which page of the list this is, from 1
    last: number of the last page
    documents: the documents of this page, each with its counts
    """

    title: str
    total: int
    number: int
    last: int
    documents: tuple[Listed, ...]


def documents_page(store: Store, number: int = 1) -> DocumentsPage:
    """Page `number` of the list. Raises NotFoundError beyond the last."""
    total = queries.totals(store).documents
    last = max(1, -(-total // SIZE))
    if not 1 <= number <= last:
        raise NotFoundError(f"the list of documents has {last} pages")
    listed = queries.list_documents(store, limit=SIZE, offset=(number - 1) * SIZE)
    return DocumentsPage("Documents", total, number, last, listed)
