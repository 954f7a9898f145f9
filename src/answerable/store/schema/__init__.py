"""The tables, in three groups.

    KEPT     documents, sources, parts                  what was read; the ground that everything can be rebuilt from
    FOUND    statements, asks, links, matters, …        what the program found; dropped and rebuilt at any time
    ENTERED  judgements, registry, editors, …           what people entered; append-only or edited by people alone

KEPT and ENTERED are moved to a new form by migrations. FOUND follows the nouns in `model`: when a noun changes, its
tables are made anew and `answerable rebuild` fills them.

Places are JSON: a span is [start, end], a discontinuous place a list of them, in characters of `documents.text`. Beside
them stand the words themselves, so that the file can be read with any other tool. `seq` is the order of entry.
"""

from __future__ import annotations

from answerable.store.schema.entered import (
    aliases,
    correction_requests,
    editors,
    judgements,
    memberships,
    other_names,
    persons,
)
from answerable.store.schema.groups import FOUND, KEPT
from answerable.store.schema.joined import (
    actor_members,
    inquiry_members,
    links,
    matter_entries,
    matter_values,
    matters,
    merge_proposals,
    record_actors,
    record_inquiries,
    rejected,
    relations,
    standings,
    tallies,
)
from answerable.store.schema.texts import about, documents, parts, sources
from answerable.store.schema.yields import (
    ENTRIES,
    actors,
    ask_addressees,
    asks,
    commitments,
    counts,
    inquiries,
    inquiry_events,
    mentions,
    progress,
    responses,
    sentences,
    statement_targets,
    statements,
)

__all__ = [
    "ENTRIES",
    "FOUND",
    "KEPT",
    "about",
    "actor_members",
    "actors",
    "aliases",
    "ask_addressees",
    "asks",
    "commitments",
    "correction_requests",
    "counts",
    "documents",
    "editors",
    "inquiries",
    "inquiry_events",
    "inquiry_members",
    "judgements",
    "links",
    "matter_entries",
    "matter_values",
    "matters",
    "memberships",
    "mentions",
    "merge_proposals",
    "other_names",
    "parts",
    "persons",
    "progress",
    "record_actors",
    "record_inquiries",
    "rejected",
    "relations",
    "responses",
    "sentences",
    "sources",
    "standings",
    "statement_targets",
    "statements",
    "tallies",
]
