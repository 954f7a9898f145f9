"""A document as a run of blocks: headings, numbered items, paragraphs and cells, in reading order, without gaps.

Where the reader marked parts, a block is the innermost part (and the rest of the part around it); where it marked none,
as in plain text, blocks are set apart by blank lines, short lines without a full stop are headings, and a line that
begins with a number begins a block. Page numbers and running heads are left out.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from answerable.model import Document, Part, PartKind
from answerable.text import Span

_LEAVES = (PartKind.HEADING, PartKind.PARAGRAPH, PartKind.ITEM, PartKind.CELL, PartKind.FOOTNOTE)
_SHARE = 0.6
_HEADING_LENGTH = 110

_GAP = re.compile(r"\n[ \t]*(?:\n[ \t]*)+|\f")
_NUMBERED_LINE = re.compile(
    r"^[ \t]*(?=(?:Recommendations?|Rec\.)[ \t]+[A-Z]{0,2}\d[\w.()]*(?:[ \t]*[:.–—(-]|[ \t]{2,}|[ \t]*$)"
    r"|(?:\d{1,3}(?:\.\d{1,3}){1,3}\.?|\d{1,3}[.)]|\(\d{1,3}\)|R\d{1,3}[.:)]?)[ \t]+[A-Z“\"‘'(])",
    re.MULTILINE,
)
_MARK_LINE = re.compile(
    r"^[ \t]*(?:Recommendations?|Rec\.)[ \t]+[A-Z]{0,2}\d[^\n]{0,60}\n(?=[ \t]*[A-Z“\"(])", re.MULTILINE
)
_ANSWER_LINE = re.compile(
    r"(?<=[.)])[ \t]*\n[ \t]*(?=(?:The|Our|We|HM|UK|Scottish|Welsh|Government|Response)\b[^\n.]{0,80}?\b"
    r"(?:accept|agree|support|note|reject|disagree|partially|response|does not|do not|will)(?:s|ed|d)?\b)"
)
_BULLET_LINE = re.compile(r"^[ \t]*(?=[•●▪◦○–-][ \t]+\S|\(?[a-z]\)[ \t]+\S)", re.MULTILINE)
_PAGE_NUMBER = re.compile(r"\W*(?:page\W+)?(?:\d{1,4}|[ivxl]{1,6})(?:\W+of\W+\d+)?\W*", re.IGNORECASE)
_SENTENCE_END = tuple(".;:,")


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of text that stands by itself. `label` is the number or bullet of an item, as the reader gives it.

    `bold`, `italic` and `boxed` say how it is set; `row` is the start of the table row that a cell stands in, and
    `level` its column.
    """

    span: Span
    kind: PartKind
    label: str = ""
    level: int = 0
    bold: bool = False
    boxed: bool = False
    row: int | None = None
    italic: bool = False

    @property
    def start(self) -> int:
        return self.span.start

    @property
    def end(self) -> int:
        return self.span.end

    @property
    def set_apart(self) -> bool:
        """Whether the typography sets it apart from running text."""
        return self.bold or self.boxed or self.kind is PartKind.HEADING


def blocks(document: Document) -> tuple[Block, ...]:
    """The blocks of `document` in order; footnotes, page numbers and running heads are not among them."""
    bold = _Cover(document.parts_of(PartKind.EMPHASIS))
    boxed = _Cover(document.parts_of(PartKind.QUOTATION))
    italic = _Cover(document.parts_of(PartKind.ITALIC))
    marked = bool(document.parts_of(*_LEAVES))
    rows = [part.span.start for part in document.parts_of(PartKind.ROW)]
    found = []
    for span, leaf, cell in _leaves(document):
        if leaf is not None and leaf.kind is PartKind.FOOTNOTE:
            continue
        part = cell or leaf
        row = rows[bisect_right(rows, span.start) - 1] if rows and cell else None
        for n, piece in enumerate(_pieces(document.text, span, part)):
            kind = part.kind if part else _kind(piece.of(document.text), marked)
            label = part.label if part and (n == 0 or cell) else ""
            heavy = kind is PartKind.HEADING or bold.share(piece) >= _SHARE
            box, slant = (cover.share(piece) >= _SHARE for cover in (boxed, italic))
            found.append(Block(piece, kind, label, part.level if part else 0, heavy, box, row, slant))
    return tuple(_without_furniture(document.text, found))


def _leaves(document: Document) -> Iterator[tuple[Span, Part | None, Part | None]]:
    """Innermost parts, and what they leave of the parts and the text around them, in order; each with its cell."""
    at = 0
    open_: list[Part] = []

    def until(end: int) -> Iterator[tuple[Span, Part | None, Part | None]]:
        nonlocal at
        while open_:
            cell = next((part for part in open_ if part.kind is PartKind.CELL), None)
            stop = min(end, open_[-1].span.end)
            if at < stop:
                yield Span(at, stop), open_[-1], cell
                at = stop
            if open_[-1].span.end > end:
                return
            open_.pop()
        if at < end:
            yield Span(at, end), None, None
            at = end

    for part in document.parts_of(*_LEAVES):
        yield from until(part.span.start)
        open_.append(part)
    yield from until(len(document.text))


def _pieces(text: str, span: Span, part: Part | None) -> Iterator[Span]:
    """`span` cut at blank lines and before lines that begin a numbered or bulleted paragraph; blanks stripped."""
    cuts = {span.start, span.end}
    if part is None or part.kind is not PartKind.HEADING:
        cuts.update(match.end() for match in _GAP.finditer(text, span.start, span.end))
        for pattern in (_NUMBERED_LINE, _BULLET_LINE, _MARK_LINE, _ANSWER_LINE):
            cuts.update(match.end() for match in pattern.finditer(text, span.start, span.end))
    ordered = sorted(cuts)
    for start, end in pairwise(ordered):
        words = text[start:end]
        if stripped := words.strip():
            begin = start + words.index(stripped[0])
            yield Span(begin, begin + len(stripped))


def _kind(words: str, marked: bool) -> PartKind:
    """What a block is that no part describes."""
    short = len(words) < _HEADING_LENGTH and "\n" not in words.strip()
    titled = short and (words[0].isupper() or words[0].isdigit()) and not words.endswith(_SENTENCE_END)
    return PartKind.HEADING if titled and not marked else PartKind.PARAGRAPH


def _without_furniture(text: str, found: list[Block]) -> Iterator[Block]:
    """Drop page numbers, and short lines beside them that come again and again."""
    numbers = [_PAGE_NUMBER.fullmatch(block.span.of(text)) is not None and block.row is None for block in found]
    lines = [re.sub(r"\d+|\s+", " ", block.span.of(text)) if block.end - block.start < 140 else "" for block in found]
    beside = Counter(
        line
        for n, line in enumerate(lines)
        if line and (any(numbers[max(0, n - 1) : n + 2]) or "\f" in text[found[n].start - 2 : found[n].start])
    )
    for n, block in enumerate(found):
        if not numbers[n] and beside[lines[n]] < 3:
            yield block


class _Cover:
    """Stretches of a text, asked how much of a span they cover."""

    def __init__(self, parts: Iterable[Part]) -> None:
        merged: list[list[int]] = []
        for part in parts:
            if merged and part.span.start <= merged[-1][1]:
                merged[-1][1] = max(merged[-1][1], part.span.end)
            else:
                merged.append([part.span.start, part.span.end])
        self._starts = [start for start, _ in merged]
        self._ends = [end for _, end in merged]

    def share(self, span: Span) -> float:
        """The covered share of `span`, 0 to 1."""
        n = max(0, bisect_right(self._starts, span.start) - 1)
        covered = 0
        while n < len(self._starts) and self._starts[n] < span.end:
            covered += max(0, min(span.end, self._ends[n]) - max(span.start, self._starts[n]))
            n += 1
        return covered / (span.end - span.start)
