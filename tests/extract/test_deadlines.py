from datetime import date

import pytest

from answerable.extract.deadlines import find_deadlines
from answerable.model import Basis, Document, Medium, Precision, Source, When
from answerable.text import Span

PUBLISHED = date(2025, 2, 26)


def deadlines(text: str, medium: Medium = Medium.REPORT, published: date | None = PUBLISHED) -> tuple[When, ...]:
    document = Document.of(text, Source("a.txt", medium=medium, published=published))
    found = find_deadlines(document, Span(0, len(text)))
    assert all(when.span is not None and when.span.of(text) == when.words for when in found)
    return found


@pytest.mark.parametrize(
    ("text", "words", "start", "end"),
    [
        ("The board should report by spring 2026 at the latest.", "by spring 2026", None, "2026-05-31"),
        ("We will do it by the end of 2025.", "by the end of 2025", None, "2025-12-31"),
        ("no later than 31 March 2027, and", "no later than 31 March 2027", None, "2027-03-31"),
        ("before 1 April 2026", "before 1 April 2026", None, "2026-03-31"),
        ("before the end of March 2026", "before the end of March 2026", None, "2026-03-31"),
        ("opens in the first half of 2026.", "in the first half of 2026", "2026-01-01", "2026-06-30"),
        ("From April 2026 every ferry", "From April 2026", "2026-04-01", None),
        ("paid in 24/25 FY to 30/31 FY.", "in 24/25 FY to 30/31 FY", "2024-04-01", "2031-03-31"),
        ("between 2026 and 2028", "between 2026 and 2028", "2026-01-01", "2028-12-31"),
        ("We will legislate in this Parliament.", "in this Parliament", "2024-07-09", "2029-07-09"),
        ("within six months", "within six months", "2025-02-26", "2025-08-26"),
        ("over the next five years", "over the next five years", "2025-02-26", "2030-02-26"),
        ("in two years' time", "in two years' time", "2025-02-26", "2027-02-26"),
        ("within three working days", "within three working days", "2025-02-26", "2025-03-03"),
        ("Spring 2027", "Spring 2027", "2027-03-01", "2027-05-31"),
        ("Q3 2024", "Q3 2024", "2024-07-01", "2024-09-30"),
    ],
)
def test_a_deadline_and_its_days(text: str, words: str, start: str | None, end: str | None) -> None:
    (when,) = deadlines(text)
    assert when.words == words
    assert (when.start and when.start.isoformat(), when.end and when.end.isoformat()) == (start, end)


def test_a_length_of_time_names_its_base() -> None:
    (when,) = deadlines("Within 12 months of publication of this report the Harbour Board should publish a plan.")
    assert when.words == "Within 12 months of publication of this report"
    assert (when.base, when.base_words, when.basis) == (PUBLISHED, "publication of this report", Basis.RELATIVE)
    assert when.end == date(2026, 2, 26)


@pytest.mark.parametrize(
    ("text", "medium", "base_words"),
    [
        ("within three months of Royal Assent the fund opens", Medium.REPORT, "Royal Assent"),
        ("within 12 months of the publication of this report.", Medium.RESPONSE, "the publication of this report"),
        ("no later than six months after the close of the inquest", Medium.REPORT, "the close of the inquest"),
        ("before the summer recess", Medium.REPORT, "the summer recess"),
    ],
)
def test_an_unknown_base_is_kept_in_words(text: str, medium: Medium, base_words: str) -> None:
    (when,) = deadlines(text, medium)
    assert (when.start, when.end, when.basis, when.base_words) == (None, None, Basis.UNKNOWN, base_words)


def test_as_soon_as_something_else_happens_is_no_deadline() -> None:
    assert not deadlines("We will publish it as soon as we know more.")


@pytest.mark.parametrize("words", ["shortly", "in due course", "as soon as possible", "when parliamentary time allows"])
def test_no_date_is_said_so(words: str) -> None:
    (when,) = deadlines(f"We will publish the plan {words}.")
    assert (when.words, when.precision, when.start, when.end) == (words, Precision.NONE, None, None)


@pytest.mark.parametrize(
    "text",
    [
        "In 2017 there was a fire.",
        "We may act if they march.",
        "It rose by 2015 per cent.",
        "shortly after the flood",
        "one in 40 of the homes",
        "the report of 3 May 2024 was read",
    ],
)
def test_what_is_no_deadline(text: str) -> None:
    assert deadlines(text) == ()


def test_an_undated_text_keeps_the_words() -> None:
    (when,) = deadlines("within six months", published=None)
    assert (when.basis, when.end, when.words) == (Basis.UNKNOWN, None, "within six months")
