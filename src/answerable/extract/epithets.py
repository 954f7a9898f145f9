"""Whom "the investor" means where nobody is called one: words that tell what somebody is point back to him."""

from __future__ import annotations

import re
from collections.abc import Sequence

from answerable.extract.agreement import OWNING
from answerable.extract.cast import Member
from answerable.extract.mentions import Form, Found
from answerable.extract.naming import Resolved
from answerable.model import ActorKind

_EPITHETS = frozenset("businessman candidate politician lawmaker actor singer author campaigner veteran".split())
_TOLD_APART = re.compile(r" (?:of|for|who|from|in|at|to|with|whose|named)\b")
_JOINED = re.compile(r"\b(?:after|when|because|since|while|once) $")
_MENTIONS = 12  # that it looks back over


def spoken_of(text: str, found: Found, done: Sequence[Resolved]) -> Member | None:
    """The only person of whom the sentence and the one before it speak; within one sentence ("after the investor …")
    that sentence alone.

    Only for words that tell what somebody is ("the billionaire"), not for what a setting has ("the judge"). `done` are
    the mentions before, in order.
    """
    if not (found.roles & _EPITHETS and found.subject) or found.quoted or found.words & OWNING:
        return None
    if not found.name.lower().startswith("the ") or _TOLD_APART.match(text, found.span.end):
        return None
    joined = _JOINED.search(text[max(0, found.span.start - 10) : found.span.start]) is not None
    back = 0 if joined else 1
    people = [
        r for r in done[-_MENTIONS:]
        if found.sentence - r.found.sentence <= back and r.member and r.member.kind is ActorKind.PERSON
    ]  # fmt: skip
    told = any(r.found.form is Form.NAME and not r.found.quoted and (r.found.subject or joined) for r in people)
    return people[0].member if told and len({id(r.member) for r in people}) == 1 else None
