"""Steps closer to and further from a line of time."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from answerable.web.zoom import ALL, MOST, zoom

FIRST, LAST = date(1967, 5, 2), date(2025, 6, 19)
days = st.none() | st.dates()


def names(since: date | None, until: date | None, first: date = FIRST, last: date = LAST) -> list[str]:
    return [step.name for step in zoom(since, until, first, last).closer]


def test_from_all_to_decades_to_years_to_months() -> None:
    assert names(None, None) == ["1960s", "1970s", "1980s", "1990s", "2000s", "2010s", "2020s"]
    assert names(date(2020, 1, 1), date(2029, 12, 31)) == ["2020", "2021", "2022", "2023", "2024", "2025"]
    assert names(date(2025, 1, 1), date(2025, 12, 31))[::5] == ["January 2025", "June 2025"]
    assert names(date(2025, 2, 1), date(2025, 2, 28)) == []
    assert names(None, None, date(2021, 1, 1)) == ["2021", "2022", "2023", "2024", "2025"]


def test_out_again_and_to_the_sides() -> None:
    month = zoom(date(2024, 2, 1), date(2024, 2, 29), FIRST, LAST)
    assert month.wider and (month.wider.since, month.wider.until) == (date(2024, 1, 1), date(2024, 12, 31))
    assert month.earlier and month.later
    assert (month.earlier.name, month.later.name) == ("January 2024", "March 2024")
    year = zoom(date(2025, 1, 1), date(2025, 12, 31), FIRST, LAST)
    assert year.wider and year.earlier
    assert (year.wider.name, year.earlier.name, year.later) == ("2020s", "2024", None)
    assert zoom(date(1960, 1, 1), date(1969, 12, 31), FIRST, LAST).wider == ALL
    assert zoom(None, None, FIRST, LAST).wider is None


@given(days, days, st.dates(), st.dates())
def test_whatever_the_days_the_steps_are_few_and_in_order(
    since: date | None, until: date | None, first: date, last: date
) -> None:
    made = zoom(since, until, *sorted((first, last)))
    assert len(made.closer) <= MOST
    for before, after in zip(made.closer, made.closer[1:], strict=False):
        assert before.until and after.since and before.until + timedelta(1) == after.since
