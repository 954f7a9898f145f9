from dataclasses import replace

from answerable.model import AskKind, Disposition, InquiryEventKind, InquiryKind, Ref
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
