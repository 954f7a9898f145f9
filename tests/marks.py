"""Span tests that can be read at a glance.

`marked("[S:The minister] [C:refused] [T:a national inquiry]")` gives the text without its marks and the spans by
letter: S source, C cue, T content, or any other capital letter. A mark that occurs twice gives two spans.
Marks may nest: "[S:the minister [X:himself]]".
"""

from __future__ import annotations

import re
from collections import defaultdict

from answerable.text import Span

_OPEN = re.compile(r"\[([A-Z]\d?):|\]")


def marked(string: str) -> tuple[str, dict[str, tuple[Span, ...]]]:
    """The text without marks, and {letter: spans in order of start}."""
    text, at, last = "", 0, 0
    stack: list[tuple[str, int]] = []
    found: dict[str, list[Span]] = defaultdict(list)
    for match in _OPEN.finditer(string):
        text += string[last : match.start()]
        at = len(text)
        last = match.end()
        if match[1]:
            stack.append((match[1], at))
        else:
            letter, start = stack.pop()
            found[letter].append(Span(start, at))
    text += string[last:]
    if stack:
        raise ValueError(f"a mark is not closed: {stack[-1][0]}")
    return text, {letter: tuple(sorted(spans)) for letter, spans in found.items()}
