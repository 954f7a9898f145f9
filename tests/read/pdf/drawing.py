"""PDFs for tests, drawn with reportlab: fiction, set as reports are."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from answerable.model import Document, PartKind, Source
from answerable.read.pdf import read_pdf

HEIGHT = A4[1]
PROSE = (
    "The crossing takes forty minutes in calm weather and the",
    "boat carries nine cars and sixty people on each trip that",
    "it makes between the harbour and the island, all the year.",
)


def drawn(*pages: Callable[[Canvas], None], **info: str) -> bytes:
    """A PDF of pages, each drawn by a function."""
    stream = BytesIO()
    canvas = Canvas(stream, pagesize=A4)
    if "title" in info:
        canvas.setTitle(info["title"])
    for page in pages:
        page(canvas)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def write(canvas: Canvas, x: float, y: float, *lines: str, font: str = "Helvetica", size: float = 11) -> float:
    """Lines from `y` points below the top of the page; gives where the next one would stand."""
    canvas.setFont(font, size)
    for line in lines:
        canvas.drawString(x, HEIGHT - y, line)
        y += 1.2 * size
    return y


def opened(*pages: Callable[[Canvas], None], **info: str) -> Document:
    """What is read of such a PDF."""
    return read_pdf(drawn(*pages, **info), Source("a.pdf"))


def labelled(document: Document, kind: PartKind) -> list[tuple[str, str]]:
    """Label and words of all parts of a kind."""
    return [(part.label, part.span.of(document.text)) for part in document.parts_of(kind)]
