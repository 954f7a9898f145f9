from __future__ import annotations

from tests.marks import marked


def test_marks_give_text_and_spans() -> None:
    text, spans = marked("[S:The minister] [C:refused] [T:a [X:national] inquiry].")
    assert text == "The minister refused a national inquiry."
    assert [s.of(text) for s in spans["S"] + spans["C"] + spans["T"] + spans["X"]] == [
        "The minister",
        "refused",
        "a national inquiry",
        "national",
    ]
