"""Whose work "the report" is, where the text says so once: "the authors of the report, which include A and B"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from answerable.extract.cast import Cast, Member
from answerable.extract.mentions import Form
from answerable.extract.naming import Resolved
from answerable.model import ActorKind

STUDIED = frozenset("report study paper analysis review research".split())
_WORK = "|".join(sorted(STUDIED))
_MADE = re.compile(
    rf"\bauthors? of (?:the|this|that|a|an) (?:new )?(?:{_WORK})"
    rf"(?:,? (?:(?:which|who|that) )?(?:include|are|is|was|were)s?)?,? "
    rf"|\b(?:the|this|that|a|an) (?:[\w-]+ ){{0,3}}(?:{_WORK}) (?:\w+ ){{0,3}}(?:by|from) ",
    re.IGNORECASE,
)
_AND = re.compile(r",? and (?:the )?|, (?:the )?")
_MOST = 3  # bodies that make one work


def maker(text: str, cast: Cast, resolved: Sequence[Resolved]) -> Member | None:
    """The one maker of the document's reports and studies that the text names; None for none or several.

    Bodies joined by "and" are one maker: "the Tarn Trust and the Piers Fund".
    """
    names = [r for r in resolved if r.found.form is Form.NAME]
    starts = [r.found.span.start for r in names]
    made = [found for m in _MADE.finditer(text) if (found := _joined(text, cast, names, starts, m.end()))]
    return made[0] if made and all(m is made[0] for m in made) else None


def _joined(text: str, cast: Cast, names: Sequence[Resolved], starts: Sequence[int], at: int) -> Member | None:
    """The person or body named at `at`, or the bodies that "and" joins there."""
    at += 4 if text.startswith("the ", at) else 0
    found: list[Member] = []
    while len(found) < _MOST:
        i = bisect_left(starts, at)
        if i == len(names) or starts[i] != at or not (member := names[i].member):
            break
        found.append(member)
        gap = _AND.match(text, names[i].found.span.end)
        if not gap:
            break
        at = gap.end()
    if not found or any(m.place for m in found):
        return None
    if len(found) == 1 or any(m.kind is not ActorKind.ORGANISATION for m in found):
        return found[0]
    return cast.body(f"{', '.join(m.name for m in found[:-1])} and {found[-1].name}", found[0].start, ActorKind.GROUP)
