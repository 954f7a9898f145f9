from __future__ import annotations

from datetime import date

import pytest

from answerable.model import Basis, Precision, When, months_later


@pytest.mark.parametrize(
    ("months", "later"),
    [
        (0, date(2024, 1, 31)),
        (1, date(2024, 2, 29)),  # the last day that the month has
        (11, date(2024, 12, 31)),
        (12, date(2025, 1, 31)),
        (-2, date(2023, 11, 30)),
    ],
)
def test_months_later(months: int, later: date) -> None:
    assert months_later(date(2024, 1, 31), months) == later


def test_one_known_day() -> None:
    day = date(2031, 5, 6)
    assert When.day(day) == When(day, day, Precision.DAY, Basis.STATED)
