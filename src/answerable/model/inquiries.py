"""Inquiries, reviews and commissions, and what happens to them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from answerable.model.actors import Ref
from answerable.model.dates import When
from answerable.text import Span, Spans


class InquiryKind(StrEnum):
    """Kinds of inquiry (closed list)."""

    STATUTORY = "statutory_public_inquiry"
    NON_STATUTORY = "non_statutory_inquiry"
    ROYAL_COMMISSION = "royal_commission"
    PANEL = "independent_panel"
    REVIEW = "independent_review_or_audit"
    LOCAL = "local_inquiry"
    COMMITTEE = "select_committee_inquiry"
    INQUEST = "inquest"
    OMBUDSMAN = "ombudsman_or_audit_office"
    UNKNOWN = "unknown"


class InquiryEventKind(StrEnum):
    """Events in the life of an inquiry (closed list)."""

    CALLED_FOR = "called_for"
    REQUESTED = "requested"
    REFUSED = "refused"
    REDIRECTED = "redirected"
    ANNOUNCED = "announced"
    CHAIR_APPOINTED = "chair_appointed"
    TERMS_SET = "terms_set"
    OPENED = "opened"
    INTERIM_REPORT = "interim_report"
    FINAL_REPORT = "final_report"
    RESPONSE_DUE = "response_due"
    RESPONSE_PUBLISHED = "response_published"
    PROGRESS_UPDATE = "progress_update"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class InquiryEvent:
    """Something that happened to an inquiry, as a document says. `reason` is the stated reason's place."""

    id: str
    document: str
    event: InquiryEventKind
    span: Span
    text: str
    date: When | None = None
    by: Ref | None = None
    to: Ref | None = None
    reason: Span | None = None
    statement: str | None = None


@dataclass(frozen=True, slots=True)
class Inquiry:
    """An inquiry, review, audit or commission, as one document tells of it (or, in the record, as many do)."""

    id: str
    name: str
    kind: InquiryKind
    names: tuple[str, ...] = ()
    mentions: Spans = ()
    chair: Ref | None = None
    place: str | None = None
    year: int | None = None
    events: tuple[InquiryEvent, ...] = ()
