import pytest

from answerable.extract.statuses import claims, counted, status_of
from answerable.model import Disposition, Status
from answerable.text import Span


@pytest.mark.parametrize(
    ("words", "status", "deciding"),
    [
        ("Complete", Status.COMPLETE, "Complete"),
        ("In progress", Status.IN_PROGRESS, "In progress"),
        ("Not started", Status.NOT_STARTED, "Not started"),
        ("Being implemented", Status.IN_PROGRESS, "Being implemented"),
        ("Partially implemented", Status.PARTLY_DONE, "Partially implemented"),
        ("No further action", Status.CLOSED_NOT_DONE, "No further action"),
        ("Not accepted", Status.CLOSED_NOT_DONE, "Not accepted"),
        ("Superseded by the 2025 Act", Status.SUPERSEDED, "Superseded"),
        ("On hold", Status.STALLED, "On hold"),
        ("Met differently", Status.MET_DIFFERENTLY, "Met differently"),
        ("Too early to say", Status.CANNOT_BE_JUDGED, "Too early to say"),
    ],
)
def test_a_cell(words: str, status: Status, deciding: str) -> None:
    found = status_of(words)
    assert found is not None
    assert (found[0], found[1].of(words)) == (status, deciding)


@pytest.mark.parametrize("words", ["", "Green", "A letter was sent to all harbour masters in May"])
def test_a_cell_that_claims_nothing(words: str) -> None:
    assert status_of(words) is None


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Recommendation 8 is complete.", [Status.COMPLETE]),
        ("Work has not yet started.", [Status.NOT_STARTED]),
        ("The work will be completed by May.", []),
        ("We expect it to be implemented soon.", []),
        ("It is not complete.", []),
        ("He declined to say how many had been completed.", []),
    ],
)
def test_prose(sentence: str, expected: list[Status]) -> None:
    assert [status for status, _ in claims(sentence, Span(0, len(sentence)))] == expected


def test_answers_are_counted_too() -> None:
    text = "It accepted nine and rejected two."
    found = [kind for kind, _ in counted(text, Span(0, len(text)))]
    assert found == [Disposition.ACCEPTED, Disposition.REJECTED]
