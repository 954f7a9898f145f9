"""Words broken at line ends: joined, or kept with their hyphen, as the rest of the document writes them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from answerable.read.pdf.runs import HYPHEN

_WORD = re.compile(r"[^\W\d_]+(?:[-‐][^\W\d_]+)*")
_TAIL = re.compile(rf"([^\W\d_]+(?:[-‐][^\W\d_]+)*)[-‐{HYPHEN}]$")
_HEAD = re.compile(r"[^\W\d_]+")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S*$")
_REACH = 300
"""Characters at the end of a text that tell how it goes on; a paragraph may run over many pages."""


class Words:
    """How a document writes its words, learnt from those inside its lines."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._seen: Counter[str] = Counter()
        broken: list[tuple[str, str]] = []
        last = ""
        for text in texts:
            pieces = _WORD.findall(text.lower())
            self._seen.update(pieces[:-1] if text.endswith(("-", "‐", HYPHEN)) else pieces)
            if (tail := _TAIL.search(last)) and (head := _HEAD.match(text)):
                broken.append((tail[1].lower(), head[0].lower()))
            last = text
        votes = [self._seen[a + b] - self._seen[f"{a}-{b}"] for a, b in broken]
        self._joins = sum(v > 0 for v in votes) >= sum(v < 0 for v in votes)

    def join(self, before: str, after: str) -> str:
        """Two lines of one paragraph as one text, with a space between them or without."""
        end = before[-_REACH:]
        tail = _TAIL.search(end)
        if tail and (head := _HEAD.match(after)):
            stem = before[:-1].rstrip(HYPHEN)
            return stem + ("" if self._whole(tail[1].lower(), head[0]) else "-") + after
        if before.endswith(HYPHEN):
            return before[:-1] + "-" + after
        if before.endswith(("—", "–", "-", "/")) and not before.endswith((" —", " –", " -", " /")):
            return before + after
        if _ADDRESS.search(end) and before[-1] in ".?=&_%#" and after[:1].islower():
            return before + after
        return f"{before} {after}"

    def _whole(self, tail: str, head: str) -> bool:
        """Whether a broken word is one word without a hyphen."""
        if head[:1].isupper() or head.isupper():
            return False
        joined, parted = self._seen[tail + head], self._seen[f"{tail}-{head}"]
        return joined > parted if joined != parted else self._joins
