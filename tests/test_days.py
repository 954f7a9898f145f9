"""Days out of words."""

from __future__ import annotations

from datetime import date

import pytest

from answerable.days import parse_day


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("3 May 2021", date(2021, 5, 3)),
        ("October 12, 2019", date(2019, 10, 12)),
        ("03/04/2021", date(2021, 4, 3)),
        ("31/02/2021", None),
        ("May 2021", None),
        ("yesterday", None),
    ],
)
def test_a_whole_day_needs_no_base(words: str, day: date | None) -> None:
    assert parse_day(words) == day


def test_days_ago_count_from_the_base() -> None:
    assert parse_day("3 days ago", date(2026, 3, 2)) == date(2026, 2, 27)
