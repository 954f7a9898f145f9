"""A document as it reads: its text cut into headings, paragraphs, items and rows, none of it lost or doubled."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise, zip_longest

from answerable.model import Document, Part, PartKind
from answerable.text import Span

BLOCKS = {
    PartKind.HEADING,
    PartKind.PARAGRAPH,
    PartKind.ITEM,
    PartKind.QUOTATION,
    PartKind.FOOTNOTE,
    PartKind.ROW,
    PartKind.CELL,
    PartKind.TURN,
}
SECTION = 24_000
"""Characters shown on one page of a long document: a chapter's worth, well under 200 KB with all its marks."""

_LINE = re.compile(r"[^\n]+(?:\n(?!\s*\n)[^\n]+)*")


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch that is set as one block: its place, what it is, and the pages that begin at or in it.

    `kind` is the innermost part that covers it, or TURN for the line that names whose turn begins; `level` and `label`
    are that part's; `quoted` says that it stands inside a block quotation. `row` is where its table row begins,
    `column` the number of its cell in it and `heading` what stands above that column. `pages` are (offset, label) of
    the pages that begin with or inside this block.
    """

    span: Span
    kind: PartKind
    level: int = 0
    label: str = ""
    quoted: bool = False
    row: int | None = None
    column: int | None = None
    heading: str = ""
    pages: tuple[tuple[int, str], ...] = ()


def blocks(document: Document) -> tuple[Block, ...]:
    """All blocks of a document in order. Together they hold every character that is not white space, once."""
    text = document.text
    parts = [p for p in document.parts if p.kind in BLOCKS]
    pages = [p for p in document.parts if p.kind is PartKind.PAGE]
    cuts = sorted({0, len(text)} | {at for p in parts for at in (p.span.start, min(p.span.end, len(text)))})
    waiting = sorted(parts, key=lambda p: (p.span.start, -p.span.end), reverse=True)
    around: list[Part] = []
    found: list[Block] = []
    for start, end in pairwise(cuts):
        around = [p for p in around if p.span.end > start]
        while waiting and waiting[-1].span.start <= start:
            around.append(waiting.pop())
        for span in _trimmed(text, start, end, whole=bool(around)):
            found.append(_block(span, around))
    turns = {p.span.start: p.label for p in document.parts if p.kind is PartKind.TURN}
    return tuple(_with_pages(_with_names(text, found, turns), pages))


def _with_names(text: str, found: list[Block], turns: dict[int, str]) -> list[Block]:
    """The blocks; the line that says whose turn begins after it is a TURN."""
    return [
        replace(block, kind=PartKind.TURN)
        if after and _names(block.span.of(text), turns.get(after.span.start))
        else block
        for block, after in zip_longest(found, found[1:])
    ]


def _names(line: str, speaker: str | None) -> bool:
    return speaker is not None and line.strip("*: ").casefold() == speaker.casefold()


def _trimmed(text: str, start: int, end: int, *, whole: bool) -> Iterator[Span]:
    """What is not white space in a stretch: one span inside a part, one for each paragraph outside of any."""
    stretch = text[start:end]
    if whole:
        if inner := stretch.strip():
            at = start + stretch.index(inner)
            yield Span(at, at + len(inner))
        return
    for match in _LINE.finditer(stretch):
        if inner := match[0].strip():
            at = start + match.start() + match[0].index(inner)
            yield Span(at, at + len(inner))


def _block(span: Span, around: list[Part]) -> Block:
    inner = min(around, key=lambda p: (p.span.end - p.span.start, p.kind is PartKind.TURN), default=None)
    kind = inner.kind if inner and inner.kind is not PartKind.TURN else PartKind.PARAGRAPH
    row = next((p.span.start for p in around if p.kind is PartKind.ROW), None)
    cell = next((p for p in around if p.kind is PartKind.CELL), None)
    quoted = any(p.kind is PartKind.QUOTATION for p in around)
    set_in = (quoted, row, cell.level if cell else None, cell.label if cell else "")
    if inner is None or inner.kind is PartKind.TURN:
        return Block(span, kind, 0, "", *set_in)
    return Block(span, kind, inner.level, inner.label, *set_in)


def _with_pages(found: list[Block], pages: list[Part]) -> Iterator[Block]:
    """The blocks, each with the pages that begin after the block before it and before its own end."""
    queue = sorted(((p.span.start, p.label) for p in pages), reverse=True)
    for block in found:
        mine: list[tuple[int, str]] = []
        while queue and queue[-1][0] < block.span.end:
            at, label = queue.pop()
            mine.append((max(at, block.span.start), label))
        if mine:
            block = replace(block, pages=tuple(mine))
        yield block


def sections(found: Iterable[Block], size: int = SECTION) -> tuple[tuple[Block, ...], ...]:
    """Blocks in runs of about `size` characters, so that a report of 400 pages is shown a chapter at a time.

    A run does not end inside a table row. A document always has at least one section, if an empty one.
    """
    runs: list[list[Block]] = [[]]
    filled = 0
    for block in found:
        length = block.span.end - block.span.start
        same_row = bool(runs[-1]) and block.row is not None and runs[-1][-1].row == block.row
        if runs[-1] and filled + length > size and not same_row:
            runs.append([])
            filled = 0
        runs[-1].append(block)
        filled += length
    return tuple(tuple(run) for run in runs)
