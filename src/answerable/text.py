"""Where a thing stands in a text: spans, quotes that find their place again, and content keys.

Positions everywhere in answerable are half-open offsets in Unicode characters into `Document.text`.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from heapq import nsmallest
from itertools import pairwise

CONTEXT = 32
"""Characters kept on each side of a quote (the W3C TextQuoteSelector's prefix and suffix)."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of character offsets, `text[start:end]`.

    Raises ValueError if the range is negative or empty.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"not a span: {self.start}-{self.end}")

    def of(self, text: str) -> str:
        """The words at this place of `text`."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share a character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end


CELLS = " · "
"""What stands between the cells of a table's row where its words are quoted on one line."""
NARROW = 30
"""Nobody breaks prose into lines of fewer characters than this."""

Spans = tuple[Span, ...]
"""A possibly discontinuous place in a text: spans in order, not overlapping; empty where there is none."""


def words(text: str, spans: Iterable[Span]) -> str:
    """The words at a discontinuous place, its pieces joined by " … "."""
    return " … ".join(span.of(text) for span in spans)


def on_one_line(text: str) -> str:
    """Words on one line, white space as single blanks, the cells of a table's row apart: "4 · Register · Done".

    The text alone tells cells from prose that was broken into lines. Lines of prose are filled: the next word would
    not have gone on them. Lines of which the first word of the next could have been a part are cells, or such as an
    address has, unless a sentence ends with them; the first line of a quotation may begin anywhere, and tells nothing.
    """
    return " ".join(_joined(paragraph.splitlines()) for paragraph in re.split(r"\n\s*\n", text.strip()))


def shortened(words: str, most: int) -> str:
    """Words on one line, cut off between two of them where they have more than `most` characters: "There must …"."""
    return words if len(words) <= most else words[: most - 1].rsplit(" ", 1)[0] + "\u00a0…"


def _joined(lines: Sequence[str]) -> str:
    flat = [" ".join(line.split()) for line in lines]
    width = max((NARROW, *map(len, flat)))
    apart = any(
        len(line) + 1 + len(after.split(" ", 1)[0]) <= width and line[-1:].isalnum()
        for line, after in pairwise(flat[1:])
    )
    return (CELLS if apart else " ").join(flat)


def envelope(spans: Iterable[Span]) -> Span:
    """The smallest span that covers all of `spans`. Raises ValueError if there are none."""
    listed = list(spans)
    return Span(min(s.start for s in listed), max(s.end for s in listed))


@dataclass(frozen=True, slots=True)
class Quote:
    """The words at a place and up to 32 characters on each side of them.

    Finds the place again in a text that was read anew (W3C Web Annotation, TextQuoteSelector).
    """

    exact: str
    prefix: str
    suffix: str

    @classmethod
    def at(cls, text: str, span: Span) -> Quote:
        """The quote of `text[span.start:span.end]`."""
        return cls(
            exact=span.of(text),
            prefix=text[max(0, span.start - CONTEXT) : span.start],
            suffix=text[span.end : span.end + CONTEXT],
        )


class Fate(StrEnum):
    """What has become of a quote in a text that was read anew."""

    FOUND = "found"  # the same words at the same place
    MOVED = "moved"  # the same words at one other place
    FUZZY = "fuzzy"  # nearly the same words between the same neighbours
    AMBIGUOUS = "ambiguous"  # the same words at several places, none of them more likely than another
    ORPHANED = "orphaned"  # nowhere


ALIKE = 0.8
"""Share of characters that two wordings must have in common to be nearly the same (difflib's ratio)."""
PLACES = 20
"""Places nearest to where a quote stood that are looked at for nearly the same words."""
LONG = 1000
"""A quote of more characters is compared word by word."""


def locate(text: str, quote: Quote, hint: int) -> tuple[Fate, Span | None]:
    """Finds a quote that stood at offset `hint` of an earlier reading; its place where it is found, moved or fuzzy."""
    likely = {place: _neighbours(text, quote, place) for place in _occurrences(text, quote.exact)}
    if likely:
        most = max(likely.values())
        best = [place for place, shared in likely.items() if shared == most]
        if hint in best:
            return Fate.FOUND, Span(hint, hint + len(quote.exact))
        if len(best) > 1:
            return Fate.AMBIGUOUS, None
        return Fate.MOVED, Span(best[0], best[0] + len(quote.exact))
    return _between_neighbours(text, quote, hint)


def _occurrences(text: str, wanted: str) -> Iterator[int]:
    at = text.find(wanted)
    while at >= 0:
        yield at
        at = text.find(wanted, at + 1)


def _neighbours(text: str, quote: Quote, start: int) -> int:
    """How many characters before and after a place are those of the quote, counted from the place outwards."""
    before = text[max(0, start - CONTEXT) : start][::-1]
    after = text[start + len(quote.exact) : start + len(quote.exact) + CONTEXT]
    return _shared(before, quote.prefix[::-1]) + _shared(after, quote.suffix)


def _shared(one: str, other: str) -> int:
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _between_neighbours(text: str, quote: Quote, hint: int) -> tuple[Fate, Span | None]:
    """Nearly the same words where the words before or after the quote still stand; the nearest to `hint` of equals."""
    longest = 2 * len(quote.exact) + CONTEXT
    starts = _nearest((at + len(quote.prefix) for at in _stands(text, quote.prefix)), hint)
    ends = _nearest(_stands(text, quote.suffix), hint + len(quote.exact))
    pairs = [(s, e) for s in starts for e in ends if 0 < e - s <= longest]
    pairs += [(s, min(len(text), s + len(quote.exact))) for s in starts]
    pairs += [(max(0, e - len(quote.exact)), e) for e in ends]
    nearest = sorted((abs(s - hint), s, e) for s, e in set(pairs) if s < e)[:PLACES]
    scored = [(_alike(quote.exact, text[s:e]), -away, s, e) for away, s, e in nearest]
    if scored and max(scored)[0] >= ALIKE:
        _, _, start, end = max(scored)
        return Fate.FUZZY, Span(start, end)
    return Fate.ORPHANED, None


def _stands(text: str, wanted: str) -> Iterator[int]:
    return _occurrences(text, wanted) if wanted.strip() else iter(())


def _nearest(places: Iterable[int], hint: int) -> list[int]:
    return nsmallest(PLACES, places, key=lambda place: abs(place - hint))


def _alike(one: str, other: str) -> float:
    """The share of characters, of a long wording the share of words, that two have in common; 0 if less than ALIKE."""
    split = str.split if len(one) > LONG else list[str]
    match = SequenceMatcher(None, split(one), split(other), autojunk=False)
    return match.ratio() if match.real_quick_ratio() >= ALIKE and match.quick_ratio() >= ALIKE else 0.0


def key(*parts: object) -> str:
    """A content key: 20 hexadecimal digits of the SHA-256 of `parts`, each written with `str` and length-prefixed.

    The same parts give the same key on any machine; ("ab", "c") and ("a", "bc") differ.
    """
    digest = hashlib.sha256()
    for part in parts:
        data = str(part).encode("utf-8", "surrogatepass")
        digest.update(len(data).to_bytes(8, "big"))
        digest.update(data)
    return digest.hexdigest()[:20]


def spans_key(spans: Iterable[Span]) -> str:
    """Spans written as "0-4,9-12", to be hashed into a key."""
    return ",".join(f"{s.start}-{s.end}" for s in spans)
