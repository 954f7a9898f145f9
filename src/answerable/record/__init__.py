"""Many documents to one record: links between entries, matters, and how each stands on a day. Pure; the clock is an
argument, and nothing that depends on it is stored."""

from answerable.record.clock import Clock
from answerable.record.disputes import Conflict, conflicting_counts, conflicts
from answerable.record.inquiries import Joined, inquiries_of, join_inquiries
from answerable.record.links import propose_links
from answerable.record.matters import build_matters
from answerable.record.positions import Position, Reversal, positions, reversals
from answerable.record.status import (
    Answered,
    Slip,
    Standing,
    answered,
    due_on,
    is_overdue,
    is_settled,
    last_said,
    silent,
    slips,
    status_on,
)
from answerable.record.timeline import Moment, inquiry_timeline, timeline

__all__ = [
    "Answered",
    "Clock",
    "Conflict",
    "Joined",
    "Moment",
    "Position",
    "Reversal",
    "Slip",
    "Standing",
    "answered",
    "build_matters",
    "conflicting_counts",
    "conflicts",
    "due_on",
    "inquiries_of",
    "inquiry_timeline",
    "is_overdue",
    "is_settled",
    "join_inquiries",
    "last_said",
    "positions",
    "propose_links",
    "reversals",
    "silent",
    "slips",
    "status_on",
    "timeline",
]
