"""Speech acts, by cue and content together. [S: source, [C: cue, [T: content."""

from __future__ import annotations

import pytest

from answerable.extract.acts import decide, decide_acts
from answerable.model import Act, Document, Ref, Source, Statement
from answerable.text import Span, words
from tests.marks import marked

REPORTED = """
state           | [S:The clerk] [C:said] [T:that the meeting began at nine]
state           | [S:Ms Orme] [C:expects] [T:the vote to be close]
find            | [S:A survey of 900 tenants] [C:shows] [T:that most would move]
find            | [S:The auditors] [C:found] [T:no receipts for the second year]
admit           | [S:The council] [C:conceded] [T:that the letters were never sent]
deny            | [S:Mr Pell] [C:denied] [T:that he had seen the memo]
deny            | [S:Mr Pell], accused of hiding a memo, [C:denied] [T:it]
deny            | [S:She] [C:has denied calling for] [T:the sale of the library]
dispute         | [S:The mayor] [C:said] [T:the figures were simply wrong, and that the story was false]
warn            | [S:Engineers] [C:warned] [T:that the dam was weak]
warn            | [S:The union] [C:said] [T:the cuts could hurt thousands of families]
question        | [S:Ms Orme] [C:asked whether] [T:anybody had read the report]
question        | [S:Ms Orme] [C:wrote]: [T:"Who signed the contract?"]
accuse          | [S:Ms Orme] [C:accused] [T:the minister of misleading the House]
accuse          | [S:Ms Orme] [C:said] [T:"The minister lied to this House."]
accuse          | The minister [C:was accused by] [S:Ms Orme] [T:of misleading the House]
criticise       | [S:The chair] [C:faulted] [T:the council's handling of the fire]
criticise       | [S:The chair] [C:said] [T:the plan was a disgrace]
criticise       | [C:criticism by] [S:the chair] [T:of the delay]
criticise       | [S:The chair] [C:said] [T:Mr Pell was not qualified for the post]
defend          | [S:The mayor] [C:defended] [T:the decision to close the road]
praise          | [S:The mayor] [C:praised] [T:the volunteers]
apologise       | [S:The mayor] [C:said]: [T:"I am sorry for what happened."]
apologise       | [S:The mayor] [C:apologised] [T:to the families]
refuse          | [S:The mayor] [C:refused to apologise] [T:to the families]
call_for        | [S:Ms Orme] [C:said] [T:"You must resign."]
call_for        | [S:The council] [C:urged] [T:the minister not to close the inquiry]
call_for        | [S:The council] [C:said] [T:the minister should publish the letters]
call_for        | [C:calls from] [S:campaigners] [T:for a public inquiry]
state           | [S:Ms Orme] [C:has never called for] [T:an inquiry]
request         | [S:The coroner] [C:asked] [T:the trust to hand over the notes]
request         | [S:Her] [C:request for] [T:the minutes of the meeting]
recommend       | [S:The panel] [C:recommended] [T:that the register be public]
order           | [S:The judge] [C:ordered] [T:the trust to disclose the notes]
accept          | [S:The government] [C:accepted] [T:the third recommendation]
reject          | [S:The minister] [C:rejected] [T:the call for an inquiry]
reject          | [S:The minister] [C:did not support] [T:the amendment]
reject          | [S:The minister] [C:ruled out] [T:a national inquiry]
state           | [S:The minister] [C:did not rule out] [T:a national inquiry]
refuse          | [S:The minister] [C:declined to comment on] [T:the letters]
refuse          | [S:her] [C:refusal] [T:to publish the letters]
refuse          | [S:He] [C:said] [T:he would not resign]
refuse          | [S:I] [C:have decided] [T:not to publish the letters]
promise         | [S:He] [C:said] [T:he would resign in the spring]
promise         | [S:The mayor] [C:said]: [T:"We will not hide anything."]
state           | [S:The mayor] [C:said]: [T:"We are accused of much."]
state           | [S:The mayor] [C:said]: [T:"He will resign in the spring."]
criticise       | [S:The mayor] [C:said] [T:the clerk was not fit to run a ferry]
praise          | [S:The mayor] [C:said] [T:Ms Orme was dependable and cool-headed]
recommend       | [S:The panel] [C:said] [T:the register should be public]
recommend       | [S:The review] [C:says] [T:that the trust must publish its letters]
find            | [S:A review of the letters] [C:ruled] [T:that the council had been told]
state           | [S:The clerk] [C:said] [T:no decision had been made]
question        | [S:Ms Orme] [C:said]: [T:"What would you cut?"]
reject          | [S:The chair] [C:said]: [T:"I don’t think it should be heard in private."]
accuse          | [S:Ms Orme] [C:called] [T:the hearing a political ploy]
defend          | [S:The mayor] [C:said] [T:the sale was “justified” by the price]
order           | [S:The board] [C:voted 19-15 along party lines] [T:to close the home]
promise         | [S:The minister] [C:said]: [T:"We will build forty homes here."]
promise         | [S:their] [C:pledge] [T:to rebuild the school]
promise         | [S:She] [C:vowed never] [T:to sell the library]
threaten        | [S:The firm] [C:threatened] [T:to sue the council]
offer           | [S:The mayor] [C:offered] [T:to meet the families]
announce        | [S:The department] [C:announced] [T:that the centre would close]
report_progress | [S:The department] [C:said] [T:the work was well under way]
state           | [S:The department] [C:might accept] [T:the recommendation]
state           | [S:Ministers] [C:are expected to announce] [T:a review]
state           | [S:The paper] [C:reported that] [T:the register had been moved]
"""


def rows(table: str) -> list[tuple[str, str]]:
    """The acts and texts of a table."""
    parts = (line.partition("|") for line in table.strip().splitlines())
    return [(act.strip(), text.strip()) for act, _, text in parts]


@pytest.mark.parametrize(("act", "text"), rows(REPORTED))
def test_a_reported_statement(act: str, text: str) -> None:
    plain, spans = marked(text)
    assert decide(plain, spans.get("S", ()), spans.get("C", ()), spans.get("T", ())).act == act


@pytest.mark.parametrize(
    ("text", "deciding"),
    [
        ("[S:The minister] [C:ruled out] [T:a national inquiry]", "ruled out"),
        ("[S:The minister] [C:did not support] [T:the amendment]", "did not support"),
        ("[S:Ms Orme] [C:said] [T:that he must resign]", "must"),
        ("[S:Ms Orme] [C:said] [T:the plan was a disgrace and a sham]", "disgrace … sham"),
        ("[S:A survey] [C:suggests] [T:that most would move]", "A survey"),
        ("[S:The clerk] [C:said] [T:that the meeting began at nine]", ""),
    ],
)
def test_the_deciding_words_are_kept(text: str, deciding: str) -> None:
    plain, spans = marked(text)
    assert words(plain, decide(plain, spans.get("S", ()), spans.get("C", ()), spans.get("T", ())).spans) == deciding


def test_statements_get_act_and_deciding_words() -> None:
    text, spans = marked("[S:Ms Orme] [C:urged] [T:the council to act].")
    document = Document.of(text, Source("x"))
    key = Statement.key(document.id, spans["S"], spans["C"], spans["T"])
    given = Statement(key, document.id, spans["S"], spans["C"], spans["T"], speaker=Ref("1", "Ms Orme"))
    (decided,) = decide_acts(document, [given])
    assert (decided.act, words(text, decided.act_spans), decided.id) == (Act.CALL_FOR, "urged", given.id)


def test_a_statement_without_any_words_is_stated() -> None:
    assert decide("", (), (), ()).act is Act.STATE


def test_whether_a_minister_agrees_is_asked_and_not_said() -> None:
    text = "Does the Minister agree that those who blame him owe him an apology?"
    source, cue = Span(5, 17), Span(18, 23)
    assert decide(text, (source,), (cue,), (Span(24, len(text) - 1),)).act is Act.QUESTION


def test_may_i_ask_him_to_asks_him_to() -> None:
    text = "May I ask him to resign?"
    assert decide(text, (Span(4, 5),), (Span(6, 9),), (Span(10, 23),)).act is Act.REQUEST
