"""What one entry is to another, as the program proposes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from answerable.text import key


class LinkKind(StrEnum):
    """What one entry is to another."""

    ANSWERS = "answers"  # response -> ask
    PROMISES = "promises"  # commitment -> ask
    REPORTS_ON = "reports_on"  # progress -> ask
    REPEATS = "repeats"  # ask -> an earlier ask
    SAME_AS = "same_as"  # ask -> the same ask of the same body, as it was first made
    REPLACES = "replaces"  # commitment -> an earlier commitment whose due date it moves
    CONTRADICTS = "contradicts"  # progress or statement -> another
    REPLIES_TO = "replies_to"  # statement -> statement


@dataclass(frozen=True, slots=True)
class Link:
    """The program's proposal that entry `subject` is `kind` to entry `object`, with a score and a reason in words."""

    id: str
    kind: LinkKind
    subject: str
    object: str
    score: float
    reason: str

    @classmethod
    def of(cls, kind: LinkKind, subject: str, object: str, score: float, reason: str) -> Link:
        """A link with the id that belongs to it."""
        return cls(key("link", kind, subject, object), kind, subject, object, score, reason)
