from dataclasses import replace

from answerable.model import AskKind, Basis, Disposition, InquiryEventKind, InquiryKind, Ref
from answerable.record import build_matters, propose_links
from tests.entries import ask, event, extraction, inquiry, response


def test_a_refusal_answers_the_request_for_the_same_inquiry() -> None:
    wanted = inquiry("national inquiry into Wick", InquiryKind.STATUTORY, names=("national inquiry into Wick",))
    asked = event(InquiryEventKind.REQUESTED, "2024-10-21", "the parish", "letter")
    refused = event(InquiryEventKind.REFUSED, "2024-12-02", "Ann Ray", "reply")
    request = replace(ask(None, "We ask for an inquiry", "2024-10-21", "letter"), kind=AskKind.REQUEST)
    answer = replace(
        response("1", Disposition.REJECTED, "2024-12-02", "Ann Ray"), document="reply", ask=None, span=refused.span
    )
    read = (
        extraction("letter", asks=(request,), inquiries=(replace(wanted, id="a", events=(asked,)),)),
        extraction("reply", responses=(answer,), inquiries=(replace(wanted, id="b", events=(refused,)),)),
    )
    links = propose_links(read)
    (matter,) = build_matters(read, links)
    assert [r.by for r in matter.responses] == [Ref(None, "Ann Ray")]
    assert "refuses the inquiry" in links[0].reason


def test_a_paper_that_tells_of_a_refusal_later_answers_no_later_call() -> None:
    wanted = inquiry("national inquiry into Wick", InquiryKind.STATUTORY, names=("national inquiry into Wick",))
    asked = event(InquiryEventKind.REQUESTED, "2024-10-21", "the parish", "letter")
    refused = event(InquiryEventKind.REFUSED, "2024-12-02", "Ann Ray", "reply")
    called = event(InquiryEventKind.CALLED_FOR, "2025-01-02", "Bo Lee", "post")
    told = event(InquiryEventKind.REFUSED, "2025-01-03", "the Government", "news")
    told = replace(told, date=told.date and replace(told.date, basis=Basis.PUBLICATION))
    request = replace(ask(None, "We ask for an inquiry", "2024-10-21", "letter"), kind=AskKind.REQUEST)
    call = ask(None, "There must be one", "2025-01-02", "post")
    answer, again = (
        replace(response("1", Disposition.REJECTED, day, by), id=by, document=place, ask=None, span=e.span)
        for day, by, place, e in (
            ("2024-12-02", "Ann Ray", "reply", refused), ("2025-01-03", "the Government", "news", told)
        )
    )  # fmt: skip
    read = tuple(
        extraction(e.document, asks=asks, responses=said, inquiries=(replace(wanted, id=e.document, events=(e,)),))
        for e, asks, said in (
            (asked, (request,), ()), (refused, (), (answer,)), (called, (call,), ()), (told, (), (again,))
        )
    )  # fmt: skip
    matters = build_matters(read, propose_links(read))
    assert [(m.ask.document, len(m.responses)) for m in matters] == [("letter", 2), ("post", 0)]
