"""Reports of coroners to prevent future deaths."""

from __future__ import annotations

from datetime import date

from answerable.extract.recommendations import find_asks
from answerable.model import Medium
from tests.extract.layouts import text

REPORT = """REGULATION 28: REPORT TO PREVENT FUTURE DEATHS

THIS REPORT IS BEING SENT TO:

1. The Chief Executive, Wickford Harbour Trust
2. The Secretary of State for Lamps

1 CORONER

I am Cora Pike, Assistant Coroner, for the coroner area of Tarnmouth.

3 INVESTIGATION and INQUEST

On 4 May 2023 I commenced an investigation.

5 CORONER'S CONCERNS

The MATTERS OF CONCERN are as follows.

(1) There was no lamp at the crossing.

(2) The crossing had been reported and nothing was done.

6 ACTION SHOULD BE TAKEN

In my opinion action should be taken to prevent future deaths and I believe you have the power to take such action.

7 YOUR RESPONSE

You are under a duty to respond to this report within 56 days of the date of this report. I may extend the period.

9 Dated: 30 March 2024
"""


def test_a_concern_is_asked_of_all_to_whom_the_report_is_sent() -> None:
    first, second = find_asks(text(REPORT, Medium.LETTER))
    assert [r.name for r in first.addressees] == [
        "The Chief Executive, Wickford Harbour Trust",
        "The Secretary of State for Lamps",
    ]
    assert second.addressees == first.addressees
    assert first.by
    assert first.by.name == "Cora Pike, Assistant Coroner"


def test_the_days_for_an_answer_count_from_the_day_of_the_report() -> None:
    first, _ = find_asks(text(REPORT, Medium.LETTER))
    assert first.date
    assert first.date.start == date(2024, 3, 30)
    assert [(due.words, due.end) for due in first.due] == [
        ("within 56 days of the date of this report", date(2024, 5, 25))
    ]


def test_a_report_without_day_or_recipients() -> None:
    words = REPORT.replace("9 Dated: 30 March 2024", "").replace("THIS REPORT IS BEING SENT TO:", "Sent:")
    first, _ = find_asks(text(words, Medium.LETTER))
    assert first.date is None
    assert first.addressees == ()
    assert first.due[0].end is None


def test_a_form_whose_sections_run_on() -> None:
    words = """Regulation 28: REPORT TO PREVENT FUTURE DEATHS (1)

THIS REPORT IS BEING SENT TO: 1. Chief Keeper, Tarnmouth 2. Lundby Council; 3. Lamp Council

1 CORONER I am Mr Bram Tarn, Senior Coroner, for the area of Lundby

5 CORONER'S CONCERNS In my opinion there is a risk. The MATTERS OF CONCERN are as follows: -

(1) The lamp should have been lit at dusk; no rota was kept.

(2) Nobody checked the register.

6 ACTION SHOULD BE TAKEN In my opinion action should be taken.

7 YOUR RESPONSE You are under a duty to respond within 56 days of the date of this report, namely by 12 June 2023.

9 17 April 2023 Signed: Bram Tarn
"""
    first, second = find_asks(text(words, Medium.LETTER))
    assert second.text == "Nobody checked the register."
    assert [r.name for r in first.addressees] == ["Chief Keeper, Tarnmouth", "Lundby Council", "Lamp Council"]
    assert first.date
    assert (first.date.start, [due.end for due in first.due]) == (date(2023, 4, 17), [date(2023, 6, 12)])
