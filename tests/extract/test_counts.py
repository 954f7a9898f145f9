import pytest

from answerable.extract.counts import find_counts
from answerable.extract.sentences import sentences
from answerable.model import Count, Document, Source


def counts(text: str) -> tuple[Count, ...]:
    return find_counts(Document.of(text, Source("a.txt")), (), sentences(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The board has carried out 2 of the 20 recommendations.", [(2, 20, "complete")]),
        ("None of its recommendations has been implemented.", [(0, None, "complete")]),
        ("Not one of her twelve recommendations has been carried out.", [(0, 12, "complete")]),
        ("The port implemented all but three of the 20 recommendations.", [(17, 20, "complete")]),
        ("Ministers have accepted 57 of the 58 recommendations.", [(57, 58, "accepted")]),
        (
            "Of the twenty recommendations, three are complete, nine are in progress and four have not been started.",
            [(3, 20, "complete"), (9, 20, "in_progress"), (4, 20, "not_started")],
        ),
        (
            "Dame Ida made 20 recommendations. Three are complete, and work on a further nine is in progress.",
            [(3, 20, "complete"), (9, 20, "in_progress")],
        ),
    ],
)
def test_how_many_of_how_many(text: str, expected: list[tuple[int, int | None, str]]) -> None:
    assert [(c.done, c.total, c.status.value) for c in counts(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Four of the five members were elected and two are in progress.",
        "The motion was carried by 31 votes to none.",
        "He made three promises. The harbour was full.",
        "All 58 recommendations should be implemented.",
        "It denied the company's claim to have completed three of the recommendations.",
    ],
)
def test_what_is_no_count(text: str) -> None:
    assert counts(text) == ()
