"""Lines set as headlines, where a capital tells nothing of a word."""

from __future__ import annotations

import re

from answerable.extract import gazetteer
from answerable.text import Span

_LETTERS = re.compile(r"[^\W\d_][\w’'-]*")


def headlines(text: str) -> tuple[Span, ...]:
    """Lines set as headlines, nearly every telling word with a capital, among the first lines of `text`."""
    found, at = [], 0
    for line in text[:1500].split("\n")[:8]:
        told = [w for w in _LETTERS.findall(line) if w.lower() not in gazetteer.words("function_words")]
        most, least = (0.95, 5) if line.endswith(".") else (0.8, 3)
        if len(line) < 160 and len(told) >= least and sum(w[0].isupper() for w in told) >= most * len(told):
            found.append(Span(at, at + len(line)))
        at += len(line) + 1
    return tuple(found)
