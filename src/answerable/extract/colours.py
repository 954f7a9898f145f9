"""Colours that stand for a status ("red", "amber", "green"), where the document itself says what they mean.

One body's amber is "in progress", another's is "late", so that a colour without a key claims nothing.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from answerable.extract.status_tables import cells_by_row
from answerable.extract.statuses import claims
from answerable.model import Document, Status
from answerable.text import Span

_COLOUR = r"(?P<colour>red|amber|yellow|orange|green|blue|gr[ae]y|black|white|purple)"
_DEFINED = re.compile(
    rf"\b{_COLOUR}\b(?:\s*\(\w\))?['’”\"]?\s*(?:[:=–—-]+|(?:rating\s+)?(?:means?|indicates?|denotes?|shows?|signifies))\s*"
    rf"(?:that\s+)?(?P<meaning>(?:(?!{_COLOUR.replace('?P<colour>', '?:')}\b)[^.;\n])+)",
    re.IGNORECASE,
)
_ONLY = re.compile(rf"\W*(?:RAG\W*)?(?:rating\W*)?{_COLOUR}(?:\W*rated)?\W*", re.IGNORECASE)
_NEAR = 40  # characters of a meaning in which it says its status


def meanings(document: Document) -> dict[str, Status]:
    """The status of each colour that the document defines, by its key or in words; not of one that it defines twice."""
    found: dict[str, set[Status]] = defaultdict(set)
    for colour, meaning in (*_in_words(document.text), *_in_tables(document)):
        status = next((s for s, at in claims(document.text, meaning) if at.start - meaning.start <= _NEAR), None)
        if status:
            found[colour].add(status)
    return {colour: statuses.pop() for colour, statuses in found.items() if len(statuses) == 1}


def colour_of(words: str, known: Mapping[str, Status]) -> tuple[Status, Span] | None:
    """The status that a cell claims which holds a colour of known meaning and nothing else, and the place of it."""
    match = _ONLY.fullmatch(words)
    status = known.get(match["colour"].lower()) if match else None
    return (status, Span(*match.span("colour"))) if match and status else None


def _in_words(text: str) -> Iterator[tuple[str, Span]]:
    for match in _DEFINED.finditer(text):
        yield match["colour"].lower(), Span(*match.span("meaning"))


def _in_tables(document: Document) -> Iterator[tuple[str, Span]]:
    """The rows of a key: a colour, and beside it what it means."""
    for _, cells in cells_by_row(document):
        if len(cells) == 2 and (named := _ONLY.fullmatch(cells[0].span.of(document.text))):
            yield named["colour"].lower(), cells[1].span
