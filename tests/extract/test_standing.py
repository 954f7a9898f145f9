"""How a mention stands to the deciding words. Marks: M the mention, D the deciding words, O where an object starts."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from answerable.extract import standing
from answerable.text import Span, Spans
from tests.marks import marked


@pytest.mark.parametrize(
    ("question", "text", "holds"),
    [
        (standing.is_subject, "[M:Roe] was a [D:disgrace]", True),
        (standing.is_subject, "[M:Roe] left. It was a [D:disgrace]", False),
        (standing.is_doer, "[M:they] had never [D:lied]", True),
        (standing.is_doer, "[M:they] knew who [D:lied]", False),
        (standing.is_agent, "[D:betrayed] by the [M:council]", True),
        (standing.is_victim, "the [D:hacking] of [M:the council]", True),
        (standing.is_harmed, "an [D:insult] to all [M:residents]", True),
        (standing.is_harmed, "he [D:has failed] [M:the town]", True),
        (standing.is_harmed, "the [D:failing] [M:council]", False),
        (standing.is_beside, "a [D:disgrace] of [M:Roe]", True),
        (standing.is_beside, "a [D:disgrace]! [M:Roe] left", False),
    ],
)
def test_a_mention_and_the_deciding_words(question: Callable[[str, Span, Spans], bool], text: str, holds: bool) -> None:
    plain, spans = marked(text)
    assert question(plain, spans["M"][0], spans["D"]) is holds


@pytest.mark.parametrize(
    ("text", "exchanged", "holds"),
    [
        ("faulted [O:the] late buses of [M:Roe]", False, True),
        ("rejected [O:a] request to hear [M:Roe]", False, False),
        ("refused [O:to] speak to [M:Roe]", False, True),
        ("disputed [O:the] notion that [M:Roe] sings", False, True),
        ("demanded [O:more] speed from [M:Roe]", True, True),
        ("praised [O:more] speed from [M:Roe]", False, False),
    ],
)
def test_what_a_verb_governs(text: str, exchanged: bool, holds: bool) -> None:
    plain, spans = marked(text)
    assert standing.is_governed(plain, spans["O"][0].start, spans["M"][0], exchanged=exchanged) is holds


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("[M:Roe] therefore [D:must] go", True),
        ("[M:Roe], who is ill, [D:must] go", True),
        ("the taxes [M:Roe] likes [D:must] go", False),
    ],
)
def test_who_must(text: str, holds: bool) -> None:
    plain, spans = marked(text)
    assert standing.is_asked(plain, spans["M"][0], spans["D"][0]) is holds


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("[M:Roe] was widely [D:condemned]", True),
        ("[M:Roe] came under [D:attack]", True),
        ("[M:Roe] [D:condemned] the delay", False),
        ("[M:Roe] left; the delay was [D:condemned]", False),
    ],
)
def test_on_whom_a_judgement_falls(text: str, holds: bool) -> None:
    plain, spans = marked(text)
    assert standing.suffers(plain, spans["M"][0], spans["D"][0]) is holds


def test_a_place_where_something_happens_and_one_that_is_trusted() -> None:
    fires, fire = marked("thousands of fires in [M:Anytown]")
    trust, trusted = marked("lost all trust in [M:Anytown]")
    assert standing.is_scene(fires, fire["M"][0])
    assert not standing.is_scene(trust, trusted["M"][0])


def test_the_object_of_a_promise() -> None:
    meet, met = marked("[O:to] meet with [M:Roe]")
    build, built = marked("[O:to] build schools in [M:Roe]")
    assert standing.is_pledged(meet, met["O"][0].start, met["M"][0])
    assert not standing.is_pledged(build, built["O"][0].start, built["M"][0])


def test_what_is_said_of_you() -> None:
    lied, told = marked("you have never [D:lied]")
    gone, left = marked("you left and he [D:lied]. Then [O:he] went")
    assert standing.is_to_you(lied, told["D"])
    assert not standing.is_to_you(gone, left["O"])


def test_what_is_named_in_one_breath() -> None:
    plain, spans = marked("[M:Roe], [M:Doe] and [M:Orme] with [M:Pell]")
    roe, doe, orme, pell = spans["M"]
    assert standing.is_joined(plain, roe, doe)
    assert standing.is_joined(plain, doe, orme)
    assert not standing.is_joined(plain, orme, pell)


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("he later [C:said] of the [M:council]", True),
        ("[C:told] an audience of [M:teachers]", False),
        ("[C:said] Jane Doe of the [M:council]", False),
    ],
)
def test_of_whom_a_cue_speaks(text: str, holds: bool) -> None:
    plain, spans = marked(text)
    assert standing.is_topic(plain, spans["C"][0], spans["M"][0]) is holds
