"""Answers in the layouts of responses: headings, labels, tables, lists, several bodies, references."""

from __future__ import annotations

from dataclasses import replace

import pytest

from answerable.extract.responses import find_responses
from answerable.extract.spoken import find_refused
from answerable.model import (
    Act,
    Document,
    Inquiry,
    InquiryEvent,
    InquiryEventKind,
    InquiryKind,
    Medium,
    Ref,
    Source,
    Statement,
)
from answerable.text import Span
from tests.extract.layouts import page, responses, said, text

PLAIN = """Government response to the Lamplight Inquiry

Recommendation 1
The Department for Lamps should require every parish to light its streets.
The Government accepts this recommendation. Work has begun.

Recommendation 2
The Guild of Lamplighters should publish a register of lamps.
The Government notes this recommendation.

Recommendation 3 – Accepted
A national oil reserve should be established.
We will legislate when parliamentary time allows.

Recommendation 4 (rejected)
All lamps should be painted blue.
The cost would be too great.
"""
FOUR_BODIES = """<h1>Response to the Lamplight Inquiry</h1>
<h3>Recommendation 4</h3><blockquote><p>Wicks should be trimmed.</p></blockquote>
<h4>UK Government</h4><p>The UK Government accepts this recommendation in full.</p>
<h4>Scottish Government response</h4><p>Not accepted. Wicks are sound.</p>
<h4>Welsh Government</h4><p>The Welsh Government supports the intention of this recommendation.</p>
<h4>Northern Ireland Executive</h4><p>Noted.</p>"""
STATUS_COLUMN = """<h1>Response to the Lamp Review</h1><table>
<tr><th>No.</th><th>Recommendation</th><th>Response</th><th>Status</th><th>Timeline</th></tr>
<tr><td>1</td><td>The Council should light the pier.</td><td>We will.</td><td>Accepted</td><td>By June 2027</td></tr>
<tr><td>2</td><td>The Council should dim the square.</td><td>Residents disagree.</td><td>Not accepted</td><td></td></tr>
<tr><td>3a</td><td>The Council should buy oil.</td><td>We have launched a consultation.</td><td>Under consideration</td>
<td>2027</td></tr></table>"""
BODY_COLUMNS = """<h1>Responses to the Lamp Inquiry</h1><table>
<tr><th>Recommendation</th><th>UK Government</th><th>Scottish Government</th></tr>
<tr><td>Recommendation 4(a)(iii): Lamps should be lit.</td><td>Accepted in full</td>
<td>Accept in principle. We will look at costs.</td></tr></table>"""
MINUTES = """Treasury Minutes: Government response to the Committee of Public Accounts

1. PAC conclusion: The Department does not know how many lamps it owns.

1. PAC recommendation: The Department should, within six months, publish a count of lamps.

1.1 The government agrees with the Committee's recommendation.

Target implementation date: Summer 2026

2. PAC conclusion: Oil is costly.

2. PAC recommendation: The Department should buy cheaper oil.

2.1 The government disagrees with the Committee's recommendation.
"""
SPECIAL_REPORT = """<h1>Lamp Safety: Government Response to the Committee's Fourth Report</h1>
<p><strong>1. We recommend that the Government appoint a lamp commissioner. (Paragraph 15)</strong></p>
<p>2. The Government does not believe that a commissioner is needed.</p>
<p><strong>2. The Home Office must publish its advice. (Paragraph 22)</strong></p>
<p>3. The Government accepts this recommendation.</p>
<p><strong>4. We urge Ministers to act at once. (Paragraph 26)</strong></p>
<p>See our response to recommendation 2.</p>"""
AUSTRALIAN = """Australian Government response to the Senate Lamps Committee report: Dark streets

Recommendation 1

The committee recommends that the Australian Government fund street lamps in the outback.

The Australian Government supports this recommendation in principle.

Lamps are a matter for states and territories.

Recommendation 2

The committee recommends that the Minister for Lamps table an annual report.

Government response

Agreed. The Minister will table a report each year.
"""
LISTED = """Response of the Lamp Board to the Wick Inquiry

The Board accepts recommendations 1, 3 and 5 to 7. It accepts recommendation 2 in principle. It does not accept
recommendation 4. Of the 12 recommendations, 3 are for others.

Recommendations 8 and 9 are a matter for the Guild.
"""


def test_headings_without_a_colon_and_statuses_beside_the_number() -> None:
    assert [row[:2] for row in said(responses(text(PLAIN)))] == [
        ("1", "accepted"),
        ("2", "noted"),
        ("3", "accepted"),
        ("4", "rejected"),
    ]


def test_four_bodies_give_four_answers() -> None:
    assert said(responses(page(FOUR_BODIES))) == [
        ("4", "accepted", "UK Government"),
        ("4", "rejected", "Scottish Government"),
        ("4", "accepted_in_principle", "The Welsh Government"),
        ("4", "noted", "Northern Ireland Executive"),
    ]


def test_a_status_column_labels_the_answer_beside_it() -> None:
    found = responses(page(STATUS_COLUMN))
    assert [(row[:2], r.text) for row, r in zip(said(found), found, strict=True)] == [
        (("1", "accepted"), "We will."),
        (("2", "rejected"), "Residents disagree."),
        (("3a", "under_consideration"), "We have launched a consultation."),
    ]


def test_a_column_for_each_body() -> None:
    assert said(responses(page(BODY_COLUMNS))) == [
        ("4(a)(iii)", "accepted", "UK Government"),
        ("4(a)(iii)", "accepted_in_principle", "Scottish Government"),
    ]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (MINUTES, [("1", "accepted"), ("2", "rejected")]),
        (AUSTRALIAN, [("1", "accepted_in_principle"), ("2", "accepted")]),
    ],
)
def test_minutes_and_parliaments_abroad(words: str, expected: list[tuple[str, str]]) -> None:
    assert [row[:2] for row in said(responses(text(words)))] == expected


def test_bold_numbered_paragraphs_are_quoted_and_a_reference_takes_what_it_points_to() -> None:
    found = responses(page(SPECIAL_REPORT))
    assert [row[:2] for row in said(found)] == [("1", "rejected"), ("2", "accepted"), ("4", "accepted")]
    assert len(found[2].deciding) == 2


def test_a_sentence_that_lists_numbers() -> None:
    found = sorted(said(responses(text(LISTED))))
    assert [row[0] for row in found] == ["1", "2", "3", "4", "5", "6", "7", "8", "9"]
    assert {row[0]: row[1] for row in found} == {
        **dict.fromkeys("13567", "accepted"),
        "2": "accepted_in_principle",
        "4": "rejected",
        **dict.fromkeys("89", "for_another_body"),
    }


def test_paragraphs_quoted_one_after_the_other_are_answered_together() -> None:
    body = "<h1>Government response to the Lamp Committee</h1>"
    quoted = "".join(f"<p><strong>{n}. We recommend that lamp {n} be lit at dusk.</strong></p>" for n in (1, 2))
    found = responses(page(f"{body}{quoted}<p>The Government accepts these recommendations.</p>"))
    assert [row[:2] for row in said(found)] == [("1", "accepted"), ("2", "accepted")]


def test_what_a_body_is_said_to_have_answered_is_its_own() -> None:
    words = (
        "Government response to the Wick Inquiry\n\nRecommendation 3\n\nThe Lamp Authority should sample oil.\n\n"
        "This recommendation is for the Lamp Authority. The Authority has told us that it accepts the recommendation.\n"
    )
    assert said(responses(text(words))) == [
        ("3", "for_another_body", "Government"),
        ("3", "accepted", "The Authority"),
    ]


def test_silence_is_no_response_and_words_that_do_not_say_are_unclear() -> None:
    words = (
        "Government response to the Wick Inquiry\n\nRecommendation 1\n\nLamps should be lit.\n\n"
        "Lamps are lit in many towns. The Guild does fine work.\n\nRecommendation 2\n\nOil should be kept.\n"
    )
    assert [row[:2] for row in said(responses(text(words)))] == [("1", "unclear")]


def test_a_refusal_in_the_news_answers_a_call() -> None:
    document = text("Ms Castor refused the council an inquiry into the lamps.", Medium.NEWS)
    at = document.text.index("refused")
    cue, content = Span(at, at + 7), Span(at + 8, len(document.text) - 1)
    refusal = Statement("s", document.id, (), (cue,), (content,), Ref(None, "Ms Castor"), Act.REFUSE, (cue,))
    (response,) = find_responses(document, (refusal,))
    assert (response.disposition.value, response.statement) == ("rejected", "s")
    assert [span.of(document.text) for span in response.deciding] == ["refused"]


def test_what_a_post_says_that_somebody_else_refused_is_not_that_ones_answer() -> None:
    words = "Ms Castor has refused the council an inquiry into the lamps."
    document = replace(text(words), source=Source("p.txt", author="Bo Lee", publisher="Plaza", medium=Medium.POST))
    cue, content = Span(9, 20), Span(21, len(words) - 1)
    refusal = Statement("s", document.id, (), (cue,), (content,), Ref(None, "Ms Castor"), Act.REFUSE, (cue,))
    assert find_responses(document, (refusal,), (), (refused(document, "Ms Castor"),)) == ()
    assert find_responses(document, (replace(refusal, speaker=Ref(None, "Lee")),))
    reply = replace(
        document, source=replace(document.source, author="Ann Ray, Minister for Ports", medium=Medium.LETTER)
    )
    assert find_responses(reply, (replace(refusal, speaker=Ref(None, "the Government")),))


def refused(document: Document, by: str) -> Inquiry:
    """The inquiry that a document of one sentence says was refused."""
    whole = Span(0, len(document.text))
    event = InquiryEvent("e", document.id, InquiryEventKind.REFUSED, whole, document.text, by=Ref(None, by))
    return Inquiry("i", "inquiry into the lamps", InquiryKind.UNKNOWN, events=(event,))


def test_of_a_sentence_only_the_part_that_tells_of_a_refusal_is_it() -> None:
    words = "Bo Lee blamed two wardens, after the Guild turned down the council's call for an inquiry into the lamps."
    document = text(words, Medium.NEWS)
    (answer,) = find_refused(document, (), (refused(document, "the Guild"),), (), ())
    assert answer.text.startswith("the Guild turned down")
    assert answer.text == answer.span.of(words)


def test_who_agrees_with_a_refusal_refuses() -> None:
    words = "She concluded that an inquiry into the lamps would delay action, and I agree with her."
    source = Source("p.txt", author="Peter Lowe, Minister for Ports", medium=Medium.STATEMENT)
    document = replace(text(words), source=source)
    inquiry = refused(document, "Peter Lowe")
    (answer,) = find_refused(document, (), (inquiry,), (), ())
    assert answer.by and answer.by.name == "Peter Lowe"
