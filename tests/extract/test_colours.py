"""Colours that stand for a status."""

from __future__ import annotations

import pytest

from answerable.extract.colours import colour_of, meanings
from answerable.model import Document, Source, Status
from answerable.text import Span
from tests.extract.test_progress import progress, table


@pytest.mark.parametrize(
    ("text", "known"),
    [
        (
            "Key: Green = complete, Amber = in progress, Red = not started.",
            {"green": Status.COMPLETE, "amber": Status.IN_PROGRESS, "red": Status.NOT_STARTED},
        ),
        ("Green means that the recommendation has been implemented.", {"green": Status.COMPLETE}),
        ("Amber – on track", {"amber": Status.IN_PROGRESS}),
        ("Red: unlikely to be delivered in time.", {}),
        ("The lamp is red. Green: complete. Later, green: in progress.", {}),
    ],
)
def test_what_a_document_says_that_colours_mean(text: str, known: dict[str, Status]) -> None:
    assert meanings(Document.of(text, Source("a.txt"))) == known


def test_a_cell_that_holds_a_colour() -> None:
    known = {"red": Status.NOT_STARTED}
    assert colour_of("RAG: Red", known) == (Status.NOT_STARTED, Span(5, 8))
    assert colour_of("Green", known) is None
    assert colour_of("Red lamps", known) is None


def test_colours_count_only_where_the_document_says_what_they_mean() -> None:
    rows = (("No.", "Owner", "RAG status"), ("1", "Board", "Green"), ("2", "Board", "Red"))
    text, parts = table(*rows)
    assert progress(text, parts=parts) == ()
    text, parts = table(*rows, ("Red", "Not started"))
    (found,) = progress(text, parts=parts)
    assert (found.status, found.ask and found.ask.number) == (Status.NOT_STARTED, "2")
