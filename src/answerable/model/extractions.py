"""What one document yields."""

from __future__ import annotations

from dataclasses import dataclass

from answerable.model.actors import Actor, Mention
from answerable.model.answers import Commitment, Count, Progress, Response
from answerable.model.asks import Ask
from answerable.model.documents import Source
from answerable.model.inquiries import Inquiry
from answerable.model.statements import Statement


@dataclass(frozen=True, slots=True)
class Extraction:
    """What one document yields. Every id in it is an id of the same extraction."""

    document: str
    source: Source
    actors: tuple[Actor, ...] = ()
    mentions: tuple[Mention, ...] = ()
    statements: tuple[Statement, ...] = ()
    inquiries: tuple[Inquiry, ...] = ()
    asks: tuple[Ask, ...] = ()
    responses: tuple[Response, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    progress: tuple[Progress, ...] = ()
    counts: tuple[Count, ...] = ()
