from answerable.model import InquiryEventKind, InquiryKind
from answerable.record import build_matters, inquiries_of, join_inquiries, propose_links
from tests.entries import ask, event, extraction, inquiry


def test_one_inquiry_in_many_documents() -> None:
    report = event(InquiryEventKind.FINAL_REPORT, "2022-10-14", "Lind", "a")
    answer = event(InquiryEventKind.RESPONSE_PUBLISHED, "2023-04-18", "Ministry", "b")
    extractions = (
        extraction(
            "a", inquiries=(inquiry("Lind Inquiry", InquiryKind.UNKNOWN, report, id="a"),), asks=(ask("4", "Lights."),)
        ),
        extraction("b", inquiries=(inquiry("Professor Ida Lind’s inquiry", InquiryKind.STATUTORY, answer, id="b"),)),
        extraction("c", inquiries=(inquiry("Cass Review", InquiryKind.REVIEW, id="c"),)),
    )
    cass, lind = join_inquiries(extractions)
    assert (cass.members, lind.members) == (("c",), ("a", "b"))
    assert [e.event for e in lind.inquiry.events] == [
        InquiryEventKind.FINAL_REPORT,
        InquiryEventKind.RESPONSE_PUBLISHED,
    ]
    (matter,) = build_matters(extractions, propose_links(extractions))
    assert inquiries_of([matter], (cass, lind)) == {matter.id: lind.inquiry.id}


def test_an_inquiry_without_a_name_goes_by_kind_and_place() -> None:
    long = ("national inquiry", "national inquiry into the water of Lyle")
    extractions = (
        extraction("a", inquiries=(inquiry(long[1], InquiryKind.STATUTORY, id="a", names=long),)),
        extraction("b", inquiries=(inquiry("statutory inquiry", InquiryKind.STATUTORY, id="b"),)),
        extraction("c", inquiries=(inquiry("local inquiry", InquiryKind.LOCAL, id="c"),)),
    )
    assert {joined.members for joined in join_inquiries(extractions)} == {("a", "b"), ("c",)}
