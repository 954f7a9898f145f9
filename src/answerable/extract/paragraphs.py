"""Paragraphs of a text: its lines, those that were only wrapped at a width joined."""

from __future__ import annotations

import re

from answerable.text import Span

_LINE = re.compile(r"[^\r\n]+")
_WIDTHS = range(50, 121)
"""Widths at which people and programs wrap prose, in characters."""


def paragraphs(text: str) -> tuple[Span, ...]:
    """The paragraphs of `text` that hold more than white space, in order, without the line break at their end.

    Where no line is longer than 120 characters, a single line break is taken for a wrap if the next line's first word
    would not have fitted before it.
    """
    lines = [Span(*m.span()) for m in _LINE.finditer(text) if not m[0].isspace()]
    width = max((line.end - line.start for line in lines), default=0)
    if width not in _WIDTHS:
        return tuple(lines)
    found: list[Span] = []
    last: Span | None = None
    for line in lines:
        if last and text[last.end : line.start] in ("\n", "\r\n", "\r") and _wrapped(text, last, line, width):
            found[-1] = Span(found[-1].start, line.end)
        else:
            found.append(line)
        last = line
    return tuple(found)


def _wrapped(text: str, line: Span, following: Span, width: int) -> bool:
    """Whether the first word of the following line would have made `line` too wide."""
    word = following.of(text).split(maxsplit=1)[0]
    return line.end - line.start + 1 + len(word) > width
