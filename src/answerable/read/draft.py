"""A text under construction: readers write into a draft, and the draft knows where everything stands."""

from __future__ import annotations

from answerable.model import Document, Part, PartKind, Source
from answerable.text import Span


class Draft:
    """Blocks of text set apart by separators, with the parts found in them.

    `at` is the offset at which the next block will start; a separator is written only when a block follows it.
    """

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._separator = ""
        self._length = 0
        self.parts: list[Part] = []

    @property
    def at(self) -> int:
        """Where the next written character will stand."""
        return self._length + len(self._separator)

    def write(self, text: str) -> int:
        """Write `text` after the separator due, and give the offset of its first character."""
        start = self.at
        if text:
            self._pieces += (self._separator, text)
            self._separator = ""
            self._length = start + len(text)
        return start

    def gap(self, separator: str = "\n\n") -> None:
        """Let `separator` stand before whatever is written next; the widest one asked for wins."""
        if self._length and len(separator) > len(self._separator):
            self._separator = separator

    def mark(
        self,
        kind: PartKind,
        start: int,
        *,
        label: str = "",
        level: int = 0,
        ref: str | None = None,
        end: int | None = None,
    ) -> None:
        """Mark from `start` to `end` (or what is written so far) as a part, unless that is nothing."""
        stop = self._length if end is None else end
        if start < stop:
            self.parts.append(Part(kind, Span(start, stop), label, level, ref))

    def block(self, kind: PartKind, text: str, *, label: str = "", level: int = 0, ref: str | None = None) -> int:
        """A block of its own: a blank line, the text, the mark. Gives the offset of its first character."""
        self.gap()
        start = self.write(text)
        self.mark(kind, start, label=label, level=level, ref=ref)
        return start

    @property
    def text(self) -> str:
        """All that is written so far."""
        return "".join(self._pieces)

    def document(self, source: Source, *, ocr: bool = False) -> Document:
        """The finished document."""
        return Document.of(self.text, source, tuple(self.parts), ocr=ocr)
