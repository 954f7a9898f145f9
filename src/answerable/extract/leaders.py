"""Who leads a body, where the text says so once: "Ada Hale, who chaired the inquiry", "the Hale inquiry"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from answerable.extract.cast import Cast, Member, parts
from answerable.extract.mentions import Form, Noun
from answerable.extract.naming import Resolved
from answerable.model import ActorKind

CHAIR = "chairman"
"""The family of roles of those who lead a body."""

_INQUIRING = r"(?:inquiry|enquiry|review|commission|panel)"
_LEADING = re.compile(
    r"(?:(?: \([^)]{1,30}\))?,? who|,) (?:has |had |is |was )?(?:chair(?:s|ed|ing)|leads|leading|led|head(?:s|ed)) "
    rf"(?:the|an?|its|that|this) (?:[\w’'-]+ ){{0,4}}(?:{_INQUIRING}|committee|board|council|inspectorate|authority)\b"
)
_OF_INQUIRY = re.compile(rf" of the (?:[\w’'-]+ ){{0,3}}({_INQUIRING})\b")
_INQUIRY = re.compile(rf"\b({_INQUIRING})\b", re.IGNORECASE)


def learn_leaders(text: str, named: Sequence[Resolved], cast: Cast) -> None:
    """Gives whoever is said to lead a body the role of a chair, before the text is read for what points back."""
    ends = sorted((r.found.span.end, i) for i, r in enumerate(named))
    for match in _LEADING.finditer(text):
        at = bisect_left(ends, (match.start(), -1))
        while at < len(ends) and ends[at][0] == match.start():
            if member := _led(named[ends[at][1]], cast):
                member.roles.add(CHAIR)
            at += 1


def _led(r: Resolved, cast: Cast) -> Member | None:
    """The person named, or the only one whom the text gives the role by which the leader goes."""
    if r.found.form is Form.NAME and r.member and r.member.kind is ActorKind.PERSON:
        return r.member
    if r.found.noun is not Noun.ROLE:
        return None
    bearers = [m for m in cast if m.kind is ActorKind.PERSON and r.found.roles & m.roles]
    return bearers[0] if len(bearers) == 1 else None


def named_after(text: str, phrase: str, end: int, cast: Cast) -> Member | None:
    """Whom "the chair of the inquiry" means where the one inquiry of that kind bears a person's name.

    `phrase` is the noun phrase and `end` where it stops. Inquiries are called after those who chair them ("the Hale
    inquiry"); where the text names several so, none is taken.
    """
    noun = _OF_INQUIRY.match(text, end) or _INQUIRY.search(phrase)
    if noun is None:
        return None
    bodies = [
        m for m in cast
        if m.kind is ActorKind.ORGANISATION and any(n.lower().split()[-1] == noun[1].lower() for n in m.names)
    ]  # fmt: skip
    words = {word.removesuffix("'s") for m in bodies for name in m.names for word in parts(name)}
    found = [m for m in cast if m.kind is ActorKind.PERSON and parts(m.name)[-1] in words]
    return found[0] if len(found) == 1 else None
