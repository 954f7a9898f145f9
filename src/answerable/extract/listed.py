"""Answers to many recommendations in one sentence: "The Government accepts recommendations 1–5, 14 and 20 to 23"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from answerable.extract.blocks import Block
from answerable.extract.dispositions import Verdict, judge
from answerable.extract.numbering import NUMBERS, expand
from answerable.model import Disposition
from answerable.text import Span

_NAMED = re.compile(
    rf"\b[Rr]ecommendations?\s+(?:(?:[Nn]os?\.?|[Nn]umbers?|listed in|in paragraphs?)\s*)?(?P<numbers>{NUMBERS})"
)
_SENTENCE = re.compile(r"[A-Z\d](?:[^.!?\n]|\.(?=\w)|\n(?![ \t]*\n))*[.!?]?")
_LONGEST = 6000  # characters: anything longer is no sentence
_SPEAKS = re.compile(r"accept|agree|support|note|reject|principle|consider|matter for", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Listed:
    """A sentence that answers the recommendations it numbers."""

    numbers: tuple[str, ...]
    span: Span
    verdict: Verdict


def find_listed(text: str, blocks: Sequence[Block]) -> tuple[Listed, ...]:
    """The sentences that answer several recommendations by their numbers, in order."""
    return tuple(listed for block in blocks if block.row is None for listed in _listed(text, block.span))


def _listed(text: str, block: Span) -> Iterator[Listed]:
    if not _NAMED.search(text, block.start, block.end):
        return
    for match in _SENTENCE.finditer(text, block.start, block.end):
        sentence = Span(match.start(), match.end())
        if sentence.end - sentence.start > _LONGEST or not _SPEAKS.search(text, sentence.start, sentence.end):
            continue
        verdict = judge(text, sentence)
        if verdict.disposition is Disposition.UNCLEAR:
            continue
        for named in _NAMED.finditer(text, sentence.start, sentence.end):
            if _bears_on(text, verdict, named):
                yield Listed(expand(named["numbers"]), sentence, verdict)


def _bears_on(text: str, verdict: Verdict, named: re.Match[str]) -> bool:
    """Whether the deciding words reach the numbers, with no new clause in between."""
    first, last = verdict.deciding[0].start, verdict.deciding[-1].end
    gap = text[last : named.start()] if last < named.start() else ""
    return first <= named.end() and len(gap) < 60 and not re.search(r"[.;:]|\bresponse to\b|\bsee\b", gap)
