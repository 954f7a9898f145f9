from answerable.model import Disposition, InquiryEventKind, InquiryKind, Matter
from answerable.record import inquiry_timeline, timeline
from tests.entries import ask, commitment, event, inquiry, response


def test_in_order_of_day() -> None:
    promised = commitment("p", "lit by March", "2023-04-18", "2024-03-31")
    answer = response("4", Disposition.ACCEPTED, "2023-04-18")
    held = Matter(
        "m", ask("4", "Lights.", "2022-10-14"), (answer,), (promised,), repeats=(ask("1", "Old.", "2010-01-01", "old"),)
    )
    assert [moment.entry.id for moment in timeline(held)] == ["ask-old-1", "ask-report-4", answer.id, "p"]


def test_events_of_an_inquiry() -> None:
    refused = event(InquiryEventKind.REFUSED, "2024-12-02", "Bo Ray")
    asked = event(InquiryEventKind.REQUESTED, "2024-10-21", "the council")
    found = inquiry_timeline(inquiry("national inquiry", InquiryKind.STATUTORY, refused, asked))
    assert [moment.entry.event for moment in found] == [InquiryEventKind.REQUESTED, InquiryEventKind.REFUSED]
