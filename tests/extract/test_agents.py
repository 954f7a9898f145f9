"""Who can be asked, where a phrase begins with them."""

from __future__ import annotations

import pytest

from answerable.extract.agents import Agents, is_count, is_crowd
from answerable.model import Actor, ActorKind, Mention
from answerable.text import Span
from tests.marks import marked


def agents(string: str) -> tuple[Agents, Span]:
    """A text in which P marks a mention of Ada Plum and R one of a report, and the span of it all."""
    words, at = marked(string)
    plum = Actor.of("d", "Ada Plum", ActorKind.PERSON)
    report = Actor.of("d", "the lamp report", ActorKind.WORK)
    named = [(span, actor) for mark, actor in (("P", plum), ("R", report)) for span in at.get(mark, ())]
    mentions = [Mention(span, span.of(words), actor.id) for span, actor in named]
    return Agents(words, (plum, report), mentions), Span(0, len(words))


@pytest.mark.parametrize(
    ("string", "names"),
    [
        ("the former President [P:Ada Plum]", ["Ada Plum"]),
        ("[P:Plum] and the harbour board", ["Ada Plum", "the harbour board"]),
        ("lamps for [P:Plum]", []),
        ("[P:Plum]’s lamps", []),
        ("[R:the report]", []),
        ("the harbour board", ["the harbour board"]),
    ],
)
def test_whom_a_phrase_begins_with(string: str, names: list[str]) -> None:
    known, phrase = agents(string)
    assert [ref.name for ref in known.opening(phrase)] == names


def test_a_name_before_a_noun_is_not_the_whole_phrase() -> None:
    known, phrase = agents("[P:Plum] lamps")
    assert known.opening(phrase)
    assert not known.naming(phrase)


def test_people_counted_in_a_poll_are_no_speaker() -> None:
    assert is_count("about four in ten")
    assert is_count("52 percent of keepers")
    assert not is_count("four keepers")


def test_a_public_cannot_answer() -> None:
    assert is_crowd("her supporters")
    assert not is_crowd("the harbour board")


def test_a_minister_for_the_public_is_no_crowd() -> None:
    assert is_crowd("the public")
    assert not is_crowd("Minister for Public Works")
