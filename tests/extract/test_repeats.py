"""The same words in two places."""

from __future__ import annotations

from answerable.extract.repeats import Repeats, overlap
from answerable.text import Span

WORDS = "The Guild should trim every wick in the old town before the winter feast begins"


def test_words_are_found_again_though_some_differ() -> None:
    text = f"1. {WORDS}. Lamps went out. 2.4 {WORDS.replace('the winter feast', 'the feast of winter')}."
    span = Span(3, 3 + len(WORDS))
    (place,) = Repeats(text, [span]).elsewhere(span)
    assert place.of(text).startswith("The Guild should trim")


def test_short_words_may_stand_twice_by_chance() -> None:
    text = "light the lamps. light the lamps."
    assert Repeats(text, [Span(0, 15)]).elsewhere(Span(0, 15)) == ()


def test_overlap_is_that_of_the_shorter() -> None:
    assert overlap(WORDS, f"We recommend: {WORDS}, as we said.") == 1
    assert overlap(WORDS, "Oil is dear and lamps are dim in the north of the country") == 0
