"""Where a thing stands in a text: spans, quotes that find their place again, and content keys.

Positions everywhere in answerable are half-open offsets in Unicode characters into `Document.text`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

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


Spans = tuple[Span, ...]
"""A possibly discontinuous place in a text: spans in order, not overlapping; empty where there is none."""


def words(text: str, spans: Iterable[Span]) -> str:
    """The words at a discontinuous place, its pieces joined by " … "."""
    return " … ".join(span.of(text) for span in spans)


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
