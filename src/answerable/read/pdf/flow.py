"""The flow of a document from page to page, written out as text with its parts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from answerable.model import PartKind
from answerable.read.draft import Draft
from answerable.read.labels import cited
from answerable.read.pdf.layout import Block, Frame, Page
from answerable.read.pdf.notes import Note
from answerable.read.pdf.paragraphs import Paragraph, goes_on, join
from answerable.read.pdf.runs import HYPHEN
from answerable.read.pdf.styles import Headings
from answerable.read.pdf.tables import Table, extended
from answerable.read.pdf.words import Words

_ITALIC = 0.6
"""The share of a paragraph in italics from which it counts as set in italics."""


@dataclass(slots=True)
class _Piece:
    """A block or a note, and the page that it begins on."""

    what: Block | Note
    page: int


def flow(pages: Iterable[Page], words: Words) -> list[_Piece]:
    """The blocks of all pages in order; what is broken by the end of a page is joined, its notes coming after it."""
    pieces: list[_Piece] = []
    held: list[_Piece] = []
    last: Block | None = None
    for page in pages:
        blocks = list(page.blocks)
        if blocks and last is not None and _joined(last, blocks[0], page.index, words):
            blocks.pop(0)
        pieces += held
        held = []
        pieces += (_Piece(block, page.index) for block in blocks)
        last = blocks[-1] if blocks else last
        for note in page.notes:
            earlier = held or [piece for piece in pieces[-40:] if isinstance(piece.what, Note)]
            if not note.mark and earlier and isinstance(begun := earlier[-1].what, Note):
                begun.text = words.join(begun.text, note.text)
            else:
                held.append(_Piece(note, page.index))
    return pieces + held


def _joined(last: Block, first: Block, page: int, words: Words) -> bool:
    """Let the last block of a page go on with the first of the next, if it does."""
    if isinstance(last, Frame) and isinstance(first, Frame) and last.paragraphs and first.paragraphs:
        before, after = last.paragraphs[-1], first.paragraphs[0]
        if goes_on(before, after) and after.text[:1].islower():
            join(before, after, page, words)
            last.paragraphs.extend(first.paragraphs[1:])
            return True
        return False
    if isinstance(last, Table) and isinstance(first, Table):
        return extended(last, first, page, words)
    if isinstance(last, Paragraph) and isinstance(first, Paragraph) and goes_on(last, first):
        join(last, first, page, words)
        return True
    return False


@dataclass(slots=True)
class Writer:
    """Writes pieces into a draft, keeping count of pages and of the depth of items."""

    headings: Headings
    draft: Draft = field(default_factory=Draft)
    _turns: list[tuple[int, int]] = field(default_factory=list)  # (offset, page) from which a page runs
    _indents: list[float] = field(default_factory=list)

    def write(self, pieces: Sequence[_Piece], labels: Sequence[str]) -> Draft:
        """The draft of all pieces; `labels` are those of the pages."""
        for piece in pieces:
            self.draft.gap()
            self._turn(self.draft.at, piece.page)
            self._piece(piece)
        self._pages(labels)
        return self.draft

    def _piece(self, piece: _Piece) -> None:
        match piece.what:
            case Paragraph() as paragraph:
                self._paragraph(paragraph)
            case Frame(paragraphs):
                start = self.draft.at
                for paragraph in paragraphs:
                    self.draft.gap()
                    self._paragraph(paragraph)
                self.draft.mark(PartKind.QUOTATION, start)
            case Table() as table:
                self._table(table)
            case Note(mark, text):
                self.draft.block(PartKind.FOOTNOTE, _clean(text), label=mark)

    def _turn(self, offset: int, page: int) -> None:
        if not self._turns or self._turns[-1][1] != page:
            self._turns.append((offset, page))

    def _pages(self, labels: Sequence[str]) -> None:
        ends = [offset for offset, _ in self._turns[1:]] + [len(self.draft.text)]
        for (start, page), end in zip(self._turns, ends, strict=True):
            self.draft.mark(PartKind.PAGE, start, label=labels[page], end=end)

    # ------------------------------------------------------------ running text

    def _paragraph(self, paragraph: Paragraph) -> None:
        level = self.headings.level(paragraph)
        start = self.draft.write(_clean(paragraph.text))
        for offset, page in paragraph.breaks:
            self._turn(start + offset, page)
        if level:
            self._indents.clear()
            self.draft.mark(PartKind.HEADING, start, label=cited(paragraph.label), level=level)
            return
        if paragraph.label:
            self.draft.mark(PartKind.ITEM, start, label=cited(paragraph.label), level=self._depth(paragraph.x0))
        else:
            self.draft.mark(PartKind.PARAGRAPH, start)
        for begin, end in () if paragraph.entry else paragraph.strong:
            self.draft.mark(PartKind.EMPHASIS, start + begin, end=start + end)
        if paragraph.italic > _ITALIC:
            self.draft.mark(PartKind.ITALIC, start)

    def _depth(self, x0: float) -> int:
        """How deep an item lies: the number of items it stands to the right of."""
        while self._indents and x0 <= self._indents[-1] + 4:
            self._indents.pop()
        self._indents.append(x0)
        return len(self._indents) - 1

    # ------------------------------------------------------------ tables

    def _table(self, table: Table) -> None:
        names = table.names()
        for row in table.rows:
            self.draft.gap()
            start = self.draft.at
            for column, paragraphs in row.cells:
                self.draft.gap("\n")
                self._turn(self.draft.at, row.page)
                self._cell(column, paragraphs, names.get(column, "") if row is not table.rows[0] else "")
            self.draft.mark(PartKind.ROW, start)

    def _cell(self, column: int, paragraphs: list[Paragraph], name: str) -> None:
        start = self.draft.at
        for paragraph in paragraphs:
            self.draft.gap("\n")
            at = self.draft.write(_clean(paragraph.text))
            for offset, page in paragraph.breaks:
                self._turn(at + offset, page)
            if paragraph.label:
                self.draft.mark(PartKind.ITEM, at, label=cited(paragraph.label))
            for begin, end in paragraph.strong:
                self.draft.mark(PartKind.EMPHASIS, at + begin, end=at + end)
        self.draft.mark(PartKind.CELL, start, label=_clean(name), level=column)


def _clean(text: str) -> str:
    """A hyphen at the end of a paragraph is a hyphen."""
    return text.replace(HYPHEN, "-")

