"""Headlines, set with a capital to every word or in capitals alone, where a capital tells nothing of a word."""

from __future__ import annotations

import re

from answerable.extract import gazetteer
from answerable.text import Span

_LETTERS = re.compile(r"[^\W\d_][\w’'-]*")


_SHOUTED = re.compile(
    r"(?<![\w@#])[A-Z\d][A-Z\d’'.,&$%-]*(?:[ \u00a0][“\"‘'(]?[A-Z\d][A-Z\d’'.,&$%”\")-]*){3,}(?![\w’'])(?!:)"
)


def headlines(text: str) -> tuple[Span, ...]:
    """Lines among the first of `text` with nearly every telling word capital, and stretches in capitals anywhere."""
    titled = _titled(text)
    shouted = (Span(*m.span()) for m in _SHOUTED.finditer(text) if _sentence_like(m[0]))
    return tuple(sorted([*titled, *(s for s in shouted if not any(t.overlaps(s) for t in titled))]))


def _sentence_like(words: str) -> bool:
    """Whether words in capitals are a headline, not the initials and names of a list: one of them is a small one."""
    told = _LETTERS.findall(words)
    return len(told) > 3 and (len(told) > 5 or any(w.lower() in gazetteer.words("function_words") for w in told))


def _titled(text: str) -> list[Span]:
    small = gazetteer.words("function_words")
    found, at = [], 0
    for line in text[:1500].split("\n")[:8]:
        words = _LETTERS.findall(line)
        told = [w for i, w in enumerate(words) if (i and w[0].isupper()) or w.lower() not in small]
        most, least = (0.95, 5) if line.endswith(".") else (0.8, 3)
        if len(line) < 160 and len(told) >= least and sum(w[0].isupper() for w in told) >= most * len(told):
            found.append(Span(at, at + len(line)))
        at += len(line) + 1
    return found
