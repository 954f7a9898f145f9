"""What is asked of somebody in running text, and what only sounds like it."""

from __future__ import annotations

import pytest

from answerable.extract.agents import Agents
from answerable.extract.demands import Demand, asked_of, find_demand
from answerable.model import Act, Ref, Statement
from answerable.text import Span
from tests.marks import marked


def demand(string: str) -> Demand | None:
    """What a marked text demands: S the source, C the cue, T the content, A the words that decided the act."""
    words, at = marked(string)
    said = Statement("s", "d", at.get("S", ()), at.get("C", ()), at["T"], Ref(None, "Wick"), Act.CALL_FOR, at["A"])
    return find_demand(words, said, Agents(words))


@pytest.mark.parametrize(
    "string",
    [
        "Ms Wick [C:[A:urged]] [T:the Guild to light the pier].",
        "Ms Wick [C:has [A:called for]] [T:a review of the lamps].",
        "Ms Wick [C:said] [T:the Guild [A:should] light the pier].",
        "[T:There [A:must] be an inquiry.]",
        "Ms Wick [C:told them]: [T:“You [A:should] resign.”]",
        "The coroner [C:[A:advised]] [T:the Guild to trim its wicks].",
        "Ms Wick [C:[A:told the Guild never to]] [T:light the pier].",
        "Mr Tarn [C:backed her [A:calls to]] [T:light the pier].",
        "[T:Could you [A:please] light the pier?]",
        "Asked about the pier, [S:Ms Wick] [C:[A:urged]] [T:the Guild to light it].",
    ],
)
def test_a_demand(string: str) -> None:
    assert demand(string)


@pytest.mark.parametrize(
    "string",
    [
        "The by-law [C:[A:requires]] [T:a lamp at each door].",
        "Ms Wick [C:would [A:call for]] [T:a review of the lamps].",
        "Ms Wick [C:did not say] [T:that the Guild [A:should] light it].",
        "The Inquiry [C:[A:recommends]] [T:the following].",
        "Ms Wick [C:[A:advised]] [T:the Guild for four days].",
        "Ms Wick [C:has [A:encouraged]] [T:people on to the pier].",
        "Wick Inquiry [C:[A:recommendations]:] [T:second progress update]",
        "The Guild [C:has [A:proposed]] [T:nothing that would cost it].",
        "Ms Wick [C:[A:demanded]]: [T:“Why is the pier not lit?”]",
        "Ms Wick [C:[A:demanded]] [T:to know who lit the pier].",
        "[C:[A:Asked to]] [T:describe the lamp], she said no.",
        "But has [S:she] [C:[A:called for]] [T:a review of the lamps]?",
        "Say [S:the Guild] [C:[A:demanded]] [T:that the pier be lit].",
        "It is not as though [S:anybody] [C:was [A:demanding]] [T:a new lamp].",
        "[S:No one] [C:[A:asked for]] [T:a new lamp].",
        "About [S:four in ten] [C:[A:urged]] [T:the Guild to light the pier].",
        "Ms Wick [C:is [A:urging]] [T:her supporters to watch the pier].",
        "Ms Wick [C:[A:asked]] [T:for a selfie with the lamp].".replace("[T:for ", "for [T:"),
        "Ms Wick [C:[A:told Mr Tarn not to]] [T:worry about the pier].",
        "Ms Wick [C:[A:told the hall the Guild was slow to]] [T:that it was slow to act].",
        "Mr Tarn had [C:[A:pressed] her on] [T:her failure to light the pier].",
        "Ms Wick [C:personally [A:invited]] [T:him to visit the pier in May].",
        "Lamp men, [C:[A:called to]] [T:service by the harbour master], stood by.",
        "Mr Tarn, managing [C:the [A:urge]] [T:to put out the lamp], sat down.",
        "The north pier [C:was [A:called for]] [T:Ms Wick after midnight].",
        "I [C:[A:beg]] to move, [T:That this House agrees with the lamps].",
        "Mr Tarn [C:[A:wants]] [T:Ms Wick to lose the vote].",
        "Ms Wick [C:[A:asked]] [T:the question to build on what he said].",
        "Ms Wick [C:said] [T:it was not what we [A:recommended] in May].",
        "A keeper, [C:[A:asking for]] [T:anonymity to speak freely], agreed.",
        "[T:‘[A:Please] quiet down,’] she said.",
        "Mr Tarn [C:[A:pleaded]] [T:guilty to putting out the lamp].",
    ],
)
def test_no_demand(string: str) -> None:
    assert not demand(string)


def test_what_one_recalls_having_asked_is_no_new_demand() -> None:
    assert demand("[T:“I [A:asked for] every lamp to be lit within a week,”] Ms Wick [C:said].") is None
    assert demand("Ms Wick [C:said] [T:“I [A:ask] the Guild to light every lamp.”]")


@pytest.mark.parametrize("thing", ["an inquiry with power", "a review and the right", "a board with full powers"])
def test_what_is_able_to_is_a_thing_and_nobody_who_is_asked(thing: str) -> None:
    found = demand(f"Ms Wick wrote to the Guild, [C:[A:asking for]] [T:{thing} to compel witnesses].")
    assert found and found.of is None


def test_whom_a_sentence_says_was_asked() -> None:
    words = "At its meeting the parish resolved to ask the Guild to light the pier."
    found = asked_of(words, (Span(0, len(words)),))
    assert found and found.of(words) == "the Guild"
