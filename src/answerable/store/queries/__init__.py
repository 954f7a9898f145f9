"""Reading the store: nouns by id, and the lists that pages and commands show.

Every function takes the store first. An id that is not there raises NotFoundError. What a
superseded version of a text says stays readable by id and is left out of lists. What other rooms need of the modules
here is named below.
"""

from __future__ import annotations

from answerable.store.queries._actors import (
    ListedActor,
    Relation,
    actor,
    actor_of,
    actors,
    asks_of,
    count_actors,
    find_actors,
    list_actors,
    promises_by,
    relations,
)
from answerable.store.queries._changes import Addition, additions
from answerable.store.queries._disputes import (
    count_disputes,
    dispute,
    disputes_of,
    disputes_of_actor,
    known_disputes,
    links,
    list_disputes,
)
from answerable.store.queries._documents import (
    Listed,
    Totals,
    Version,
    current_versions,
    document,
    documents,
    list_documents,
    totals,
    versions,
)
from answerable.store.queries._entries import Entry, entries_of, entry, statement, statements_by, statements_on
from answerable.store.queries._extractions import extraction, extractions
from answerable.store.queries._inquiries import inquiries, inquiry
from answerable.store.queries._listed import (
    FIELDS,
    MatterHits,
    Narrowed,
    Order,
    count_matters,
    matters_about,
    matters_after,
    matters_due,
    search_matters,
)
from answerable.store.queries._matters import inquiry_of, matter, matters, matters_with, statuses
from answerable.store.queries._places import Head, find_documents, heads, passage
from answerable.store.queries._positions import aimed_by, answers_by, events_by
from answerable.store.queries._registry import registry
from answerable.store.queries._review import (
    Merge,
    Request,
    decisions,
    doubtful_links,
    doubtful_statements,
    judgements,
    judgements_on,
    likely_merges,
    password_of,
    requests,
    waiting,
)

__all__ = [
    "FIELDS",
    "Addition",
    "Entry",
    "Head",
    "Listed",
    "ListedActor",
    "MatterHits",
    "Merge",
    "Narrowed",
    "Order",
    "Relation",
    "Request",
    "Totals",
    "Version",
    "actor",
    "actor_of",
    "actors",
    "additions",
    "aimed_by",
    "answers_by",
    "asks_of",
    "count_actors",
    "count_disputes",
    "count_matters",
    "current_versions",
    "decisions",
    "dispute",
    "disputes_of",
    "disputes_of_actor",
    "document",
    "documents",
    "doubtful_links",
    "doubtful_statements",
    "entries_of",
    "entry",
    "events_by",
    "extraction",
    "extractions",
    "find_actors",
    "find_documents",
    "heads",
    "inquiries",
    "inquiry",
    "inquiry_of",
    "judgements",
    "judgements_on",
    "known_disputes",
    "likely_merges",
    "links",
    "list_actors",
    "list_disputes",
    "list_documents",
    "matter",
    "matters",
    "matters_about",
    "matters_after",
    "matters_due",
    "matters_with",
    "passage",
    "password_of",
    "promises_by",
    "registry",
    "relations",
    "requests",
    "search_matters",
    "statement",
    "statements_by",
    "statements_on",
    "statuses",
    "totals",
    "versions",
    "waiting",
]
