"""What people decide."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Verdict(StrEnum):
    """What a person decides."""

    CONFIRM = "confirm"
    CORRECT = "correct"  # `value` holds the corrected fields
    REJECT = "reject"
    LINK = "link"  # `value` holds kind and object of a link made by hand
    MERGE = "merge"  # `value` holds the ids of the actors that are one
    SPLIT = "split"  # `value` holds the ids of the actors that are not one
    RENAME = "rename"  # `value` holds the name
    UNDO = "undo"  # `subject` is the id of the judgement undone


@dataclass(frozen=True, slots=True)
class Judgement:
    """A person's decision on an entry or a link; append-only. `subject` is the id of the entry, link or judgement."""

    id: str
    subject: str
    verdict: Verdict
    by: str
    at: datetime
    reason: str = ""
    value: tuple[tuple[str, str], ...] = ()
