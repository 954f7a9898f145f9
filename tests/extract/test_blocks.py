"""Documents as runs of blocks."""

from __future__ import annotations

from answerable.extract.blocks import blocks
from answerable.model import Document, Part, PartKind, Source
from answerable.text import Span


def test_plain_text_is_cut_at_blank_lines_and_numbers() -> None:
    text = "Lamp report\n\n1. Lamps are dim\nand old.\n2. Oil is dear.\n\n   17\n\nThe end came."
    document = Document.of(text, Source(""))
    found = blocks(document)
    assert [block.span.of(text) for block in found] == [
        "Lamp report",
        "1. Lamps are dim\nand old.",
        "2. Oil is dear.",
        "The end came.",
    ]
    assert found[0].kind is PartKind.HEADING


def test_parts_give_kind_weight_and_place() -> None:
    text = "Head\n\nBold words here\n\nA\nB"
    parts = (
        Part(PartKind.HEADING, Span(0, 4), level=2),
        Part(PartKind.PARAGRAPH, Span(6, 21)),
        Part(PartKind.EMPHASIS, Span(6, 21)),
        Part(PartKind.ITALIC, Span(6, 21)),
        Part(PartKind.ROW, Span(23, 26)),
        Part(PartKind.CELL, Span(23, 24), level=0, label="No."),
        Part(PartKind.CELL, Span(25, 26), level=1, label="Words"),
    )
    head, bold, first, second = blocks(Document.of(text, Source(""), parts))
    assert (head.kind, head.level) == (PartKind.HEADING, 2)
    assert bold.bold
    assert bold.italic
    assert [(cell.row, cell.level, cell.label) for cell in (first, second)] == [(23, 0, "No."), (23, 1, "Words")]


def test_an_item_around_other_items_keeps_its_own_words() -> None:
    text = "3. The panel:\n\nshould be fair\n\n"
    parts = (Part(PartKind.ITEM, Span(0, 29), "3"), Part(PartKind.ITEM, Span(15, 29), "a", 1))
    found = blocks(Document.of(text, Source(""), parts))
    assert [(block.label, block.span.of(text)) for block in found] == [("3", "3. The panel:"), ("a", "should be fair")]
