from datetime import date

import pytest

from answerable.model import Medium, Source
from answerable.read.metadata import day, filled, medium_of


@pytest.mark.parametrize(
    "words",
    ["2021-04-03", "2021-04-03T09:00:00+01:00", "3 April 2021", "3 Apr 2021", "Saturday 3 April 2021", "03/04/2021",
     "Sat, 03 Apr 2021 09:00:00 GMT", "D:20210403090000Z", "20210403"],
)  # fmt: skip
def test_days(words: str) -> None:
    assert day(words) == date(2021, 4, 3)


@pytest.mark.parametrize("words", ["", None, "April 2021", "2021", "spring 2021", "soon", "yesterday", "2021-13-40"])
def test_no_days(words: str | None) -> None:
    assert day(words) is None


def test_media_that_titles_speak_of() -> None:
    assert medium_of("Government response to the Ferry Review") is Medium.RESPONSE
    assert medium_of("Ferry Review: progress update") is Medium.UPDATE
    assert medium_of("Open letter to the Minister") is Medium.LETTER
    assert medium_of("Ferry to stop") is Medium.UNKNOWN
    assert medium_of("Request for an inquiry", "Town Hall\n\nDear Minister,\n\nThe Council …") is Medium.LETTER


def test_gaps_are_filled_and_what_the_caller_said_stays() -> None:
    source = filled(Source("a", title="Mine", medium=Medium.POST), title="Its", author=" A \n B ", medium=Medium.NEWS)
    assert source == Source("a", title="Mine", author="A B", medium=Medium.POST)
