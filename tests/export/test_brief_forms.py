from io import BytesIO

from docx import Document

from answerable.export.brief_forms import html, markdown, write_docx
from tests.export.test_brief import sample


def test_markdown() -> None:
    written = markdown(sample())
    assert written.startswith("# national inquiry\n\nAs of 1 February 2025. ")
    assert "because it would take years.” [1]\n" in written
    assert "\n  - Bo Ray denied it, 2 January 2025" in written  # beneath what it answers
    assert "\n- A: The Gull, 2 January 2025, n.html\n" in written
    assert "\n1. A, characters 0 to 62: “Bo Ray refused" in written


def test_html_escapes_and_links_its_pins() -> None:
    written = html(sample())
    assert '<a href="#pin-1">[1]</a>' in written and '<li id="pin-1">' in written
    assert '<li class="beside">Bo Ray denied it' in written and '<li id="document-A">' in written
    assert "<script" not in written


def test_docx() -> None:
    stream = BytesIO()
    write_docx(stream, sample())
    texts = [p.text for p in Document(BytesIO(stream.getvalue())).paragraphs]
    assert texts[0] == "national inquiry"
    assert any("Bo Ray refused a national inquiry" in text for text in texts)
