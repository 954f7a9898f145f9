"""The person beside whom a role stands: in one phrase ("the Chancellor, NAME"), or under the name as its heading."""

from __future__ import annotations

import re
from collections.abc import Sequence

from answerable.extract.cast import Member
from answerable.extract.mentions import Form, Found
from answerable.extract.naming import Resolved
from answerable.extract.phrases import unsigned
from answerable.model import ActorKind

_APPOSED = re.compile(r"(?:[^.;:“”\"\n,]{0,60})?, ?$| $")
_DESCRIBED = re.compile(
    r"(?: \([^)]{1,30}\))?,? ?(?:who (?:is|was|chairs|heads|leads|serves as|served as) |is |was |, )?(?:the |an? )?$"
)
_CLOSES = re.compile(r"[,.;)]|$|[’'\"”]? (?:said|says|told|wrote|added|has|is|was)\b")
_LABEL = re.compile(r"#*\s*(?:[-+•–]|\(?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})[.):])?\s*")
_BELOW = re.compile(r"\s*[.:]?\s*\n[-=~^\s]*(?:an?|the)?\s*", re.IGNORECASE)
_NEAR = 50  # characters between a name and what describes it


def beside(text: str, named: Sequence[Resolved], i: int) -> Member | None:
    """The person beside whom the role at `i` of the mentions stands: "NAME, who chairs …", or in the line above it."""
    found = named[i].found
    for r in named[i + 1 : i + 4]:
        if _is_person(r) and not r.found.owner and r.found.span.start >= found.span.end:
            between = unsigned(text[found.span.end : r.found.span.start])
            if between == " " or (_APPOSED.fullmatch(between) and _CLOSES.match(text, r.found.span.end)):
                return r.member
    for r in reversed(named[max(0, i - 3) : i]):
        if _is_person(r) and r.found.span.end < found.span.start:
            between = unsigned(text[r.found.span.end : found.span.start])
            opens = between != " " and between.startswith((",", " ", "("))
            if opens and len(between) < _NEAR and _DESCRIBED.fullmatch(between):
                return r.member
            if found.definite and _BELOW.fullmatch(between) and _alone(text, r.found):
                return r.member
    return None


def _alone(text: str, name: Found) -> bool:
    """Whether nothing but a number or a bullet stands before a name in its line: "5. Jane Doe."."""
    line = text.rfind("\n", 0, name.span.start) + 1
    return _LABEL.fullmatch(unsigned(text[line : name.span.start])) is not None


def _is_person(r: Resolved) -> bool:
    return r.member is not None and r.member.kind is ActorKind.PERSON and r.found.form is Form.NAME
