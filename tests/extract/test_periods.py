from datetime import date

import pytest

from answerable.extract.periods import NeedsBaseError, period

BASE = date(2025, 2, 26)


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("31 March 2027", "2027-03-31", "2027-03-31"),
        ("March 31st, 2027", "2027-03-31", "2027-03-31"),
        ("03/04/2027", "2027-04-03", "2027-04-03"),
        ("2027-03-31", "2027-03-31", "2027-03-31"),
        ("10 January", "2026-01-10", "2026-01-10"),
        ("February 2028", "2028-02-01", "2028-02-29"),
        ("Sept. 2025", "2025-09-01", "2025-09-30"),
        ("spring 2026", "2026-03-01", "2026-05-31"),
        ("winter 2026", "2026-12-01", "2027-02-28"),
        ("this autumn", "2025-09-01", "2025-11-30"),
        ("Q3 2024", "2024-07-01", "2024-09-30"),
        ("the third quarter of 2024", "2024-07-01", "2024-09-30"),
        ("Q4 2024/25", "2025-01-01", "2025-03-31"),
        ("the first half of 2025", "2025-01-01", "2025-06-30"),
        ("financial year 2023-24", "2023-04-01", "2024-03-31"),
        ("24/25 FY", "2024-04-01", "2025-03-31"),
        ("FY25", "2024-04-01", "2025-03-31"),
        ("2025-26", "2025-04-01", "2026-03-31"),
        ("2025-2030", "2025-01-01", "2030-12-31"),
        ("the 2026-27 academic year", "2026-09-01", "2027-08-31"),
        ("2030", "2030-01-01", "2030-12-31"),
        ("mid-2026", "2026-05-02", "2026-08-31"),
        ("the end of the year", "2025-01-01", "2025-12-31"),
        ("the next financial year", "2025-04-01", "2026-03-31"),
        ("this Parliament", "2024-07-09", "2029-07-09"),
        ("Easter", "2025-04-20", "2025-04-20"),
        ("Easter 2026", "2026-04-05", "2026-04-05"),
        ("Whitsun 2026", "2026-05-24", "2026-05-24"),
        ("next month", "2025-03-01", "2025-03-31"),
    ],
)
def test_period(words: str, start: str, end: str) -> None:
    found = period(words, BASE)
    assert found is not None
    assert (found.start.isoformat(), found.end.isoformat()) == (start, end)


@pytest.mark.parametrize("words", ["31 February 2027", "the fire", "may", "40", "2027-2024", "13/13/2025"])
def test_no_period(words: str) -> None:
    assert period(words, BASE) is None


@pytest.mark.parametrize("words", ["this autumn", "Easter", "10 January", "this Parliament", "the summer recess"])
def test_a_period_that_needs_a_base(words: str) -> None:
    with pytest.raises(NeedsBaseError):
        period(words, None)
