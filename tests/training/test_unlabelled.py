"""Text without labels is taken in passages, the same each time."""

from __future__ import annotations

from training.unlabelled import PASSAGE, in_paragraphs, passages

LONG = "The harbour board met on the quay again and nobody who came could say why. " * 3


def test_passages_end_with_a_paragraph_and_leave_short_ones_out() -> None:
    text = "\n\n".join(["Chapter one", *[LONG.strip()] * 60])
    found = passages(text)
    assert len(found) == 2
    assert all(PASSAGE < len(passage) < PASSAGE + 2 * len(LONG) for passage in found)
    assert "Chapter one" not in found[0]


def test_sentences_in_paragraphs() -> None:
    assert in_paragraphs(["One.", "Two.", "Three."], 2) == "One. Two.\n\nThree."
