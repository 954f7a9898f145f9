"""What a PDF says about itself: on its first pages, and in its information dictionary."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from answerable.model import Medium, Part, PartKind, Source
from answerable.read.metadata import day, filled, medium_of

_TITLE_PAGE = 600
_FRONT = 4000
"""Characters of a title page and what follows it."""
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_PUBLISHED = re.compile(rf"(?:published|publication date:?)(?: on)? (\d{{1,2}} (?:{_MONTHS}) \d{{4}})", re.I)
_ALONE = re.compile(rf"^(?:date:? )?(\d{{1,2}} (?:{_MONTHS}) \d{{4}})$", re.I | re.M)
_ENDING = re.compile(rf"\b(?:to be printed|presented to \w+|laid .*?) (?:on )?(\d{{1,2}} (?:{_MONTHS}) \d{{4}})", re.I)
_LAST = re.compile(rf"\b(\d{{1,2}} (?:{_MONTHS}) \d{{4}})$", re.I | re.M)
_MONTH = re.compile(rf"^((?:{_MONTHS}) \d{{4}})$", re.M)
_WORD = re.compile(r"\w+")
_FILE = re.compile(r"\.(?:docx?|indd|pdf|pptx?)$|^Microsoft Word|^untitled|\d\.\d$", re.I)


def described(source: Source, text: str, parts: Sequence[Part], info: dict[str, str]) -> Source:
    """`source` with its gaps filled from the title page and from the `info` of the file."""
    title = _title(text, parts, info.get("Title", ""))
    medium = medium_of(title, text)
    return filled(
        source,
        title=title,
        author=_author(info.get("Author", "")),
        published=_published(text[:_FRONT], info.get("CreationDate")),
        medium=medium if medium is not Medium.UNKNOWN else medium_of(text[:_TITLE_PAGE]),
        media_type="application/pdf",
    )


def _title(text: str, parts: Sequence[Part], told: str) -> str | None:
    """What the file says if the title page says it too, else the largest heading, else what the file says at all."""
    told = told.strip()
    printed = set(_WORD.findall(text[:_FRONT].lower()))
    if told and set(_WORD.findall(told.lower())) <= printed:
        return told
    front = [p for p in parts if p.kind is PartKind.HEADING and p.span.start < _FRONT]
    largest = min(front, key=lambda p: p.level, default=None)
    if largest:
        return largest.span.of(text)
    return told if told and not _FILE.search(told) else None


def _author(told: str) -> str | None:
    """The author in the file, unless it is somebody's login."""
    return told if told and not (told.islower() and " " not in told) else None


def _published(front: str, created: str | None) -> date | None:
    """The day printed on the title page; where a month alone is printed, the day the file was made if in that month."""
    title_page = front[:_TITLE_PAGE]
    for pattern, where in ((_PUBLISHED, front), (_ALONE, front), (_ENDING, front), (_LAST, title_page)):
        if (match := pattern.search(where)) and (printed := day(match[1])):
            return printed
    made = day(created)
    month = _MONTH.search(front)
    return made if made and month and f"{made:%B %Y}" == month[1] else None
