"""Who is asked."""

from __future__ import annotations

import pytest

from answerable.extract.addressees import bodies, find_addressees
from answerable.model import Actor, ActorKind
from answerable.text import Span


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Home Secretary should publish the code.", ["The Home Secretary"]),
        (
            "The UK government and devolved administrations should act.",
            ["The UK government", "devolved administrations"],
        ),
        (
            "The governments of the UK, Scotland and Wales should each act.",
            ["government of the UK", "government of Scotland", "government of Wales"],
        ),
        ("That the Secretary of State appoint an adviser.", ["the Secretary of State"]),
        ("That local authorities train all staff.", ["local authorities"]),
        ("We recommend that, at the earliest opportunity, the Guild appoint a chair.", ["the Guild"]),
        ("We urge ministers to consult.", ["ministers"]),
        ("The Department for Oil and Wicks should act.", ["The Department for Oil and Wicks"]),
        ("The Lamp Research and Oil Agency (LROA) should act.", ["The Lamp Research and Oil Agency (LROA)"]),
        ("This should be done within a year.", []),
        ("That the Lamp Act be amended.", []),
        ("Grant calls from the Board should be simpler.", []),
    ],
)
def test_addressees(text: str, names: list[str]) -> None:
    assert [ref.name for ref in find_addressees(text, [Span(0, len(text))])] == names


def test_a_known_actor_is_referred_to() -> None:
    guild = Actor.of("d", "Guild of Lamplighters", ActorKind.ORGANISATION, names=("Guild of Lamplighters", "the Guild"))
    (ref,) = find_addressees("The Guild should act.", [Span(0, 21)], [guild])
    assert (ref.id, ref.name) == (guild.id, "Guild of Lamplighters")


def test_a_phrase_that_names_nobody() -> None:
    assert list(bodies("the lamps of the town")) == []
