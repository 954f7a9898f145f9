from __future__ import annotations

from answerable.extract.headlines import headlines


def test_a_line_of_capitals_at_the_top_is_a_headline() -> None:
    text = "Hale Accuses Council Of Hiding Survey\n\nThe minister spoke on Monday."
    assert [line.of(text) for line in headlines(text)] == ["Hale Accuses Council Of Hiding Survey"]


def test_capitals_on_small_words_tell_a_headline_too() -> None:
    text = "What Tarn Could Do When Up Against Hale\n\nThe minister spoke on Monday."
    assert [line.of(text) for line in headlines(text)] == ["What Tarn Could Do When Up Against Hale"]
    assert headlines("By Ada Hale\n\nThe minister spoke on Monday.") == ()
