from datetime import date

import pytest

from answerable.record import Clock
from tests.entries import ask


@pytest.mark.parametrize(
    ("inquiry", "last"),
    [("Lind Inquiry", "2025-08-28"), ("Ports Committee", "2025-04-28"), ("Inquest into a death", "2025-04-25")],
)
def test_the_time_allowed(inquiry: str, last: str) -> None:
    assert Clock().last_day(ask("1", "Look.", inquiry=inquiry), date(2025, 2, 28)).isoformat() == last
