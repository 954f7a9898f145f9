"""When two names are of one actor, and two titles of one inquiry, for the joining of entries across documents."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from answerable.model import Extraction, Ref

_WORD = re.compile(r"[\w-]+")
_STYLES = frozenset(
    ["the", "mr", "mrs", "ms", "miss", "dr", "sir", "dame", "lord", "lady", "baroness", "professor", "prof", "rt",
     "hon",
     "cllr", "councillor", "uk", "hm", "his", "her", "majesty"]
)  # fmt: skip
_GOVERNING = re.compile(
    r"\b(?:government|department|ministry|secretary of state|minister|treasury|cabinet office|home office|downing)\b"
)
_NATION = re.compile(r"\b(?:scottish|scotland|welsh|wales|northern ireland|irish|australian|canadian|new zealand)\b")
_GENERIC = frozenset(
    ["inquiry", "enquiry", "inquiries", "review", "report", "final", "interim", "independent", "public", "statutory",
     "national", "the", "of", "into", "on", "and", "for", "in", "to", "committee", "commission", "panel", "professor",
     "sir", "dame", "lord", "lady", "baroness", "justice", "select", "house", "an", "a", "by", "led", "chaired", "uk"]
)  # fmt: skip


def same_actor(first: Ref | None, second: Ref | None) -> bool:
    """Whether two references are of one actor: one id, or names of which one holds all words of the other."""
    if first is None or second is None:
        return False
    if first.id is not None and first.id == second.id:
        return True
    a, b = plain_name(first.name), plain_name(second.name)
    return bool(a and b) and (a <= b or b <= a) and _nation(first) == _nation(second)


def same_side(first: Ref | None, second: Ref | None) -> bool:
    """Whether two references are one actor, or two voices of one government: a department, its minister, the whole."""
    if first is None or second is None:
        return False
    if same_actor(first, second):
        return True
    governing = [_GOVERNING.search(ref.name.lower()) is not None for ref in (first, second)]
    return all(governing) and _nation(first) == _nation(second)


def _nation(ref: Ref) -> frozenset[str]:
    return frozenset(_NATION.findall(ref.name.lower()))


def without_office(name: str) -> str:
    """The name of a minister who is named with the office ("Bo Ray, Minister for Ports"); a body's name is kept."""
    head, _, tail = name.partition(", ")
    in_office = _GOVERNING.search(tail.lower()) and not _GOVERNING.search(head.lower())
    return head if in_office and " " in head else name


def plain_name(name: str) -> frozenset[str]:
    """The words of a name in lower case, without styles and articles."""
    return frozenset(_WORD.findall(re.sub(r"['’]s\b", "", name.lower()))) - _STYLES


@lru_cache(65_536)
def label(title: str) -> frozenset[str]:
    """The words that tell an inquiry from others: its proper names ("halloran"), else what it is into."""
    words = _WORD.findall(re.sub(r"['’]s?\b", "", title))
    proper = frozenset(w.lower() for w in words if w[0].isupper() or w[0].isdigit()) - _GENERIC
    return proper or frozenset(w.lower() for w in words) - _GENERIC


class Titles:
    """The titles of inquiries, gathered into inquiries: one whose label lies inside another's is the same.

    "Halloran Inquiry" and "Halloran Inquiry into the Safety of Drinking Water" share a key; "the inquiry" has none.
    """

    def __init__(self, titles: Iterable[str]) -> None:
        labels = sorted(
            {found for title in titles if (found := label(title))}, key=lambda found: (len(found), sorted(found))
        )
        self._keys: dict[frozenset[str], str] = {}
        heads: list[frozenset[str]] = []
        for found in labels:
            head = next((h for h in heads if h <= found), None)
            if head is None:
                heads.append(found)
                head = found
            self._keys[found] = " ".join(sorted(head))

    def key(self, title: str | None) -> str | None:
        """The key of the inquiry that a title names, or None."""
        return self._keys.get(label(title)) if title else None

    def of_person(self, name: str) -> str | None:
        """The key of the inquiry that is known by the name of a person."""
        words = plain_name(name)
        return next((key for key in sorted(set(self._keys.values())) if key in words), None)


def titles_of(extractions: Sequence[Extraction]) -> Titles:
    """The titles by which the inquiries and asks of `extractions` go."""
    referred = [r.ask for e in extractions for r in e.responses]
    referred += [c.ask for e in extractions for c in e.commitments]
    referred += [p.ask for e in extractions for p in e.progress]
    return Titles(
        [a.inquiry for e in extractions for a in e.asks if a.inquiry]
        + [ref.inquiry for ref in referred if ref and ref.inquiry]
        + [name for e in extractions for i in e.inquiries for name in (i.name, *i.names)]
    )
