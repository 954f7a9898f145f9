"""A document to what it yields, in one pass that can be read aloud. Pure, but for the tagger passed in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from answerable.extract.acts import decide_acts
from answerable.extract.authorial import authorial_statements, telling
from answerable.extract.commitments import find_commitments
from answerable.extract.counts import find_counts
from answerable.extract.dates import date_statements
from answerable.extract.embedded import find_embedded
from answerable.extract.inquiries import find_inquiries
from answerable.extract.progress import find_progress
from answerable.extract.recommendations import find_asks
from answerable.extract.responses import find_responses
from answerable.extract.restated import recommended
from answerable.extract.sentences import sentences
from answerable.extract.speakers import resolve_speakers
from answerable.extract.statements import find_statements
from answerable.extract.targets import find_targets
from answerable.extract.topics import Topics
from answerable.extract.voices import dated
from answerable.extract.weighing import weigh_statements
from answerable.model import Document, Extraction

if TYPE_CHECKING:
    from answerable.extract.tagger import Tagger
    from answerable.registry import Registry


def extract(document: Document, tagger: Tagger, registry: Registry | None = None) -> Extraction:
    """All that a document yields. `registry` knows who held which post when; it never overrules the text."""
    statements = find_embedded(document, find_statements(document, tagger))
    found = sentences(document.text)
    statements += authorial_statements(document, statements, found)
    actors, mentions, statements = resolve_speakers(document, statements, registry)
    statements = telling(document, decide_acts(document, statements))
    statements = find_targets(document, statements, actors, mentions)
    statements = weigh_statements(document, statements, actors, mentions)
    statements = date_statements(document, statements)
    inquiries = find_inquiries(document, statements, found, mentions, actors)
    asks = find_asks(document, statements, actors, mentions, inquiries)
    statements = recommended(statements, asks, actors)
    responses = find_responses(document, statements, asks, inquiries)
    topics = Topics(document)
    return Extraction(
        document.id,
        document.source,
        actors,
        mentions,
        statements,
        inquiries,
        dated(document, statements, asks),
        dated(document, statements, responses),
        commitments=find_commitments(document, statements, responses, found, topics, asks),
        progress=find_progress(document, statements, found, topics),
        counts=find_counts(document, statements, found),
    )
