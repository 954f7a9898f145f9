"""Styles: the size of running text, and which paragraphs are headings of which level."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from answerable.read.pdf.paragraphs import Paragraph, Setting
from answerable.read.pdf.sheets import Leaf

_LARGER = 1.12
_LONGEST = 250
_SIDE = 130
"""A heading in the size of running text has at most so many characters."""
_DEEPEST = 6
_CLOSED = re.compile(r"[.;:,][”’\"')\]⁰¹²³⁴⁵⁶⁷⁸⁹]*$")
_WORDS = re.compile(r"[^\W\d_]{2}")


def setting(leaves: Sequence[Leaf]) -> Setting:
    """The size in which most characters are set, and how far to the right their lines reach, but for the odd one."""
    sizes: Counter[float] = Counter()
    edges: defaultdict[float, list[float]] = defaultdict(list)
    for leaf in leaves:
        for run in leaf.runs:
            size = round(run.size * 2) / 2
            sizes[size] += len(run.text)
            if len(run.text) > 20 and not run.turn:
                edges[size].append(run.x1)
    if not sizes:
        return Setting(0.0)
    size = sizes.most_common(1)[0][0]
    ends = sorted(edges[size])
    return Setting(size, ends[len(ends) * 9 // 10] if ends else 0.0)


Style = tuple[float, bool, bool]


class Headings:
    """The styles that a document sets its headings in, from the highest down."""

    def __init__(self, paragraphs: Iterable[Paragraph], body: float) -> None:
        self._body = body
        found = {self._style(p) for p in paragraphs if self._stands_out(p)}
        ranked = sorted(found, key=lambda style: (-style[0], not style[1], style[2]))
        self._levels = {style: min(i, _DEEPEST) for i, style in enumerate(ranked, 1)}

    def level(self, paragraph: Paragraph) -> int:
        """The level of a heading from 1, 0 for what is none."""
        return self._levels.get(self._style(paragraph), 0) if self._stands_out(paragraph) else 0

    def _style(self, paragraph: Paragraph) -> Style:
        return round(paragraph.size), paragraph.bold > 0.9, paragraph.italic > 0.9

    def _stands_out(self, paragraph: Paragraph) -> bool:
        text = paragraph.text
        if len(text) > _LONGEST or not _WORDS.search(text) or paragraph.entry or paragraph.label in ("•", "–"):
            return False
        if paragraph.size >= _LARGER * self._body:
            return not text[:1].islower()
        if paragraph.size < 0.95 * self._body or len(text) > _SIDE or _CLOSED.search(text) or text[:1].islower():
            return False
        slanted = paragraph.italic > 0.95 and paragraph.short and not paragraph.label
        return paragraph.bold > 0.95 or slanted or _capitals(text)


def _capitals(text: str) -> bool:
    return text.isupper() and len(text) > 8 and " " in text
