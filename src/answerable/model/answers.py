"""What was answered, promised and done, and the claims on how much of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from answerable.model.actors import Ref
from answerable.model.asks import AskRef
from answerable.model.dates import When
from answerable.text import Span, Spans


class Disposition(StrEnum):
    """What a response says of an ask (closed list)."""

    ACCEPTED = "accepted"
    SUPPORTED = "supported"
    IN_PRINCIPLE = "accepted_in_principle"
    IN_PART = "accepted_in_part"
    NEED_ACCEPTED = "need_accepted"
    ALREADY = "already_in_place"
    CONSIDERING = "under_consideration"
    NOTED = "noted"
    REJECTED = "rejected"
    ANOTHER_BODY = "for_another_body"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Response:
    """An answer to an ask: by whom, disposition, the verbatim words at `span`, and the words that decided it."""

    id: str
    document: str
    ask: AskRef | None
    disposition: Disposition
    span: Span
    text: str
    by: Ref | None = None
    deciding: Spans = ()
    statement: str | None = None
    date: When | None = None
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class Commitment:
    """A promise: who will do what, by when, on what condition. A promise without a date has an empty `due`.

    `reason` is the place of the words that say why an earlier date is not kept, where it says so.
    """

    id: str
    document: str
    span: Span
    text: str
    by: Ref | None = None
    due: When | None = None
    condition: Span | None = None
    reason: Span | None = None
    ask: AskRef | None = None
    statement: str | None = None
    date: When | None = None
    score: float = 1.0


class Status(StrEnum):
    """How far a matter has got, always according to somebody, as of a day (closed list)."""

    NOT_ASSESSED = "not_assessed"
    NO_EVIDENCE = "no_evidence_found"
    NOT_STARTED = "not_started"
    PROPOSED = "proposed"
    IN_PROGRESS = "in_progress"
    STALLED = "stalled"
    PARTLY_DONE = "partly_done"
    COMPLETE = "complete"
    MET_DIFFERENTLY = "met_differently"
    CLOSED_NOT_DONE = "closed_not_done"
    SUPERSEDED = "superseded"
    CANNOT_BE_JUDGED = "cannot_be_judged"


@dataclass(frozen=True, slots=True)
class Progress:
    """A claim on how far something has got: status, by whom, as of when. `ask` None: of everything that it names."""

    id: str
    document: str
    status: Status
    span: Span
    text: str
    ask: AskRef | None = None
    by: Ref | None = None
    as_of: When | None = None
    deciding: Spans = ()
    statement: str | None = None
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class Count:
    """A numeric claim: `done` of `total` `of` something ("recommendations") are `status`, by whom, as of when.

    `status` is a disposition where the claim counts answers ("accepted 57 of the 58").
    """

    id: str
    document: str
    done: int
    total: int | None
    of: str
    status: Status | Disposition
    span: Span
    text: str
    inquiry: str | None = None
    by: Ref | None = None
    as_of: When | None = None
    statement: str | None = None
