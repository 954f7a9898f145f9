from datetime import date
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.errors import NoTextError, UnreadableError
from answerable.model import Document, Medium, PartKind, Source
from answerable.read.plain import read_plain


def plain(text: str) -> Document:
    return read_plain(text.encode(), Source("a.txt"))


def labelled(document: Document, kind: PartKind) -> list[tuple[str, str]]:
    return [(part.label, part.span.of(document.text)) for part in document.parts_of(kind)]


def test_text_without_front_matter_is_kept_as_it_is() -> None:
    assert plain("One.\n\n  Two – “three”.\n").text == "One.\n\n  Two – “three”.\n"


def test_line_ends_become_newlines() -> None:
    assert plain("One.\r\nTwo.\rThree.").text == "One.\nTwo.\nThree."


def test_front_matter_lines_fill_the_source() -> None:
    document = plain("Title: Ferry to stop\nAuthor: Ann Vale\nPublisher: The Ness Echo\nDate: 3 May 2021\n\nIt stops.")
    assert document.text == "It stops."
    assert document.source == Source(
        "a.txt", title="Ferry to stop", author="Ann Vale", publisher="The Ness Echo", published=date(2021, 5, 3)
    )


def test_yaml_front_matter_fills_the_source() -> None:
    document = plain('---\ntitle: "A letter"\nmedium: letter\npublished: 2021-05-03\n---\n\nDear all,\n')
    assert (document.source.title, document.source.medium) == ("A letter", Medium.LETTER)
    assert document.source.published == date(2021, 5, 3)
    assert document.text == "Dear all,\n"


def test_what_the_caller_says_wins() -> None:
    document = read_plain(b"Title: One\n\nText.", Source("a.txt", title="Two"))
    assert document.source.title == "Two"


def test_a_turn_is_no_front_matter() -> None:
    assert plain("Chair: Good morning.\n\nThank you.").text.startswith("Chair:")


def test_markdown_headings_items_quotations_and_bold() -> None:
    document = plain("# Report\n\n## Findings\n\n- One\n- Two\n\n1. First\n2. Second\n\n> Quoted.\n\nA **bold** word.")
    assert [(p.level, p.span.of(document.text)) for p in document.parts_of(PartKind.HEADING)] == [
        (1, "Report"),
        (2, "Findings"),
    ]
    assert labelled(document, PartKind.ITEM) == [("•", "- One"), ("•", "- Two"), ("1", "1. First"), ("2", "2. Second")]
    assert labelled(document, PartKind.QUOTATION) == [("", "> Quoted.")]
    assert labelled(document, PartKind.EMPHASIS) == [("", "bold")]
    assert document.source.title == "Report"


def test_number_signs_that_close_a_heading_are_no_words() -> None:
    document = plain("# Findings ##\n\n## Key of C#\n\nText.")
    assert [p.span.of(document.text) for p in document.parts_of(PartKind.HEADING)] == ["Findings", "Key of C#"]


@pytest.mark.parametrize(
    "text", ["---\n" + "\n" * 60_000 + "x", "# a" + "#" * 60_000 + " b", "# a" + " " * 60_000 + "b", "x **a " * 20_000]
)
def test_a_text_made_to_keep_it_busy_is_read_at_once(text: str) -> None:
    before = process_time()
    plain(text)
    assert process_time() - before < 5


def test_an_item_may_follow_a_line_of_its_block() -> None:
    document = plain("Theme: ferries\n12.1 Run them daily;\nSupported")
    assert labelled(document, PartKind.ITEM) == [("12.1", "12.1 Run them daily;\nSupported")]
    assert labelled(document, PartKind.PARAGRAPH) == [("", "Theme: ferries")]


def test_the_day_of_a_letter_is_no_item() -> None:
    document = plain("Harbour Board\n2 December 2024\n\n2 May the board meet?\n\n31 Jan. 2025")
    assert labelled(document, PartKind.ITEM) == [("2", "2 May the board meet?")]


def test_a_transcript_has_turns() -> None:
    document = plain(
        "Day 1\n=====\n\n**Ms Vale**: Did you know?\n\n**Mr Orr**: I did.\n\nNot all of it.\n\n**Ms Vale**: I see."
    )
    assert labelled(document, PartKind.TURN) == [
        ("Ms Vale", "Did you know?"),
        ("Mr Orr", "I did.\n\nNot all of it."),
        ("Ms Vale", "I see."),
    ]
    assert document.source.medium is Medium.TRANSCRIPT


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_encodings(encoding: str) -> None:
    text = "“The café’s ferry stopped”, she said – and it cost £5. " * 5
    assert read_plain(text.encode(encoding), Source("a.txt")).text == text


def test_rubbish_is_refused() -> None:
    with pytest.raises(UnreadableError, match=r"a\.txt: "):
        read_plain(bytes(range(256)) * 40, Source("a.txt"))


def test_an_empty_file_is_refused() -> None:
    with pytest.raises(NoTextError, match=r"a\.txt: is empty"):
        read_plain(b" \n", Source("a.txt"))


@given(st.text(alphabet=st.sampled_from("ab1.)*#>-=:_ \n\t“é"), min_size=1))
def test_parts_lie_inside_the_text(text: str) -> None:
    if text.strip():
        document = plain(text)
        assert all(part.span.end <= len(document.text) for part in document.parts)
