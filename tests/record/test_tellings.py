"""One body's same request, told several times, is one matter."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from answerable.model import (
    Act,
    Ask,
    AskKind,
    Extraction,
    InquiryEventKind,
    InquiryKind,
    Judgement,
    LinkKind,
    Ref,
    Source,
    Statement,
    Verdict,
)
from answerable.record import build_matters, propose_links
from tests.entries import ask, event, inquiry, on, statement

NAME = "national inquiry into Wick"


def told(document: str, by: str, day: str, words: str = "a national inquiry", author: str = "") -> Extraction:
    """A document in which `by` asks for the inquiry."""
    asked = replace(ask(None, words, day, document), kind=AskKind.REQUEST, by=Ref(None, by))
    wanted = inquiry(NAME, InquiryKind.STATUTORY, event(InquiryEventKind.REQUESTED, day, by, document), id=document)
    return Extraction(document, Source(f"{document}.txt", author=author), asks=(asked,), inquiries=(wanted,))


LETTER = told("letter", "Joan Hale", "2024-10-21", author="Joan Hale, Leader of Selby Council")
REPLY = told("reply", "Joan Hale, Leader, Selby Council", "2024-10-20")
NEWS = told("news", "the council", "2024-10-01")


def threads(*read: Extraction, judgements: tuple[Judgement, ...] = ()) -> list[tuple[str, list[str]]]:
    """The document of each matter's ask, and those of what it repeats."""
    found = build_matters(read, propose_links(read), judgements)
    return [(m.ask.document, [r.document for r in m.repeats]) for m in found]


def test_a_request_told_by_others_is_the_one_that_its_own_letter_makes() -> None:
    assert threads(LETTER, REPLY, NEWS) == [("letter", ["news", "reply"])]


def test_the_links_say_why() -> None:
    links = [k for k in propose_links((LETTER, NEWS)) if k.kind is LinkKind.SAME_AS]
    assert [(k.object, k.score) for k in links] == [(LETTER.asks[0].id, 0.8)]
    assert links[0].reason == f"the council, taken for Joan Hale, asks for the same inquiry ({NAME})"


def test_others_who_ask_for_the_same_inquiry_have_matters_of_their_own() -> None:
    other = told("post", "Bo Lee", "2025-01-02", author="Bo Lee")
    assert [document for document, _ in threads(LETTER, other)] == ["letter", "post"]


def test_a_loose_name_that_two_could_bear_is_neither() -> None:
    other = told("other", "Brack Council", "2024-11-02")
    assert [document for document, _ in threads(LETTER, other, NEWS)] == ["news", "letter", "other"]


def test_a_link_that_a_person_rejects_parts_them() -> None:
    (link,) = (k for k in propose_links((LETTER, NEWS)) if k.kind is LinkKind.SAME_AS)
    apart = Judgement("j", link.id, Verdict.REJECT, "editor", datetime(2025, 1, 1, tzinfo=UTC), "another request")
    assert [document for document, _ in threads(LETTER, NEWS, judgements=(apart,))] == ["news", "letter"]


def said(document: str, words: str, target: str | None, day: str = "2025-01-02", by: str = "Bo Lee") -> Extraction:
    """A document in which somebody calls for something that is no inquiry."""
    call: Ask = replace(ask(None, words, day, document), by=Ref(None, by), statement=f"s-{document}", date=on(day))
    made: Statement = statement(f"s-{document}", Act.CALL_FOR, by, target, day, document)
    return Extraction(document, Source(f"{document}.txt"), asks=(call,), statements=(made,))


def test_a_call_told_again_on_its_day() -> None:
    post = said("post", "She should be sacked.", "Ann Ray")
    assert len(threads(post, said("news", "that Ann Ray, the Minister for Ports, should be sacked", None))) == 1
    assert len(threads(post, said("news", "that Cy Orme should be sacked", None))) == 2
    assert len(threads(post, said("news", "that Ann Ray should be sacked", None, "2025-02-02"))) == 2
    assert len(threads(post, said("news", "that Ann Ray should be sacked", None, by="Di Wick"))) == 2
