"""Paragraphs: lines that belong together, joined into running text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from answerable.read.labels import label
from answerable.read.pdf.lines import Line, leading
from answerable.read.pdf.words import Words

_ENDS = re.compile(r"[.?!:;][”’\"')\]⁰¹²³⁴⁵⁶⁷⁸⁹]*$")
_CLOSING = 20
"""Characters at the end of a text in which its last stop stands."""
_SPARE = 0.15
_LEADERS = re.compile(r"(?:\s*[._…·]){4,}\s*|_{4,}")


@dataclass(slots=True)
class Paragraph:
    """Running text set alike. `label` is the number or bullet it begins with; `strong` are its bold stretches.

    `size`, `bold` and `italic` are those of its lines, weighed by length; `x0` is its left edge, `width` its extent.
    """

    text: str
    label: str
    size: float
    bold: float
    italic: float
    x0: float
    width: float
    top: float
    strong: list[tuple[int, int]] = field(default_factory=list)
    breaks: list[tuple[int, int]] = field(default_factory=list)  # (offset, page) where it goes on on another page
    short: bool = False  # its last line ends well before the right edge
    entry: bool = False  # a line of a table of contents

    @property
    def ended(self) -> bool:
        """Whether it ends as a sentence or a list item does."""
        return bool(_ENDS.search(self.text[-_CLOSING:]))


class Setting(NamedTuple):
    """How running text is set: its size in points, and where its lines end on the right at the latest."""

    size: float
    right: float = 0.0


def paragraphs(lines: Sequence[Line], words: Words, setting: Setting) -> list[Paragraph]:
    """The paragraphs of one zone, whose lines run from the top down."""
    groups: list[list[Line]] = []
    step, right = leading(list(lines)), max((line.x1 for line in lines), default=0.0)
    margin = max(right, setting.right) if setting.right else right
    for line in lines:
        large = line.size > 1.15 * setting.size
        if groups and not _begins(line, groups[-1], step, right) and (large or not _stops(groups[-1], line, margin)):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [_paragraph(group, words, right) for group in groups]


def _begins(line: Line, group: Sequence[Line], step: float, right: float) -> bool:
    """Whether a line begins a new paragraph after the lines of `group`."""
    last = group[-1]
    em = max(line.size, last.size)
    gap = line.y - last.y
    if last.entry or _LEADERS.search(last.text):
        return True
    if gap > max(1.22 * step, 1.22 * _inner(group)) + 0.05 * em and gap > 1.25 * em:
        return True
    if abs(line.size - last.size) > 0.08 * em and len(line.text) > 3 and len(last.text) > 3:
        return True
    if label(line.text, tabbed=line.tab is not None) and _may_begin(line, last, right):
        return True
    if _turns(last, line, right) or _centred(last, line, right):
        return _turns(last, line, right)
    edge = group[1].x0 if len(group) > 1 else (last.tab or last.x0)
    if len(group) > 1 and abs(line.x0 - edge) > 0.9 * em:
        return True
    indent = line.x0 - (last.tab or last.x0 + _hang(last) * em)
    if len(group) == 1 and (indent > 0.9 * em or last.x0 - line.x0 > 3.2 * em):
        return True
    return bool(last.x1 < right - 0.25 * (right - line.x0) and _ENDS.search(last.text))


def _stops(group: Sequence[Line], line: Line, margin: float) -> bool:
    """Whether a line was ended on purpose: the first word of the next had found room on it with much to spare."""
    last = group[-1]
    if line.text[:1].islower():
        return False
    word = (line.x1 - line.x0) * len(line.text.split()[0]) / len(line.text)
    room = margin - last.x1 - 0.3 * line.size - word
    return room > _SPARE * (margin - min(last.x0, line.x0)) and not _centred(last, line, margin)


def _inner(group: Sequence[Line]) -> float:
    """The distance between the last two lines of a group, 0 for one line."""
    return group[-1].y - group[-2].y if len(group) > 1 else 0.0


def _may_begin(line: Line, last: Line, right: float) -> bool:
    """Whether a labelled line is an item of its own, not the middle of a sentence that a number happens to begin."""
    if line.tab is not None or line.x0 < last.x0 - 3 or _ENDS.search(last.text):
        return True
    return last.x1 < right - 0.1 * (right - line.x0)


def _hang(line: Line) -> float:
    """How far, in ems, the lines after a first one may be indented: some way after a label, else not at all."""
    return 3.5 if label(line.text, tabbed=line.tab is not None) else 0.0


def _turns(last: Line, line: Line, right: float) -> bool:
    """Whether the type turns from bold to plain or back between two lines, as between a heading and its text."""
    if last.bold > 0.95 and line.bold < 0.3:
        return last.x1 < right - 0.12 * right or line.text[:1].isupper()
    return last.bold < 0.3 and line.bold > 0.95 and bool(_ENDS.search(last.text) or last.x1 < 0.8 * right)


def _centred(last: Line, line: Line, right: float) -> bool:
    """Whether two lines of a title stand centred under each other, or large and ragged."""
    same_middle = abs((last.x0 + last.x1) - (line.x0 + line.x1)) < 6
    return same_middle and last.x0 != line.x0 and not _ENDS.search(last.text)


def _paragraph(group: Sequence[Line], words: Words, right: float) -> Paragraph:
    text, strong = "", []
    for line in group:
        joined = words.join(text, line.text) if text else line.text
        shift = len(joined) - len(line.text)
        strong += [(shift + start, shift + end) for start, end in line.strong]
        text = joined
    first, last = group[0], group[-1]
    count = sum(len(line.text) for line in group)
    found = Paragraph(
        text,
        label(text, tabbed=first.tab is not None),
        round(max(group, key=lambda line: len(line.text)).size, 1),
        sum(line.bold * len(line.text) for line in group) / count,
        sum(line.italic * len(line.text) for line in group) / count,
        first.x0,
        max(line.x1 for line in group) - min(line.x0 for line in group),
        first.top,
        _joined(strong, text),
        short=last.x1 < right - 0.15 * right,
        entry=last.entry or bool(_LEADERS.search(text)),
    )
    return _without_leaders(found)


def _joined(strong: list[tuple[int, int]], text: str) -> list[tuple[int, int]]:
    """Bold stretches, those parted by spaces alone made one."""
    found: list[tuple[int, int]] = []
    for start, end in strong:
        if found and not text[found[-1][1] : start].strip():
            start = found.pop()[0]
        found.append((start, min(end, len(text))))
    return [(start, end) for start, end in found if any(map(str.isalnum, text[start:end]))]


def _without_leaders(paragraph: Paragraph) -> Paragraph:
    """The dots that lead the eye from a title to its page number are no text."""
    text = _LEADERS.sub(lambda m: " … " if "." in m[0] or "·" in m[0] else " ", paragraph.text)
    if text != paragraph.text and len(_LEADERS.findall(paragraph.text)):
        paragraph.text, paragraph.strong = text.strip(), []
    return paragraph


def goes_on(before: Paragraph, after: Paragraph) -> bool:
    """Whether a paragraph that ends a page or column goes on in the one that begins the next."""
    if after.label or before.ended or before.entry or after.entry or abs(before.size - after.size) > 0.06 * before.size:
        return False
    if (before.bold > 0.95) != (after.bold > 0.95) and not after.text[:1].islower():
        return False
    return after.text[:1].islower() or not before.short


def join(before: Paragraph, after: Paragraph, page: int | None, words: Words) -> None:
    """Let `before` go on with the words of `after`, which stand on another page if `page` is given."""
    text = words.join(before.text, after.text)
    shift = len(text) - len(after.text)
    if page is not None:
        before.breaks.append((shift, page))
    before.breaks += [(shift + offset, other) for offset, other in after.breaks]
    before.strong = _joined(before.strong + [(shift + s, shift + e) for s, e in after.strong], text)
    total = len(before.text) + len(after.text)
    before.bold = (before.bold * len(before.text) + after.bold * len(after.text)) / total
    before.text, before.short = text, after.short
