"""Footnotes: the small print at the foot of a page, apart from its running text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from answerable.read.marks import lowered
from answerable.read.pdf.lines import Line
from answerable.read.pdf.pdfium import Box
from answerable.read.pdf.words import Words

_MARK = re.compile(r"(?P<mark>[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4}|\d{1,3}(?![\d.,/-])|[*†‡§]{1,3})[.)]?\s*(?=\S)")
_SMALL = 0.93
"""Notes are set in at most this share of the size of the running text."""


@dataclass(slots=True)
class Note:
    """A footnote: its mark as typed ("12"), its whole text with the mark. A mark of "" goes on from the page before."""

    mark: str
    text: str


def split_notes(lines: Sequence[Line], body: float, boxes: Sequence[Box]) -> tuple[list[Line], list[Line]]:
    """The lines of running text of a page, and those of its notes; `body` is the size of the running text."""
    at = len(lines)
    while at and lines[at - 1].size <= _SMALL * body:
        at -= 1
    tail = list(lines[at:])
    rules = [box for box in boxes if box.height < 2 and box.width > 30 and not any(_under(box, line) for line in lines)]
    ruled = [line for line in tail if any(_over(rule, line) for rule in rules)]
    start = ruled[0] if ruled else next((line for line in tail if _mark(line)), None)
    if start is None or not (ruled or _mark(start)):
        return list(lines), []
    cut = at + tail.index(start)
    return list(lines[:cut]), list(lines[cut:])


def _over(rule: Box, line: Line) -> bool:
    """Whether a rule is drawn close above a line, from about where it begins."""
    return 0 < line.y - rule.bottom < 2.6 * line.size and rule.x0 <= line.x0 + 30


def _under(rule: Box, line: Line) -> bool:
    """Whether a rule underlines words of a line."""
    return -1 < rule.top - line.y < 0.3 * line.size and rule.x0 < line.x1 and line.x0 < rule.x1


def _mark(line: Line) -> str:
    match = _MARK.match(line.text)
    return lowered(match["mark"]) if match else ""


def notes(lines: Sequence[Line], words: Words) -> list[Note]:
    """The notes of a page. A line begins a note if its mark counts on from the last one."""
    found: list[Note] = []
    left = min((line.x0 for line in lines), default=0.0)
    for line in lines:
        mark = _mark(line) if line.x0 < left + 2 * line.size else ""
        if mark and _counts_on(mark, found):
            found.append(Note(mark, line.text))
        elif found:
            found[-1].text = words.join(found[-1].text, line.text)
        else:
            found.append(Note("", line.text))
    return found


def _counts_on(mark: str, found: Sequence[Note]) -> bool:
    last = next((note.mark for note in reversed(found) if note.mark), "")
    if not (mark.isdigit() and last.isdigit()):
        return True
    return int(last) < int(mark) <= int(last) + 3
