"""The first lines of an article that carries no metadata: headline, byline, the paper and the day.

    Harbour master accused of hiding survey
    By Nell Ormsby
    Wivelport Gazette, 4 March 2025

Only lines that hold nothing else are believed; a sentence that names a day says nothing about its publication.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from answerable.model import Document
from answerable.read.metadata import day, filled

_LINES = 8
_LONGEST = 120
"""Characters of a line that may still be a headline; prose begins at the first longer one."""
_MONTH = "(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\\.?"
_DAY = re.compile(
    rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)? {_MONTH},? \d{{4}}|{_MONTH} \d{{1,2}},? \d{{4}}|\d{{4}}-\d\d-\d\d)\b"
)
_BESIDE_DAY = re.compile(
    r"\b(?:first |date )?(?:published|posted|date)\b|\bon\b|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b"
    r"|\b(?:at )?\d{1,2}[:.]\d\d(?: ?[ap]m| GMT| BST)?",
    re.IGNORECASE,
)
_OTHER_DAY = re.compile(r"\b(?:updated|modified|amended|revised|reviewed|due|deadline|until)\b", re.IGNORECASE)
_BYLINE = re.compile(r"B[yY]:? (?P<words>.+)")
_CUTS = re.compile(r"\s*[,|•·–—]\s*|\s+(?:-|in|for)\s+")
_PARTICLES = frozenset("and & de da del der di la le van von bin al ap the of".split())


@dataclass(frozen=True, slots=True)
class Opening:
    """What the first lines tell; None where they do not. Title and publisher are told only where there is a byline."""

    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    published: date | None = None


def opening(text: str) -> Opening:
    """What the lines before the prose of `text` tell of it."""
    lines = list(_head(text))
    bylines = [(at, name) for at, line in enumerate(lines) if (name := _author(line))]
    days = [(found, beside) for line in lines for found, beside in _dateline(line)]
    published = day(days[0][0]) if days else None
    if not bylines:
        return Opening(published=published)
    at, author = bylines[0]
    paper = next((beside for _, beside in days if beside and not beside.isupper()), None)
    return Opening(lines[0] if at else None, author, paper, published)


def headed(document: Document) -> Document:
    """`document` with the gaps in its source filled by its first lines."""
    found = opening(document.text)
    source = filled(
        document.source,
        title=found.title,
        author=found.author,
        publisher=found.publisher,
        published=found.published,
    )
    return replace(document, source=source)


def _head(text: str) -> Iterator[str]:
    """The lines before the prose, without the marks of Markdown around them."""
    lines = filter(None, (" ".join(line.strip(" \t*_#|").split()) for line in text[:2000].splitlines()))
    for _, line in zip(range(_LINES), lines, strict=False):
        if len(line) > _LONGEST or (line.endswith(".") and len(line.split()) > _LINES):
            return
        yield line


def _author(line: str) -> str | None:
    """Whom a byline names: "By Nell Ormsby, harbour correspondent" is Nell Ormsby's."""
    found = _BYLINE.fullmatch(line)
    name = _CUTS.split(found["words"])[0] if found else ""
    return name if 2 <= len(name.split()) <= 8 and _is_name(name) else None


def _dateline(line: str) -> Iterator[tuple[str, str]]:
    """The day that a line gives, with the name beside it ("" for none), if the line holds nothing else."""
    found = _DAY.search(line)
    if not found or _OTHER_DAY.search(line):
        return
    rest = line[: found.start()] + line[found.end() :]
    if _author(line):
        yield found[0], ""
        return
    beside = _BESIDE_DAY.sub("", rest).strip(" ,:;|•·–—-()")
    if not beside or (len(beside.split()) <= 5 and _is_name(beside)):
        yield found[0], beside


def _is_name(words: str) -> bool:
    """Whether every word has a capital, but for such as "of" and "van"."""
    return all(word[0].isupper() or word in _PARTICLES for word in words.split()) and not re.search(
        r"[\d.:;!?]$", words
    )
