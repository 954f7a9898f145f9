"""A text as the tagger sees it: words, the look of each word, and windows that the encoder can hold.

The encoder reads lower-case word pieces, so what case, digits, quotation marks and paragraphs tell is passed to it as
one number a word, its look.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from answerable.extract.paragraphs import paragraphs
from answerable.extract.quotations import quotations

WORD = re.compile(r"\w+(?:['’.,\-]\w+)*|[^\w\s]")
"""A run of word characters with inner apostrophes, points, commas and hyphens, or any other single character."""

SHAPES = ("lower", "initial", "upper", "mixed", "digit", "mark", "other")
QUOTING = ("outside", "inside", "opening", "closing")
PLACES = ("inner", "sentence", "paragraph")
LOOKS = len(SHAPES) * len(QUOTING) * len(PLACES)

_STOPS = frozenset(".?!")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text in order: where each starts and ends, how it is written, its look."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    looks: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.starts)

    def forms(self) -> Iterator[str]:
        """The words as the encoder is to read them: every quotation mark as a straight double one."""
        for start, end, look in zip(self.starts, self.ends, self.looks, strict=True):
            yield '"' if quoting(look) >= 2 else self.text[start:end]


def look(shape: int, quote: int, place: int) -> int:
    """The number of a look, from indices into SHAPES, QUOTING and PLACES."""
    return (place * len(QUOTING) + quote) * len(SHAPES) + shape


def quoting(number: int) -> int:
    """The index into QUOTING of a look."""
    return number // len(SHAPES) % len(QUOTING)


def place(number: int) -> int:
    """The index into PLACES of a look."""
    return number // len(SHAPES) // len(QUOTING)


def is_word(number: int) -> bool:
    """Whether a look is that of a word or number, not of a mark."""
    return SHAPES[number % len(SHAPES)] != "mark"


def shape(word: str) -> int:
    """The index into SHAPES of a word."""
    if word.islower():
        return 0
    if not word[0].isalnum():
        return 5
    if any(c.isdigit() for c in word):
        return 4
    if word.isupper() and len(word) > 1:
        return 2
    if word[0].isupper():
        return 1 if word[1:].islower() or len(word) == 1 else 3
    return 6


def words(text: str) -> Words:
    """The words of `text` with their looks."""
    starts: list[int] = []
    ends: list[int] = []
    looks: list[int] = []
    marks = iter([*((q.span.start, q.span.end, q.closed) for q in quotations(text)), (len(text), len(text), False)])
    opening, close, closed = next(marks)
    for paragraph in paragraphs(text):
        where = 2
        for match in WORD.finditer(text, paragraph.start, paragraph.end):
            start, end = match.span()
            while start >= close and close < len(text):
                opening, close, closed = next(marks)
            word = match[0]
            quote = 0 if start < opening else 2 if start == opening else 3 if closed and end == close else 1
            starts.append(start)
            ends.append(end)
            looks.append(look(shape(word), quote, where))
            where = 1 if word in _STOPS else where if quote >= 2 else 0
    return Words(text, tuple(starts), tuple(ends), tuple(looks))


def windows(found: Words, sizes: Sequence[int], limit: int, first: int | None = None) -> Iterator[range]:
    """Runs of words that hold at most `limit` pieces, cut where a paragraph or else a sentence begins.

    `sizes` are the pieces of each word; `first` (default `limit`) is the limit of the first run. The runs depend on
    this text alone and follow each other without gap or overlap. A cut leaves at least half a window full.
    """
    begin, room = 0, first or limit
    while begin < len(found):
        end, held, best, rank = begin, 0, 0, -1
        while end < len(found) and held + sizes[end] <= room:
            if end > begin and held * 2 >= room and place(found.looks[end]) >= max(rank, 1):
                best, rank = end, place(found.looks[end])
            held += sizes[end]
            end += 1
        if end < len(found) and best:
            end = best
        end = max(end, begin + 1)
        yield range(begin, end)
        begin, room = end, limit
