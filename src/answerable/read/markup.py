"""Mark-up to text and parts: one walk over the elements of HTML and of trafilatura's output alike."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from answerable.model import PartKind
from answerable.read.draft import Draft
from answerable.read.labels import cited, label
from answerable.read.marks import is_mark, raised

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BLOCKS = frozenset(
    (
        *("p", "div", "section", "article", "main", "body", "header", "figure", "figcaption", "pre", "address", "hr"),
        *("ul", "ol", "dl", "list", "li", "item", "dt", "dd", "blockquote", "quote", "details", "summary", "fieldset"),
        *("table", "tbody", "thead", "tfoot", "tr", "row", "td", "th", "cell", "caption", "head", "center"),
        *_HEADINGS,
    )
)
_ITEMS = frozenset(("li", "item", "dd"))
_QUOTES = frozenset(("blockquote", "quote"))
_ROWS = frozenset(("tr", "row"))
_CELLS = frozenset(("td", "th", "cell"))
_BREAKS = frozenset(("br", "lb"))
_NOTE = re.compile(r"(?:^|[\s_-])(?:footnotes?|endnotes?|fn|cite_note)[:_-]?\d*(?:$|[\s_-])", re.I)
_SPACES = re.compile(r"[ \t\r\n\f\u00a0]+")
_WHOLE = re.compile(r"-?[0-9]{1,9}")
_ROMAN = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")


def prepare(tree: Any) -> None:
    """Write into a page what a browser would show: the numbers of ordered lists, raised note marks."""
    for mark in list(tree.iter("sup")):
        words = "".join(mark.itertext()).strip()
        if words and is_mark(words):
            _only(mark, raised(words))
    for items in tree.iter("ol"):
        _number(items)


def _only(element: Any, words: str) -> None:
    tail = element.tail
    element.clear()
    element.tag, element.text, element.tail = "span", words, tail


def _number(items: Any) -> None:
    count = _start(items.get("start"), 1)
    for item in items.iterchildren("li"):
        count = _start(item.get("value"), count)
        words = " ".join(item.itertext()).strip()
        if words and not label(words) and not is_note(item):
            first = next((e for e in item.iter() if isinstance(e.tag, str) and (e.text or "").strip()), item)
            first.text = f"{_printed(count, items.get('type'))}. {(first.text or '').lstrip()}"
        count += 1


def _start(told: str | None, otherwise: int) -> int:
    """The number that an attribute gives to a list item, if it is one."""
    return int(told) if told and _WHOLE.fullmatch(told) else otherwise


def _printed(count: int, kind: str | None) -> str:
    """The number of a list item as `type` has it printed (HTML, the ol element)."""
    if kind in ("a", "A") and 1 <= count <= 26:
        return chr(ord(kind) + count - 1)
    if kind in ("i", "I") and 1 <= count < 40:
        roman = "x" * (count // 10) + _ROMAN[count % 10]
        return roman.upper() if kind == "I" else roman
    return str(count)


def is_note(element: Any) -> bool:
    """Whether an element or what holds it is named as notes are."""
    holders = [element, *list(element.iterancestors())[:2]]
    return any(_NOTE.search(f"{e.get('class') or ''} {e.get('id') or ''}") for e in holders)


def written(root: Any) -> Draft:
    """The text under an element, block by block, with its parts."""
    walk = _Walk()
    walk.inside(root)
    walk.flush()
    return walk.draft


@dataclass(slots=True)
class _Walk:
    """A walk over elements: inline text is gathered until a block begins or ends, then written."""

    draft: Draft = field(default_factory=Draft)
    _pieces: list[tuple[str, bool]] = field(default_factory=list)  # (text, bold)
    _bold: int = 0
    _depth: int = -1  # of lists
    _kind: PartKind = PartKind.PARAGRAPH
    _level: int = 0
    _separator: str = "\n\n"

    def inside(self, element: Any) -> None:
        """Everything within an element, without its tail."""
        self._text(element.text)
        for child in element:
            if isinstance(child.tag, str):
                self._child(child)
            self._text(child.tail)

    def _child(self, child: Any) -> None:
        if child.tag in _BREAKS:
            self._pieces.append(("\n", False))
        elif child.tag in _BLOCKS:
            self.flush()
            self._block(child)
            self.flush()
        else:
            strong = child.tag in ("b", "strong") or (child.tag == "hi" and child.get("rend") == "#b")
            self._bold += strong
            self.inside(child)
            self._bold -= strong

    def _text(self, text: str | None) -> None:
        if text:
            self._pieces.append((_SPACES.sub(" ", text), self._bold > 0))

    # ------------------------------------------------------------ blocks

    def _block(self, element: Any) -> None:
        tag = element.tag
        if tag in _HEADINGS or tag == "head":
            level = _HEADINGS.get(tag) or _HEADINGS.get(element.get("rend") or "", 2)
            self._as(element, PartKind.HEADING, level)
        elif tag in _ITEMS:
            self._item(element)
        elif tag in _QUOTES:
            start = self._start()
            self.inside(element)
            self.flush()
            self.draft.mark(PartKind.QUOTATION, start)
        elif tag in ("table",) and not _is_layout(element):
            self._table(element)
        elif tag == "p" and is_note(element):
            self._as(element, PartKind.FOOTNOTE)
        else:
            self.inside(element)

    def _start(self) -> int:
        self.draft.gap(self._separator)
        return self.draft.at

    def _as(self, element: Any, kind: PartKind, level: int = 0) -> None:
        before = self._kind, self._level
        self._kind, self._level = kind, level
        self.inside(element)
        self.flush()
        self._kind, self._level = before

    def _item(self, element: Any) -> None:
        self._depth = sum(1 for e in element.iterancestors() if e.tag in ("ul", "ol", "list", "dl")) - 1
        if is_note(element):
            self._as(element, PartKind.FOOTNOTE)
        else:
            self._as(element, PartKind.ITEM, max(0, self._depth))

    def flush(self) -> None:
        """Write the inline text gathered so far as a block."""
        text, strong = _settled(self._pieces)
        self._pieces = []
        if not text:
            return
        start = self._start()
        self.draft.write(text)
        found = cited(label(text)) if self._kind is not PartKind.HEADING else ""
        kind = PartKind.ITEM if self._kind is PartKind.PARAGRAPH and found and found != "•" else self._kind
        if kind is PartKind.ITEM and not found:
            found = "•"
        if kind is not PartKind.CELL:
            self.draft.mark(kind, start, label=found, level=self._level)
        if kind is not PartKind.HEADING:
            for begin, end in strong:
                self.draft.mark(PartKind.EMPHASIS, start + begin, end=start + end)
        if self._kind is PartKind.ITEM:  # a further paragraph of an item is no new item
            self._kind = PartKind.PARAGRAPH

    # ------------------------------------------------------------ tables

    def _table(self, element: Any) -> None:
        names: dict[int, str] = {}
        for number, row in enumerate(r for r in element.iter(*_ROWS) if _table_of(r) is element):
            cells = [c for c in row if c.tag in _CELLS]
            head = number == 0 and len(cells) > 1 and _is_header(row, cells)
            self.draft.gap()
            start = self.draft.at
            column = 0
            for cell in cells:
                self._cell(cell, column, "" if head else names.get(column, ""))
                if head:
                    names[column] = " ".join("".join(cell.itertext()).split())
                span = cell.get("colspan") or ""
                column += int(span) if span.isdigit() and 0 < int(span) < 100 else 1
            self.draft.mark(PartKind.ROW, start)

    def _cell(self, cell: Any, column: int, name: str) -> None:
        self.draft.gap("\n")
        start = self.draft.at
        before, self._separator = self._separator, "\n"
        self._as(cell, PartKind.CELL)
        self._separator = before
        self.draft.mark(PartKind.CELL, start, label=name, level=column)


def _table_of(row: Any) -> Any:
    return next(row.iterancestors("table"), None)


def _is_layout(table: Any) -> bool:
    """Whether a table only places things on the page: another table or the headings of a page are in it."""
    return table.find(".//table") is not None or table.find(".//h1") is not None or len(list(table.iter(*_ROWS))) < 2


def _is_header(row: Any, cells: list[Any]) -> bool:
    named = row.getparent().tag == "thead" or all(c.tag == "th" or c.get("role") == "head" for c in cells)
    strong = all(c.find(".//b") is not None or c.find(".//strong") is not None for c in cells)
    return named or strong


def _settled(pieces: list[tuple[str, bool]]) -> tuple[str, list[tuple[int, int]]]:
    """Gathered text with its white space settled, and its bold stretches."""
    text = ""
    strong: list[tuple[int, int]] = []
    for piece, bold in pieces:
        if not text or text[-1] in " \n":
            piece = piece.lstrip(" ")
        if piece.startswith("\n"):
            text, piece = text.rstrip(" "), piece if text.strip() else ""
        start, text = len(text), text + piece
        if bold and piece.strip():
            if strong and not text[strong[-1][1] : start].strip():
                start = strong.pop()[0]
            strong.append((start, start + len(text[start:].rstrip())))
    settled = text.rstrip()
    return settled, [(start, min(end, len(settled))) for start, end in strong if start < len(settled)]
