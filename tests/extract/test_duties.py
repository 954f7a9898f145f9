"""What modal verbs ask, and of whom."""

from __future__ import annotations

import pytest

from answerable.extract.agents import Agents
from answerable.extract.duties import duties
from answerable.model import Statement
from answerable.text import Span


def asked(words: str) -> list[str] | None:
    """Whom the first duty in these words is laid on; None where there is none."""
    statement = Statement("s", "d", (), (), (Span(0, len(words)),))
    found = next(iter(duties(words, statement, Agents(words))), None)
    return None if found is None else [span.of(words) for span in found]


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("the Guild should light the pier", ["the Guild"]),
        ("Of course the harbour board must light the pier", ["the harbour board"]),
        ("“I think the Guild should light it.”", ["the Guild"]),
        ("Wages rose and she should resign", ["she"]),
        ("The right hon. Gentleman is kind. The harbour board should light it.", ["The harbour board"]),
        ("“You should resign.”", ["You"]),
        ("she should resign", ["she"]),
        ("the lamps of the pier should now be replaced", []),
        ("there should be a review of the lamps", []),
    ],
)
def test_a_duty(words: str, who: list[str]) -> None:
    assert asked(words) == who


@pytest.mark.parametrize(
    "words",
    [
        "we should all be kinder",
        "she needs to win the north",
        "You have to be really blessed",
        "They were right to complain, and they should not have had to.",
        "because the board must pay it is late",
        "if the board must pay, it is late",
        "some argue that the board should be wound up",
        "nobody spoke of the idea that the board should pay",
        "I do not think the board should pay",
        "the board should be ashamed",
        "this should worry the board",
        "a harbour board must be ready",
        "lamps will need to be sold",
        "the chance that the board has to shine",
        "there has to be a way",
        "there should be no doubt about the lamps",
        "In a storm, and you should see one, it blows",
        "the lamps of the board must shine",
        "Nobody minds a joke. But that has to be based on facts.",
        "“Lies and rumours” over the pier must stop",
    ],
)
def test_no_duty(words: str) -> None:
    assert asked(words) is None
