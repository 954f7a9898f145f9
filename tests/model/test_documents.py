from __future__ import annotations

from answerable.model import Document, Part, PartKind, Source
from answerable.text import Span

TEXT = "Findings\n1. The weir was not inspected."


def test_a_document_is_known_by_its_text_alone() -> None:
    assert Document.of(TEXT, Source("a.txt")).id == Document.of(TEXT, Source("b.txt"), ocr=True).id
    assert Document.of(TEXT, Source("a.txt")).id != Document.of(TEXT + " ", Source("a.txt")).id


def test_parts_stand_in_order_of_start_then_longest_first() -> None:
    heading = Part(PartKind.HEADING, Span(0, 8))
    item, run = Part(PartKind.ITEM, Span(9, 39), "1."), Part(PartKind.EMPHASIS, Span(9, 11))
    document = Document.of(TEXT, Source("a.txt"), (run, item, heading))
    assert document.parts == (heading, item, run)
    assert document.parts_of(PartKind.EMPHASIS, PartKind.HEADING) == (heading, run)
