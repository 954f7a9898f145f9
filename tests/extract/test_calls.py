"""What is asked of somebody in running text, and what only sounds like it."""

from __future__ import annotations

import pytest

from answerable.extract.calls import find_calls, is_ask
from answerable.model import Act, AskKind, Inquiry, InquiryEvent, InquiryEventKind, InquiryKind, Medium, Ref, Statement
from answerable.text import Span
from tests.extract.layouts import text
from tests.marks import marked


def made(string: str, act: Act = Act.CALL_FOR, speaker: str = "Ms Wick") -> tuple[str, Statement]:
    """A text and its statement: C the cue, T the content, A the words that decided the act."""
    words, at = marked(string)
    cue, content, decided = at.get("C", ()), at["T"], at["A"]
    return words, Statement("s", "d", (), cue, content, Ref(None, speaker), act, decided)


@pytest.mark.parametrize(
    "string",
    [
        "Ms Wick [C:[A:urged]] [T:the Guild to light the pier].",
        "Ms Wick [C:has [A:called for]] [T:a review of the lamps].",
        "Ms Wick [C:said] [T:the Guild [A:should] light the pier].",
        "[T:There [A:must] be an inquiry.]",
        "Ms Wick [C:told them]: [T:“You [A:should] resign.”]",
        "The coroner [C:[A:advised]] [T:the Guild to trim its wicks].",
    ],
)
def test_an_ask(string: str) -> None:
    assert is_ask(*made(string))


@pytest.mark.parametrize(
    "string",
    [
        "Ms Wick [C:said] [T:we [A:should] all be kinder].",
        "Ms Wick [C:said] [T:she [A:needs to] win the north].",
        "Ms Wick [C:explained] [T:why lamps [A:should] be blue].",
        "[T:They were right to complain, and they [A:should] not have had to.]",
        "The by-law [C:[A:requires]] [T:a lamp at each door].",
        "Ms Wick [C:would [A:call for]] [T:a review of the lamps].",
        "The Inquiry [C:[A:recommends]] [T:the following].",
        "Ms Wick [C:[A:advised]] [T:the Guild for four days].",
        "Wick Inquiry [C:[A:recommendations]:] [T:second progress update]",
        "The Guild [C:has [A:proposed]] [T:nothing that would cost it].",
    ],
)
def test_no_ask(string: str) -> None:
    assert not is_ask(*made(string))


def test_a_sentence_gives_way_to_the_ask_inside_it() -> None:
    words, inner = made("[C:We [A:ask] you] [T:to light the pier].", Act.REQUEST)
    whole = Statement("w", "d", (), (), (Span(0, len(words)),), Ref(None, "Ms Wick"), Act.REQUEST)
    (ask,) = find_calls(text(words, Medium.LETTER), (whole, inner), (), (), ())
    assert (ask.kind, ask.text, ask.statement) == (AskKind.REQUEST, "to light the pier", "s")


def test_what_you_asked_is_somebody_elses_ask() -> None:
    words, said = made("Thank you for your letter, in which you [C:[A:asked] us] [T:to light the pier].", speaker="you")
    (ask,) = find_calls(text(words, Medium.LETTER), (said,), (), (), ())
    assert ask.quoted_from
    assert ask.by is None


def test_an_inquiry_that_is_requested_is_asked_for() -> None:
    document = text("The parish resolved to ask for an inquiry into the lamps.", Medium.LETTER)
    place = Span(0, len(document.text))
    event = InquiryEvent(
        "e", document.id, InquiryEventKind.REQUESTED, place, place.of(document.text), by=Ref(None, "the parish")
    )
    wanted = Inquiry("i", "inquiry into the lamps", InquiryKind.UNKNOWN, events=(event,))
    (ask,) = find_calls(document, (), (wanted,), (), ())
    assert (ask.kind, ask.by, ask.span) == (AskKind.REQUEST, Ref(None, "the parish"), place)
