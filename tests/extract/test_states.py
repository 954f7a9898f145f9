"""States in brackets."""

from __future__ import annotations

from answerable.extract.states import recommending_states
from answerable.text import Span


def test_states_with_brackets_and_commas_of_their_own() -> None:
    text = "Light the lamps (Bosnia and Herzegovina, Iran (Islamic Republic\n of)) (Peru);"
    found = recommending_states(text, Span(0, len(text)))
    assert [name for name, _ in found] == ["Bosnia and Herzegovina", "Iran (Islamic Republic of)", "Peru"]
    assert found[2][1].of(text) == "Peru"


def test_two_states_joined_by_and() -> None:
    text = "Light the lamps (France and Chad)"
    assert [name for name, _ in recommending_states(text, Span(0, len(text)))] == ["France", "Chad"]


def test_other_brackets_hold_no_states() -> None:
    text = "Ratify the Lamp Convention (No. 29), which it signed (1911)"
    assert recommending_states(text, Span(0, len(text))) == ()
