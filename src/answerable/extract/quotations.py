"""Where quotation marks open and close.

English news sets direct speech in double marks, curly or straight; British print often in single ones. A quotation ends
with its paragraph: one that runs on opens anew at the next paragraph, and only its last paragraph closes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from answerable.extract.paragraphs import paragraphs
from answerable.text import Span

_MARK = re.compile("[\"＂“”„‟«»‘']")
_OPENING = frozenset("“„‟«")
_CLOSING = frozenset("”»")
_STRAIGHT = frozenset('"＂')
_SINGLE_END = re.compile(r"(?<=\S)[’'](?!\w)")


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch of one paragraph from its opening mark to its closing mark, both included.

    `closed` is False where the paragraph ends first; the span then ends with the paragraph.
    """

    span: Span
    closed: bool


def quotations(text: str) -> tuple[Quotation, ...]:
    """Every quotation of `text`, in order; one inside another belongs to the outer one."""
    return tuple(q for paragraph in paragraphs(text) for q in _scan(text, paragraph))


def _scan(text: str, paragraph: Span) -> Iterator[Quotation]:
    """The quotations of one paragraph."""
    opened: int | None = None  # where the double mark that is open stands
    resume = 0  # single-quoted stretches are taken whole: go on after them
    for match in _MARK.finditer(text, paragraph.start, paragraph.end):
        at, mark = match.start(), match[0]
        if at < resume:
            continue
        if opened is not None:
            if mark in _CLOSING or mark in _STRAIGHT or (mark in _OPENING and _closes(text, at)):
                yield Quotation(Span(opened, at + 1), closed=True)
                opened = None
        elif mark in _OPENING or mark in _STRAIGHT:
            opened = at
        elif mark in "‘'" and (end := _single(text, at, paragraph.end)):
            yield Quotation(Span(at, end), closed=True)
            resume = end
    if opened is not None:
        yield Quotation(Span(opened, paragraph.end), closed=False)


def _closes(text: str, at: int) -> bool:
    """Whether the opening mark at `at` was set by mistake where a closing one belongs: “so“."""
    after = text[at + 1 : at + 2]
    return not text[at - 1].isspace() and not after.isalnum()


def _single(text: str, at: int, stop: int) -> int | None:
    """The end of the single-quoted stretch that opens at `at`, or None where the mark is an apostrophe."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if before.isalnum() or not after or after.isspace() or after.isdigit():
        return None
    end = _SINGLE_END.search(text, at + 1, stop)
    return end.end() if end else None
