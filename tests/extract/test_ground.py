"""Sentences, paragraphs and quotations of a text, and where a subject stands. Marks: X the place that is asked of."""

from __future__ import annotations

import pytest

from answerable.extract.ground import Ground
from tests.marks import marked


def test_in_which_sentence_and_paragraph_a_place_stands() -> None:
    text, marks = marked("[X:It] rained. [X:Dr Quill] “[X:stayed].”\n\n[X:Nobody] came.")
    ground = Ground(text)
    assert [ground.sentence(x.start) for x in marks["X"]] == [0, 1, 1, 2]
    assert [ground.paragraph(x.start) for x in marks["X"]] == [0, 0, 0, 1]
    assert [ground.quoted(x.start) for x in marks["X"]] == [False, False, True, False]


@pytest.mark.parametrize(
    ("string", "stands"),
    [
        ("[X:Quill] left.", True),
        ("They met [X:Quill].", False),
        ("In May [X:Quill] said so.", True),
        ("They spoke to [X:Quill] and denied it.", False),
        ("[X:Quill]’s boat sank.", False),
        ("It rained. **[X:Quill]** stayed.", True),
        ("They spoke to _[X:Quill]_ and denied it.", False),
    ],
)
def test_where_a_subject_stands(string: str, stands: bool) -> None:
    text, marks = marked(string)
    assert Ground(text).subject(marks["X"][0]) is stands


def test_a_possessive_follows() -> None:
    assert Ground("the owners’ boat").owns(10)
    assert Ground("Quill’s boat").owns(5)
    assert not Ground("Quill sank").owns(5)
