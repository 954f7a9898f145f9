"""Feasts and parliaments."""

from datetime import date

import pytest

from answerable.extract.almanac import feast, parliament


@pytest.mark.parametrize(
    ("name", "year", "day"),
    [
        ("easter", 2024, date(2024, 3, 31)),
        ("easter", 2038, date(2038, 4, 25)),
        ("whitsun", 2025, date(2025, 6, 8)),
        ("christmas", 2025, date(2025, 12, 25)),
    ],
)
def test_a_feast(name: str, year: int, day: date) -> None:
    assert feast(name, year) == day


def test_the_parliament_of_a_day() -> None:
    assert parliament(date(2016, 1, 1)) == (date(2015, 5, 18), date(2017, 5, 3))
    assert parliament(date(2017, 5, 20)) is None
