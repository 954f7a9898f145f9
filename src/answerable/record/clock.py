"""How long an answer may take, before an ask is said to have had none. The user sets it; nobody's law is assumed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from answerable.model import Ask, months_later

_CORONER = re.compile(r"\b(?:coroner|inquest|prevention of future deaths)", re.IGNORECASE)
_COMMITTEE = re.compile(r"\bcommittee\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Clock:
    """The time allowed for an answer: to inquiries and all others, to coroners' reports, to select committees."""

    inquiry_months: int = 6
    coroner_days: int = 56
    committee_months: int = 2

    def last_day(self, ask: Ask, asked: date) -> date:
        """The last day on which an answer to `ask`, asked on `asked`, is in time."""
        words = " ".join(filter(None, (ask.inquiry, ask.by.name if ask.by else None)))
        if _CORONER.search(words):
            return asked + timedelta(self.coroner_days)
        return months_later(asked, self.committee_months if _COMMITTEE.search(words) else self.inquiry_months)
