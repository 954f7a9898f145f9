import shutil
from collections.abc import Iterator
from io import BytesIO

import pytest
from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from answerable.errors import NoTextError
from answerable.model import PartKind, Source
from answerable.read import read
from answerable.read.ocr import recognised

needs_tesseract = pytest.mark.skipif(shutil.which("tesseract") is None, reason="tesseract is not on this machine")


def scan(*pages: str) -> bytes:
    """A PDF of pictures of words."""
    stream = BytesIO()
    canvas = Canvas(stream, pagesize=A4)
    for words in pages:
        picture = Image.new("L", (1200, 300), 255)
        ImageDraw.Draw(picture).text((40, 100), words, fill=0, font=ImageFont.load_default(48))
        canvas.drawImage(ImageReader(picture), 40, 500, 500, 125)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


@needs_tesseract
def test_a_scan_is_read_and_marked() -> None:
    document = read(scan("The ferry will stop", "The Board agrees"), Source("a.pdf"), ocr=True)
    assert document.text == "The ferry will stop\n\nThe Board agrees"
    assert document.ocr
    pages = [(p.label, p.span.of(document.text)) for p in document.parts_of(PartKind.PAGE)]
    assert pages == [("1", "The ferry will stop"), ("2", "The Board agrees")]


@needs_tesseract
def test_an_empty_picture_is_named() -> None:
    def pictures(dpi: int) -> Iterator[Image.Image]:
        yield Image.new("L", (300, 300), 255)

    with pytest.raises(NoTextError, match="OCR found no text"):
        recognised(pictures, Source("a.pdf"))


def test_without_tesseract_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(NoTextError, match="tesseract is not on this machine"):
        read(scan("The ferry will stop"), Source("a.pdf"), ocr=True)
