"""DOCX: paragraphs and tables in order, list numbers as Word would print them."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from answerable.errors import NoTextError, UnreadableError
from answerable.model import Document, PartKind, Source
from answerable.read.draft import Draft
from answerable.read.labels import cited, is_name, label
from answerable.read.marks import is_mark, raised
from answerable.read.metadata import filled, medium_of
from answerable.read.numbering import Numbering
from answerable.read.opening import opening

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_UNSEEN = frozenset(
    (f"{_W}del", f"{_W}moveFrom", "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback")
)
"""What is deleted, moved away, or said a second time for old programs."""
_LARGEST = 512_000_000
"""Bytes that a DOCX may unpack to, pictures among them."""
_LONGEST = 64_000_000
"""Bytes beside pictures and embedded files: the mark-up of a thousand pages has some ten million."""
_BESIDE = ("word/media/", "word/embeddings/")


def read_docx(data: bytes, source: Source) -> Document:
    """The text of a DOCX with HEADING, PARAGRAPH, ITEM, QUOTATION, EMPHASIS, ROW, CELL and FOOTNOTE parts.

    A merged cell is written once, in the row and column in which it begins. Deleted words of tracked changes are left
    out, inserted ones are kept. Raises UnreadableError if it is broken, NoTextError if it is empty.
    """
    import docx

    try:
        entries = zipfile.ZipFile(BytesIO(data)).infolist()
        unpacked = sum(entry.file_size for entry in entries)
        marked = sum(entry.file_size for entry in entries if not entry.filename.startswith(_BESIDE))
        if unpacked > _LARGEST or marked > _LONGEST:
            raise UnreadableError(source.url, f"unpacks to {unpacked // 1_000_000} MB, more than any document")
        file = docx.Document(BytesIO(data))
        draft = _Reader(file).read()
    except UnreadableError:
        raise
    except Exception as error:  # python-docx raises KeyError, ValueError, lxml's errors and its own for broken files
        raise UnreadableError(source.url, f"a broken DOCX ({type(error).__name__})") from None
    if not draft.text.strip():
        raise NoTextError(source.url, "is empty")
    return draft.document(_described(source, file, draft))


def _described(source: Source, file: Any, draft: Draft) -> Source:
    told = file.core_properties
    headings = [p for p in draft.parts if p.kind is PartKind.HEADING]
    first = min(headings, key=lambda p: (p.level, p.span.start), default=None)
    title = told.title or (first.span.of(draft.text) if first else None)
    made = told.modified or told.created
    return filled(
        source,
        title=title,
        author=told.author if told.author != "python-docx" else None,
        published=opening(draft.text).published or (made.date() if made and told.author != "python-docx" else None),
        medium=medium_of(title, draft.text),
        media_type="application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    )


class _Reader:
    """One reading of a file."""

    def __init__(self, file: Any) -> None:
        self._file = file
        self._draft = Draft()
        self._numbering = Numbering(file)
        self._styles = {style.style_id: str(style.name or "").lower() for style in file.styles}

    def read(self) -> Draft:
        """The whole body, then the notes."""
        self._blocks(self._file, PartKind.PARAGRAPH)
        for mark, words in _notes(self._file):
            self._draft.block(PartKind.FOOTNOTE, f"{raised(mark)} {words}", label=mark)
        return self._draft

    def _blocks(self, holder: Any, kind: PartKind) -> None:
        from docx.table import Table

        for block in holder.iter_inner_content():
            if isinstance(block, Table):
                self._table(block)
            else:
                self._draft.gap("\n" if kind is PartKind.CELL else "\n\n")
                self._paragraph(block, kind)

    # ------------------------------------------------------------ paragraphs

    def _paragraph(self, paragraph: Any, kind: PartKind) -> None:
        text, strong = _words(paragraph._p)
        if not text.strip():
            return
        numbered = self._numbering.label(paragraph)
        if numbered:
            text, strong = f"{numbered} {text}", [(s + len(numbered) + 1, e + len(numbered) + 1) for s, e in strong]
        start = self._draft.write(text)
        style = self._styles.get(paragraph._p.style or "", "")
        level = _heading(style, paragraph)
        found = numbered or label(text)
        if level:
            self._draft.mark(PartKind.HEADING, start, label=cited(found), level=level)
            return
        if found:
            self._draft.mark(PartKind.ITEM, start, label=cited(found), level=self._numbering.depth(paragraph))
        elif "quote" in style:
            self._draft.mark(PartKind.QUOTATION, start)
        elif kind is not PartKind.CELL:
            self._draft.mark(PartKind.PARAGRAPH, start)
        for begin, end in strong:
            self._draft.mark(PartKind.EMPHASIS, start + begin, end=start + end)

    # ------------------------------------------------------------ tables

    def _table(self, table: Any) -> None:
        names: dict[int, str] = {}
        for number, row in enumerate(table.rows):
            self._draft.gap()
            start = self._draft.at
            cells = list(_cells(row))
            head = number == 0 and len(cells) > 1 and len(table.rows) > 1 and _is_header(row, cells)
            for column, cell in cells:
                self._cell(cell, column, "" if head else names.get(column, ""))
            if head:
                names = {column: " ".join(cell.text.split()) for column, cell in cells}
            self._draft.mark(PartKind.ROW, start)

    def _cell(self, cell: Any, column: int, name: str) -> None:
        self._draft.gap("\n")
        start = self._draft.at
        self._blocks(cell, PartKind.CELL)
        self._draft.mark(PartKind.CELL, start, label=name, level=column)


def _cells(row: Any) -> Iterator[tuple[int, Any]]:
    """The cells that begin in a row, with their columns."""
    from docx.table import _Cell

    column = row.grid_cols_before
    for tc in row._tr.tc_lst:
        if tc.vMerge != "continue":
            yield column, _Cell(tc, row.table)
        column += tc.grid_span


def _is_header(row: Any, cells: list[tuple[int, Any]]) -> bool:
    """Whether a row is marked as a header, or bold, or made of a few words a cell."""
    if row._tr.find(f"{_W}trPr/{_W}tblHeader") is not None:
        return True
    return all(is_name(cell.text) for _, cell in cells)


# ---------------------------------------------------------------- words


def _words(element: Any) -> tuple[str, list[tuple[int, int]]]:
    """The words of a paragraph, and which stretches of them are bold."""
    text = ""
    strong: list[tuple[int, int]] = []
    for run in element.iter(f"{_W}r"):
        piece = _run(run)
        start, text = len(text), text + piece
        if piece.strip() and _is_bold(run):
            if strong and not text[strong[-1][1] : start].strip():
                start = strong.pop()[0]
            strong.append((start, start + len(text[start:].rstrip())))
    lead = len(text) - len(text.lstrip())
    settled = text.strip()
    return settled, [(max(0, s - lead), min(e - lead, len(settled))) for s, e in strong if e > lead]


def _run(run: Any) -> str:
    if any(a.tag in _UNSEEN for a in run.iterancestors()):
        return ""
    words = ""
    for child in run.iterchildren("{*}*"):
        match child.tag.removeprefix(_W):
            case "t":
                words += child.text or ""
            case "tab":
                words += "\t"
            case "br" | "cr":
                words += "\n"
            case "noBreakHyphen":
                words += "-"
            case "footnoteReference":
                words += raised(child.get(f"{_W}id") or "")
    lift = run.find(f"{_W}rPr/{_W}vertAlign")
    is_raised = lift is not None and lift.get(f"{_W}val") == "superscript" and is_mark(words.strip() or "x")
    return raised(words) if is_raised else words


def _is_bold(run: Any) -> bool:
    bold = run.find(f"{_W}rPr/{_W}b")
    return bold is not None and bold.get(f"{_W}val") not in ("0", "false", "none")


def _heading(style: str, paragraph: Any) -> int:
    """The level of a heading from 1, 0 for what is none."""
    if style in ("title", "subtitle"):
        return 1
    if style.startswith("heading") and style[-1:].isdigit():
        return int(style[-1])
    outline = paragraph._p.find(f"{_W}pPr/{_W}outlineLvl")
    level = int(outline.get(f"{_W}val") or 9) if outline is not None else 9
    return level + 1 if level < 9 else 0


def _notes(file: Any) -> Iterator[tuple[str, str]]:
    """The footnotes: mark and words."""
    from lxml import etree

    for part in file.part.package.iter_parts():
        if str(part.partname) == "/word/footnotes.xml":
            root = etree.fromstring(part.blob, etree.XMLParser(resolve_entities=False, no_network=True))
            for note in root.iter(f"{_W}footnote"):
                words = " ".join(" ".join(t.text or "" for t in p.iter(f"{_W}t")) for p in note.iter(f"{_W}p"))
                if note.get(f"{_W}type") is None and words.strip():
                    yield note.get(f"{_W}id") or "", " ".join(words.split())
