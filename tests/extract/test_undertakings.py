"""What "will" promises, and what it only foretells."""

from __future__ import annotations

import pytest

from answerable.extract.undertakings import is_kept, promises, speaks_of_later


@pytest.mark.parametrize(
    "sentence",
    [
        "We will lay regulations before Parliament by the end of 2026.",
        "The Government intends to publish a plan.",
        "Regulations will be laid in the autumn.",
        "It will open to the public by December 2026.",
        "The Authority has told us that it accepts this and will begin inspections in May.",
        "We do not share the concern, and will work with the pilots on another way.",
        "The register will now open in summer 2026.",
    ],
)
def test_a_promise(sentence: str) -> None:
    assert promises(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "We accept this recommendation in full.",
        "The register will not open in March.",
        "I know that this will disappoint some residents.",
        "This will help local authorities.",
        "We hope to come back to the House shortly.",
        "If the company will open its books, so be it.",
        "Will the Minister publish the plan?",
        "The harbour master will be aware of the lamps by now.",
        "I suspect that, at this hour, the board will light the lamps.",
        "The paper writes that the harbour master means to change the code.",
        "I will make one or two brief points.",
        "I will put it this way.",
        "I intend to be brief.",
        "I will take Questions 3 and 4 together.",
        "Today we learned that the board plans to buy lamps.",
        "The board will have no say in it.",
        "I am now going to say something.",
        "The Bill will make it harder for the board.",
        "The more lamps we buy, the better off we will be.",
    ],
)
def test_no_promise(sentence: str) -> None:
    assert not promises(sentence)


def test_reported_words_promise_a_deed() -> None:
    assert is_kept("to light the lamps")
    assert is_kept("that he would light the lamps")
    assert not is_kept("that he would find the lamps lit")
    assert not is_kept("the better off we’ll be")
    assert not is_kept("I will predict it – the pier will be lit by either lamp")


def test_what_is_still_to_come() -> None:
    assert speaks_of_later("that we’ll light the lamps")
    assert not speaks_of_later("that the lamps are lit")
