from dataclasses import replace

from answerable.model import (
    AskKind,
    Basis,
    Disposition,
    Extraction,
    InquiryEventKind,
    InquiryKind,
    Mention,
    Ref,
    Source,
)
from answerable.record import build_matters, propose_links
from answerable.text import Span
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


NAME = "national inquiry into Wick"


def asked(document: str, day: str, by: str) -> Extraction:
    """A document in which `by` asks for the inquiry."""
    wanted = inquiry(NAME, InquiryKind.STATUTORY, event(InquiryEventKind.REQUESTED, day, by, document), id=document)
    call = replace(ask(None, f"an inquiry, asks {document}", day, document), by=Ref(None, by))
    return extraction(document, asks=(call,), inquiries=(wanted,))


def refused(document: str, day: str, by: str, author: str, *named: str, told: bool = False) -> Extraction:
    """A document by `author` in which `by` refuses the inquiry; `told`: on no day that it gives."""
    happened = event(InquiryEventKind.REFUSED, day, by, document)
    if told:
        happened = replace(happened, date=happened.date and replace(happened.date, basis=Basis.PUBLICATION))
    wanted = inquiry(NAME, InquiryKind.STATUTORY, happened, id=document)
    answer = replace(
        response("1", Disposition.REJECTED, day, by), id=document, document=document, ask=None, span=happened.span
    )
    mentions = tuple(Mention(Span(0, 2), name, None) for name in named)
    source = Source(f"{document}.txt", author=author)
    return Extraction(document, source, mentions=mentions, responses=(answer,), inquiries=(wanted,))


def answers(*read: Extraction) -> dict[str, list[str]]:
    """The documents of the answers to what each document asks."""
    found = build_matters(read, propose_links(read))
    return {m.ask.document: [r.document for r in m.responses] for m in found}


LETTER = asked("letter", "2024-10-21", "the parish")
REPLY = refused("reply", "2024-12-02", "Ann Ray", "Ann Ray, Minister for Ports")


def test_what_others_tell_of_a_refusal_adds_no_answer_to_its_own_words() -> None:
    post = refused("post", "2025-01-02", "Ann Ray", "Bo Lee", told=True)
    assert answers(LETTER, REPLY, post) == {"letter": ["reply"]}
    assert answers(LETTER, post) == {"letter": ["post"]}  # the only word of it there is


def test_a_refusal_answers_whoever_is_named_just_before_it() -> None:
    call = asked("call", "2025-01-07", "Bo Lee")
    assert answers(LETTER, call, refused("debate", "2025-01-08", "Peter Lowe", "")) == {
        "letter": [],
        "call": ["debate"],
    }
    named = refused("debate", "2025-01-08", "Peter Lowe", "", "the parish")
    assert answers(LETTER, call, named) == {"letter": ["debate"], "call": []}


def test_no_refusal_answers_a_call_made_after_it() -> None:
    assert answers(REPLY, asked("call", "2025-01-07", "Bo Lee")) == {"call": []}


def test_a_minister_who_agrees_with_a_refusal_that_is_told_again_answers_too() -> None:
    agreeing = refused("debate", "2025-01-08", "Ann Ray", "", told=True)
    agreeing = replace(agreeing, responses=tuple(replace(r, by=Ref(None, "Peter Lowe")) for r in agreeing.responses))
    assert answers(LETTER, REPLY, agreeing) == {"letter": ["reply", "debate"]}
