"""The signs of Markdown and reStructuredText are known where they are signs, and nowhere else."""

from __future__ import annotations

import pytest

from answerable.model import Source
from answerable.read import read
from answerable.text import Span
from answerable.web.signs import signs


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("# The pier ##\n\nIt is shut, number #4 says.", "The pier\n\nIt is shut, number #4 says."),
        ("The pier\n========\n\nIt is shut.", "The pier\n\n\nIt is shut."),
        ("She said:\n\n> It is shut.\n> It stays so.\n\n5 > 4.", "She said:\n\nIt is shut.\nIt stays so.\n\n5 > 4."),
        ("It is **quite** shut, 2 ** 3.", "It is quite shut, 2 ** 3."),
        ("**Mr Quill**: It is shut.\n\nAnd stays so.", "Mr Quill: It is shut.\n\nAnd stays so."),
        ("Plain words, nothing else.", "Plain words, nothing else."),
    ],
)
def test_what_is_left_without_signs(text: str, left: str) -> None:
    document = read(text.encode(), Source("pier.md"))
    hidden = {at for span in signs(document, Span(0, len(text))) for at in range(span.start, span.end)}
    assert "".join(c for at, c in enumerate(document.text) if at not in hidden) == left
