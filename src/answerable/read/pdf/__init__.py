"""PDF: from glyphs on pages to running text with its structure.

The way of the data: `pdfium` glyphs and boxes of a page -> `runs` -> `sheets`; over all pages `furniture` goes, and
`words` and `styles` are learnt; then page by page `layout` (`grids`, `columns`, `lines`, `paragraphs`, `notes`); then
`flow` joins the pages and writes the text.
"""

from __future__ import annotations

from answerable.errors import NoTextError
from answerable.model import Document, Source
from answerable.read.pdf.about import described
from answerable.read.pdf.flow import Writer, flow
from answerable.read.pdf.furniture import without_furniture
from answerable.read.pdf.grids import grids
from answerable.read.pdf.layout import Frame, Page, laid_out
from answerable.read.pdf.lines import lines
from answerable.read.pdf.paragraphs import Paragraph
from answerable.read.pdf.pdfium import open_pdf
from answerable.read.pdf.sheets import Leaf
from answerable.read.pdf.styles import Headings, setting
from answerable.read.pdf.words import Words

_LEAST = 8
"""A PDF with fewer letters and digits than this a page has no text layer worth the name."""


def read_pdf(data: bytes, source: Source, *, ocr: bool = False) -> Document:
    """The text of a PDF with PAGE, HEADING, PARAGRAPH, ITEM, EMPHASIS, QUOTATION, ROW, CELL and FOOTNOTE parts.

    PAGE parts cover the text without a gap; a page whose notes come after a paragraph that runs on has two.
    Raises UnreadableError if it is encrypted or broken, NoTextError if it holds pictures of text only and `ocr` is
    not asked for.
    """
    with open_pdf(data, source.url) as pdf:
        leaves = [Leaf.of(sheet) for sheet in pdf.sheets()]
        info = pdf.info()
        solid = sum(char.isalnum() for leaf in leaves for run in leaf.runs for char in run.text)
        if solid >= _LEAST * min(len(leaves), 3) and (found := _composed(leaves, source, info)):
            return found
        if not ocr:
            raise NoTextError(source.url, "has no text layer; try --ocr")
        from answerable.read.ocr import recognised

        return recognised(pdf.pictures, source)


def _composed(leaves: list[Leaf], source: Source, info: dict[str, str]) -> Document | None:
    """The document of some pages, None if nothing stands on them but furniture (a scan with a stamp on every page)."""
    tables = {id(run) for leaf in leaves for run in _tabled(leaf)}
    kept = without_furniture(leaves, tables)
    words = Words(line.text for leaf in kept for line in lines(run for run in leaf.runs if not run.turn))
    running = setting(kept)
    pages = [laid_out(leaf, running, words) for leaf in kept]
    headings = Headings((p for page in pages for p in _paragraphs(page)), running.size)
    pieces = flow(pages, words)
    if not pieces:
        return None
    draft = Writer(headings).write(pieces, [leaf.label for leaf in leaves])
    document = draft.document(source)
    return draft.document(described(source, document.text, document.parts, info))


def _tabled(leaf: Leaf) -> list[object]:
    """What is printed in the tables of a page."""
    upright = [run for run in leaf.runs if not run.turn]
    found = grids(leaf.boxes, upright, leaf.width, leaf.height)
    return [run for grid in found if not grid.framed for run in grid.runs]


def _paragraphs(page: Page) -> list[Paragraph]:
    """The paragraphs of a page that may be headings."""
    found = [block for block in page.blocks if isinstance(block, Paragraph)]
    return found + [p for block in page.blocks if isinstance(block, Frame) for p in block.paragraphs]
