"""A wrapped line goes on; a line that had room did not need to break."""

from __future__ import annotations

from answerable.extract.paragraphs import paragraphs

WRAPPED = """\
Statement on the ferry

The council met on Tuesday to hear from the harbour master, who told
members that “the second boat will not sail before the spring, and I
will not pretend otherwise”.
Ada Quill
Harbour master
"""


def test_wrapped_prose_is_joined_and_short_lines_are_not() -> None:
    found = [p.of(WRAPPED) for p in paragraphs(WRAPPED)]
    assert [p.split("\n")[0] for p in found] == [
        "Statement on the ferry",
        "The council met on Tuesday to hear from the harbour master, who told",
        "Ada Quill",
        "Harbour master",
    ]
    assert found[1].endswith("pretend otherwise”.")


def test_long_lines_are_paragraphs_of_their_own() -> None:
    text = f"{'word ' * 40}\n{'word ' * 40}"
    assert len(paragraphs(text)) == 2


def test_every_kind_of_line_break() -> None:
    text = "One\r\n\r\nTwo\rThree\n \u00a0\nFour"
    assert [p.of(text) for p in paragraphs(text)] == ["One", "Two", "Three", "Four"]


def test_nothing_in_nothing() -> None:
    assert paragraphs("") == paragraphs(" \n\n") == ()
