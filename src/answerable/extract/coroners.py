"""A coroner's report to prevent future deaths: to whom it is sent, by whom, on what day, and by when it is answered.

The form is that of regulation 28 of the Coroners (Investigations) Regulations 2013 (England and Wales): "This report is
being sent to", "I am …, coroner for …", the matters of concern, and the duty to respond within 56 days of its date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from answerable.extract.deadlines import find_deadlines
from answerable.extract.periods import PERIOD, compiled, period
from answerable.model import Actor, Ask, Basis, Document, Ref, When
from answerable.text import Span

_REPORT = re.compile(r"report\s+to\s+prevent\s+future\s+deaths", re.IGNORECASE)
_SENT = re.compile(r"\breport\s+is\s+(?:being\s+)?(?:sent|addressed|made)\s+to\s*:?", re.IGNORECASE)
_AFTER = re.compile(r"^\W*(?:\d+\W+)?CORONER\b|^\W*(?:\d+\W+)?I\s+am\b", re.MULTILINE)
_BULLET = re.compile(r"^\W*(?:\(?(?:\d{1,2}|[a-z])[.)]\s*)?")
_INLINE = re.compile(r"\s+\d{1,2}\.\s+|;\s+(?:and\s+)?|\n+")
_CORONER = re.compile(
    r"\bI\s+am\s+(?P<name>[A-Z][^,\n]{2,50}?),\s+(?:the\s+)?(?P<office>[^,.\n]{0,40}\b[Cc]oroner\b[^,.\n]{0,60})"
)
# Section 9 of the form bears the day: "9 17 April 2023", "Dated: 17 April 2023".
_DATED = compiled(rf"(?:^|\n)\W*(?:9\W+|(?:9\W+)?(?i:dated?)(?: of (?:this )?report)?\W+)(?P<day>{PERIOD})")
_RESPOND = re.compile(r"[^.\n]*\bduty\s+to\s+respond\b[^.]*", re.IGNORECASE)
_OVER = re.compile(r"^\W*(?:\d+\W+)?ACTION SHOULD BE TAKEN", re.MULTILINE)  # after the last concern
_LONGEST = 16  # words of a recipient
_MOST = 1500  # characters that the recipients take


def is_coroners(document: Document) -> bool:
    """Whether a document is a coroner's report to prevent future deaths, or at least calls itself one."""
    return _REPORT.search(document.text[:_MOST]) is not None


def addressed(document: Document, asks: Sequence[Ask], actors: Sequence[Actor]) -> Iterator[Ask]:
    """The concerns of a coroner's report, each asked by the coroner of all to whom the report is sent, on its day.

    What names its own addressees or its own deadline keeps them.
    """
    text, known = document.text, {name: actor for actor in actors for name in (actor.name, *actor.names)}
    day = document.source.published or _day(text)
    dated = document if day is None else replace(document, source=replace(document.source, published=day))
    duty = _RESPOND.search(text)
    found = find_deadlines(dated, Span(*duty.span())) if duty else ()
    due = tuple(when for when in found if when.end)[:1] or found[:1]
    recipients = tuple(_ref(name, known) for name in _recipients(text))
    coroner = _CORONER.search(text)
    by = Ref(None, " ".join(f"{coroner['name']}, {coroner['office']}".split())) if coroner else None
    over = _OVER.search(text)
    for ask in (ask for ask in asks if not over or ask.span.start < over.start()):
        yield replace(
            ask,
            by=by or ask.by,
            addressees=ask.addressees or recipients,
            due=ask.due or due,
            date=ask.date or (When.day(day, Basis.STATED) if day else None),
        )


def _recipients(text: str) -> Iterator[str]:
    """The names after "This report is being sent to", one a line or by numbers."""
    sent = _SENT.search(text)
    if sent is None:
        return
    after = _AFTER.search(text, sent.end())
    end = min(after.start() if after else len(text), sent.end() + _MOST)
    listed = text[sent.end() : end]
    if after is None:
        listed = listed.strip().partition("\n\n")[0]
    for line in _INLINE.split(listed):
        name = " ".join(_BULLET.sub("", line).split()).rstrip(" .,;")
        if name and name[0].isalpha() and len(name.split()) <= _LONGEST:
            yield name


def _ref(name: str, known: dict[str, Actor]) -> Ref:
    actor = known.get(name)
    return Ref(actor.id, actor.name) if actor else Ref(None, name)


def _day(text: str) -> date | None:
    """The day that the report bears."""
    for match in _DATED.finditer(text):
        day = period(" ".join(match["day"].split()), None)
        if day and day.start == day.end:
            return day.start
    return None
