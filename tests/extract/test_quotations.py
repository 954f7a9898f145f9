"""Where quotation marks open and close."""

from __future__ import annotations

import pytest

from answerable.extract.quotations import quotations
from tests.marks import marked


@pytest.mark.parametrize(
    "string",
    [
        'He said [Q:“yes”] and [Q:"no"].',
        "[Q:“It’s the ‘last’ boat,”] she said.",
        "The board’s [Q:‘last boat’] won’t sail.",
        "It was [Q:“late“] and [Q:“full”] again.",
        "[Q:'We cannot say,'] they said of the ferries' owners.",
        "The ’90s and the '80s were dry; the islands’ boats weren’t.",
        "😀 [Q:“é\u0301”]\u00a0[Q:«da»]",
        "",
    ],
)
def test_closed(string: str) -> None:
    text, marks = marked(string)
    found = quotations(text)
    assert tuple(q.span for q in found) == marks.get("Q", ())
    assert all(q.closed for q in found)


def test_one_that_runs_on_opens_anew_and_only_the_last_closes() -> None:
    text, marks = marked("[Q:“The first part.]\n\n[Q:“The second part.”]\n\nThe end.")
    assert [(q.span, q.closed) for q in quotations(text)] == list(zip(marks["Q"], (False, True), strict=True))


def test_a_wrap_does_not_close() -> None:
    first = "The harbour master told the members of the council on Tuesday “that no"
    found = quotations(f"{first}\nboat will sail”.")
    assert len(found) == 1
    assert found[0].closed
