from __future__ import annotations

import pytest

from answerable.extract.runs import runs


@pytest.mark.parametrize(
    "text,found",
    [
        ("We met Ada van der Hale, Jr., of Tarn.", ["Ada van der Hale, Jr.", "Tarn"]),
        ("The Ministry of Tides, Piers and Ferries met.", ["Ministry of Tides, Piers and Ferries"]),
        ("The Leader of the House, Osk, met us.", ["Leader of the House", "Osk"]),
    ],
)
def test_words_that_belong_together(text: str, found: list[str]) -> None:
    told = [text[run[0].start : run[-1].end] for run in runs(text)]
    assert [t.removeprefix("The ").removeprefix("We ") for t in told if t not in ("We", "The")] == found
