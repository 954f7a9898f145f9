"""Which tellings are of one event."""

from __future__ import annotations

from dataclasses import replace

from answerable.export.tellings import tellings
from answerable.model import Basis, InquiryEvent, InquiryEventKind, InquiryKind, Precision, When
from tests.entries import event, inquiry

REFUSED, CALLED, REPORT = InquiryEventKind.REFUSED, InquiryEventKind.CALLED_FOR, InquiryEventKind.FINAL_REPORT


def told(*events: InquiryEvent) -> list[list[str]]:
    wanted = inquiry("national inquiry", InquiryKind.STATUTORY)
    return [[e.document for _, e in members] for members in tellings([(wanted, e) for e in events])]


def retold(kind: InquiryEventKind, day: str, by: str, document: str) -> InquiryEvent:
    made = event(kind, day, by, document)
    return replace(made, date=made.date and replace(made.date, basis=Basis.PUBLICATION))


def test_what_papers_tell_later_of_one_refusal_is_one() -> None:
    first = event(REFUSED, "2024-12-02", "Ann Ray", "letter")
    papers = retold(REFUSED, "2025-01-02", "Ray", "post"), retold(REFUSED, "2025-01-03", "the Government", "news")
    again = retold(REFUSED, "2025-06-19", "a spokesman for Ms Lee", "later")
    assert told(again, *papers, first) == [["letter", "post", "news"], ["later"]]


def test_two_who_call_for_it_are_two() -> None:
    calls = retold(CALLED, "2025-01-02", "Bo Lee", "post"), retold(CALLED, "2025-06-19", "the council", "news")
    assert told(*calls) == [["post"], ["news"]]


def test_a_month_holds_its_day() -> None:
    day = event(REPORT, "2022-10-14", "Lind Inquiry", "report")
    month = replace(event(REPORT, "2022-10-01", "", "news"), by=None)
    assert month.date and month.date.start
    stretch = When(month.date.start, month.date.start.replace(day=31), Precision.MONTH, Basis.STATED)
    assert told(replace(month, date=stretch), day) == [["report", "news"]]
