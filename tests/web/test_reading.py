"""However parts nest or overlap, a document is set whole: no character lost, none twice."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from answerable.model import Document, Part, PartKind, Source
from answerable.text import Span
from answerable.web.reading import blocks, sections

SOURCE = Source("x.txt", published=date(2025, 1, 1))


@st.composite
def documents(draw: st.DrawFn) -> Document:
    text = draw(st.text(alphabet="ab \n", min_size=1, max_size=60))
    parts = []
    for _ in range(draw(st.integers(0, 8))):
        start = draw(st.integers(0, len(text) - 1))
        end = draw(st.integers(start + 1, len(text)))
        parts.append(Part(draw(st.sampled_from(PartKind)), Span(start, end), label=str(start)))
    return Document.of(text, SOURCE, tuple(parts))


@given(documents())
def test_no_text_is_lost_or_doubled(document: Document) -> None:
    shown = [at for block in blocks(document) for at in range(block.span.start, block.span.end)]
    assert shown == sorted(set(shown))
    assert {at for at, c in enumerate(document.text) if not c.isspace()} <= set(shown)


@given(documents(), st.integers(1, 30))
def test_sections_hold_every_block_once(document: Document, size: int) -> None:
    found = blocks(document)
    assert tuple(block for run in sections(found, size) for block in run) == found


def test_kinds_levels_and_pages() -> None:
    text = "A title\n\nFirst words.\n\n1. An item\n\n“Quoted words”\n\nLoose line\n\nAnother"
    at = {word: text.index(word) for word in ("A title", "First", "1.", "“Quoted", "Loose", "Another")}
    document = Document.of(
        text,
        SOURCE,
        (
            Part(PartKind.PAGE, Span(0, at["“Quoted"]), "1"),
            Part(PartKind.PAGE, Span(at["“Quoted"], len(text)), "2"),
            Part(PartKind.HEADING, Span(0, 7), level=1),
            Part(PartKind.ITEM, Span(at["1."], at["“Quoted"] - 2), "1", level=0),
            Part(PartKind.QUOTATION, Span(at["“Quoted"], at["Loose"] - 2)),
        ),
    )
    found = blocks(document)
    assert [(b.span.of(text), b.kind) for b in found] == [
        ("A title", PartKind.HEADING),
        ("First words.", PartKind.PARAGRAPH),
        ("1. An item", PartKind.ITEM),
        ("“Quoted words”", PartKind.QUOTATION),
        ("Loose line", PartKind.PARAGRAPH),
        ("Another", PartKind.PARAGRAPH),
    ]
    assert [b.pages for b in found if b.pages] == [((0, "1"),), ((at["“Quoted"], "2"),)]
    assert [b.quoted for b in found] == [False, False, False, True, False, False]


def test_an_empty_text_has_one_empty_section() -> None:
    assert sections(blocks(Document.of("", SOURCE))) == ((),)


def test_the_line_before_a_turn_names_the_speaker() -> None:
    text = "Ivo Tarrant\n\nIt is shut.\n\n**MARA LOXLEY**: It is not.\n\nIvo Tarrant\n\nhas left."
    turns = (
        Part(PartKind.TURN, Span(text.index("It is shut"), text.index("\n\n**")), "Ivo Tarrant"),
        Part(PartKind.TURN, Span(text.index("It is not"), len(text)), "Mara Loxley"),
    )
    kinds = [(b.span.of(text), b.kind is PartKind.TURN) for b in blocks(Document.of(text, SOURCE, turns))]
    assert [shown for shown, names in kinds if names] == ["Ivo Tarrant", "**MARA LOXLEY**:"]
