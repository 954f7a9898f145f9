"""Recommendations in the layouts of reports and responses."""

from __future__ import annotations

from answerable.model import Act, Actor, ActorKind, AskKind, Medium, Ref, Statement
from answerable.text import Span
from tests.extract.layouts import asks, numbers, page, text

LIST = """Lamp Commission report

Summary of recommendations

R1 The Board should meet monthly.
R2 The Guild must open its books.
R3 Parliament should legislate.
"""
LEAD_IN = """The Lamplight Review

Final report

Recommendations

We recommend that:

1. The Home Secretary should publish the lamp code within 12 months of the publication of this report.

2. The Mayor of Wick and the Wick Fire Authority should
(a) inspect each lamp; and
(b) report yearly.

Chapter 1: Introduction

1. The review began in 2020. It should be read with the annexes.

2. Lamps must be understood in context.
"""
BODY_AND_LIST = """<h1>Report of the Wick Inquiry</h1><h2>Lamps</h2>
<p>2.1 Lamps went out in 2019.</p>
<h3>Recommendation 1</h3><p>The Guild of Lamplighters should trim every wick in the old town each week.</p>
<p>2.2 The oil ran low.</p>
<h2>Appendix: List of recommendations</h2>
<h3>Recommendation 1</h3><p>The Guild of Lamplighters should trim every wick in the old town each week.</p>"""
MIXED = """<h1>Lamp Committee: third report</h1><h2>Conclusions and recommendations</h2>
<ol><li>Lamps have grown dimmer since the war. (Paragraph 4)</li>
<li>We recommend that the Ministry of Light publish a count of lamps. (Paragraph 9)</li>
<li>The Ministry has done well. (Paragraph 12)</li>
<li>We note the progress made and urge the Guild to go further. (Paragraph 15)</li></ol>"""
REVIEW = """Report of the Working Group on the Universal Periodic Review

II. Conclusions and/or recommendations

15. The recommendations below enjoy the support of Iceland:

15.1 Ratify the Lamp Convention, 1911 (No. 12) (France, Viet Nam);

15.2 Light the harbours (Iran (Islamic Republic of)); Dim the squares (Peru) (Chad);
"""


def test_a_list_with_lettered_numbers() -> None:
    assert numbers(asks(text(LIST))) == ["R1", "R2", "R3"]


def test_a_list_after_a_lead_in_ends_where_the_body_begins_to_count_anew() -> None:
    found = asks(text(LEAD_IN))
    assert numbers(found) == ["1", "2"]
    assert [ref.name for ref in found[1].addressees] == ["The Mayor of Wick", "the Wick Fire Authority"]
    assert [part.label for part in found[1].parts] == ["2(a)", "2(b)"]
    assert found[0].due[0].words == "within 12 months of the publication of this report"


def test_the_list_and_the_body_are_one_ask_with_two_pins() -> None:
    document = page(BODY_AND_LIST)
    (ask,) = asks(document)
    assert ask.text == "The Guild of Lamplighters should trim every wick in the old town each week."
    assert [span.of(document.text) for span in ask.also] == [ask.text]
    assert ask.inquiry == "Wick Inquiry"


def test_among_conclusions_only_those_that_ask_are_asks() -> None:
    found = asks(page(MIXED))
    assert numbers(found) == ["2", "4"]
    assert not found[0].text.endswith("(Paragraph 9)")


def test_recommending_states_of_a_periodic_review() -> None:
    found = asks(text(REVIEW))
    assert [(ask.number, ask.by.name if ask.by else "") for ask in found] == [
        ("15.1", "France; Viet Nam"),
        ("15.2", "Iran (Islamic Republic of); Peru; Chad"),
    ]


def test_what_a_response_quotes_is_somebody_elses() -> None:
    body = "<h1>Government response to the Wick Inquiry</h1><h3>Recommendation 4</h3>"
    (ask,) = asks(page(body + "<blockquote><p>Lamps should be lit.</p></blockquote><p>We agree.</p>"))
    assert ask.quoted_from
    assert (ask.quoted_from.number, ask.quoted_from.inquiry) == ("4", "Wick Inquiry")


def test_a_coroners_concerns() -> None:
    words = """REGULATION 28 REPORT TO PREVENT FUTURE DEATHS

The MATTERS OF CONCERN are as follows.

(1) There was no lamp at the crossing.

(2) The crossing had been reported and nothing was done.

ACTION SHOULD BE TAKEN

In my opinion action should be taken to prevent future deaths.
"""
    assert [ask.text for ask in asks(text(words))] == [
        "There was no lamp at the crossing.",
        "The crossing had been reported and nothing was done.",
    ]


def test_news_has_no_numbered_recommendations() -> None:
    words = "The minister said that lamps should be lit.\n\n1. Oil is dear.\n\nA report recommends lamps, he said.\n"
    assert asks(text(words, Medium.NEWS)) == []


def test_calls_come_from_statements() -> None:
    from answerable.extract.recommendations import find_asks

    document = text("Ms Wick called on the Guild to light the pier.", Medium.NEWS)
    content = Span(document.text.index("the Guild"), document.text.index("."))
    guild = Actor.of(document.id, "the Guild", ActorKind.ORGANISATION)
    call = Statement(
        "s", document.id, (), (), (content,), Ref(None, "Ms Wick"), Act.CALL_FOR, targets=(Ref(guild.id, guild.name),)
    )
    (ask,) = find_asks(document, (call,), (guild,))
    assert (ask.kind, ask.number, ask.statement) == (AskKind.CALL, None, "s")
    assert ask.addressees == (Ref(guild.id, "the Guild"),)
