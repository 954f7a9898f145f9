"""What the words of a content do where no cue tells: here the sentences of a document in its own voice."""

from __future__ import annotations

import pytest

from answerable.extract.acts import decide, own_words
from answerable.extract.contents import Decision
from answerable.model import Act
from answerable.text import Span, words

AUTHORIAL = """
accept          | We accept this recommendation in full.
promise         | We will publish the register by June.
promise         | The register will be published in June.
reject          | We do not accept this recommendation.
apologise       | I am sorry for the delay.
call_for        | The minister must publish the letters.
call_for        | We call on the minister to publish the letters.
refuse          | I will not resign.
report_progress | The work is well under way.
deny            | I did not see the memo.
criticise       | This plan is a disgrace.
praise          | We welcome the report.
request         | I am writing to ask that you publish the letters.
accuse          | The minister misled the House.
state           | The river rose on Tuesday.
state           | I thank the families who wrote to us.
state           | I would be glad to meet her.
state           | I am grateful for a reply.
state           | The Fraud Act already covers some of this.
question        | Will he publish the letters?
accuse          | He helped to bury them.
"""


def own_voice(text: str, name: str = "") -> Decision:
    """The decision on a sentence that `name` makes in its own voice."""
    return decide(text, (), (), (Span(0, len(text)),), own_words(name))


@pytest.mark.parametrize("row", AUTHORIAL.strip().splitlines())
def test_a_sentence_in_its_own_voice(row: str) -> None:
    act, _, text = row.partition("|")
    assert own_voice(text.strip()).act == act.strip()


def test_a_body_acts_under_its_own_name() -> None:
    assert own_voice("The council rejects this claim.", "Anytown Council").act is Act.REJECT
    assert own_voice("The council rejects this claim.", "Water Board").act is Act.STATE


@pytest.mark.parametrize(
    ("text", "deciding"),
    [
        ("Doe is not fit to lead.", "not fit to"),
        ("Doe is not qualified.", "qualified"),
        ("Doe was not dishonest.", ""),
        ("The plan is a disgrace and a sham.", "disgrace … sham"),
    ],
)
def test_negation_turns_praise_and_lifts_blame(text: str, deciding: str) -> None:
    decision = own_voice(text)
    assert (decision.act is Act.CRITICISE) == bool(deciding)
    assert not deciding or words(text, decision.spans) == deciding


def test_harm_done_is_blamed_and_harm_that_may_come_is_warned_of() -> None:
    assert own_voice("The cuts harmed the school.").act is Act.CRITICISE
    assert own_voice("The cuts could harm the school.").act is Act.WARN
