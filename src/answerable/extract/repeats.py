"""The same words in two places: the list in a summary and the body, a report and the response that quotes it.

Words are compared, not characters, so that line breaks, dashes and notes in between do no harm. Two places repeat each
other when runs of four words of the one stand in the other in the same order for most of its length.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from answerable.text import Span

_WORD = re.compile(r"\w+")
_RUN = 4
_LEAST = 0.6
_SHORTEST = 6  # words; anything shorter may be said twice by chance


def overlap(first: str, second: str) -> float:
    """How far the shorter of two texts is contained in the longer, 0 to 1, by runs of four words."""
    a, b = (_forms(words) for words in (first, second))
    shorter, longer = sorted((a, b), key=len)
    runs = _runs(shorter)
    if not runs:
        return float(bool(shorter) and shorter == longer[: len(shorter)])
    there = set(_runs(longer))
    return sum(run in there for run in runs) / len(runs)


class Repeats:
    """The words of a text, asked where else the stretches stand that it was told of."""

    def __init__(self, text: str, spans: Iterable[Span]) -> None:
        found = list(_WORD.finditer(text))
        self._starts = [match.start() for match in found]
        self._ends = [match.end() for match in found]
        self._forms = [match[0].casefold() for match in found]
        self._places: dict[tuple[str, ...], list[int]] = defaultdict(list)
        wanted = {run for span in spans for run in _runs(_forms(span.of(text)))}
        for n, run in enumerate(_runs(self._forms)):
            if run in wanted:
                self._places[run].append(n)

    def elsewhere(self, span: Span) -> tuple[Span, ...]:
        """The other places of the words at `span`, in order."""
        first, last = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        length = last - first
        if length < _SHORTEST:
            return ()
        shifts: Counter[int] = Counter()
        for n in range(first, last - _RUN + 1):
            for place in self._places[tuple(self._forms[n : n + _RUN])]:
                if not first - _RUN < place < last:
                    shifts[place - n] += 1
        return tuple(self._clusters(shifts, first, length))

    def _clusters(self, shifts: Counter[int], first: int, length: int) -> Iterable[Span]:
        """Places where most runs recur at nearly one distance: words may have been added or left out between them."""
        slack = max(4, length // 6)
        found: list[Span] = []
        for shift, _ in shifts.most_common(40):
            near = sum(count for other, count in shifts.items() if abs(other - shift) <= slack)
            begin, end = first + shift, min(first + shift + length, len(self._starts))
            if near < _LEAST * (length - _RUN + 1) or not 0 <= begin < end:
                continue
            span = Span(self._starts[begin], self._ends[end - 1])
            if not any(span.overlaps(other) for other in found):
                found.append(span)
        return sorted(found)


def _forms(words: str) -> list[str]:
    return [match[0].casefold() for match in _WORD.finditer(words)]


def _runs(forms: Sequence[str]) -> list[tuple[str, ...]]:
    return list(zip(*(forms[n:] for n in range(_RUN)), strict=False))
