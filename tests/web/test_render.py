"""How values are told in the words of a page."""

from __future__ import annotations

import pytest

from answerable.web.render import counted, number, times


def test_thousands_are_set_apart() -> None:
    assert (number(999), number(1_045), counted(12_000, "statement")) == ("999", "1,045", "12,000 statements")


@pytest.mark.parametrize(("value", "told"), [(1, "once"), (2, "twice"), (3, "3 times"), (1_200, "1,200 times")])
def test_how_often(value: int, told: str) -> None:
    assert times(value) == told
