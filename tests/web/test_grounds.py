"""A refusal shows, besides no, the reason that it gives and whom it points to; what others tell of it stays out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from answerable.model import (
    Ask,
    AskKind,
    Count,
    Disposition,
    Document,
    Extraction,
    Inquiry,
    InquiryEvent,
    InquiryEventKind,
    InquiryKind,
    Matter,
    Medium,
    Ref,
    Response,
    Source,
    Status,
    When,
)
from answerable.store import Store, open_store, queries, writes
from answerable.text import Span
from answerable.web.app import create_app
from answerable.web.pages.matter import matter_page
from tests.marks import marked

NOW = datetime(2025, 6, 1, tzinfo=UTC)
TODAY = date(2025, 6, 1)
LETTER = """[A:We ask you to hold an inquiry into the pier].

[N:I shall hold no inquiry] since [R:the pier has been looked at twice]. [D:It is for the harbour town to hold one.]"""
NEWS = "[N:She would hold none], because [R:it was dear]."
COUNTED = "[C:Of the nine steps, two are done and three begun.]"
KINDS = {"N": InquiryEventKind.REFUSED, "D": InquiryEventKind.REDIRECTED}


def _document(name: str, marks: str, told: str = "") -> tuple[Document, Extraction]:
    """A text with the events of the inquiry into the pier that it tells of, by the letter of their marks."""
    text, at = marked(marks)
    document = Document.of(text, Source(f"{name}.txt", title=name, medium=Medium.LETTER, published=date(2025, 1, 2)))
    events = tuple(
        InquiryEvent(
            f"{name} {letter}",
            document.id,
            KINDS[letter],
            at[letter][0],
            at[letter][0].of(text),
            When.day(date(2025, 1, 2)),
            to=Ref(None, "the harbour town") if letter == "D" else None,
            reason=at["R"][0] if letter == "N" else None,
        )
        for letter in told
    )
    pier = Inquiry(f"pier in {name}", "pier inquiry", InquiryKind.LOCAL, ("pier inquiry",), events=events)
    return document, Extraction(document.id, document.source, inquiries=(pier,) if events else ())


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    (letter, said), (news, told), (count, _) = (
        _document("letter", LETTER, "ND"),
        _document("news", NEWS, "N"),
        _document("count", COUNTED),
    )
    text, at = marked(LETTER)
    ask, no = at["A"][0], at["N"][0]
    asked = Ask("ask", letter.id, AskKind.REQUEST, ask, ask.of(text), by=Ref(None, "the town"))
    refused = Response("no", letter.id, None, Disposition.REJECTED, no, no.of(text), Ref(None, "Ida Lorn"))
    words, places = marked(COUNTED)
    span = places["C"][0]
    counts = tuple(
        Count(f"count {n}", count.id, n, 9, "steps", status, span, span.of(words))
        for n, status in ((2, Status.COMPLETE), (3, Status.IN_PROGRESS))
    )
    made = open_store(tmp_path / "pier.db")
    writes.add(made, letter, replace(said, asks=(asked,), responses=(refused,)), [], now=NOW)
    writes.add(made, news, told, [], now=NOW)
    writes.add(made, count, Extraction(count.id, count.source, counts=counts), [], now=NOW)
    inquiries = [i for found in (said, told) for i in found.inquiries]
    writes.replace_inquiries(made, {inquiries[0]: [i.id for i in inquiries]})
    writes.replace_matters(made, [Matter("ask", asked, (refused,), counts=counts)], {"ask": inquiries[0].id}, [])
    yield made
    made.close()


def test_a_refusal_says_why_and_whom_it_points_to(store: Store) -> None:
    reason, elsewhere = matter_page(store, "ask", TODAY).grounds
    assert (reason.answer, reason.kind, reason.words) == ("no", KINDS["N"], "the pier has been looked at twice")
    assert (elsewhere.kind, elsewhere.words) == (KINDS["D"], "It is for the harbour town to hold one.")
    assert elsewhere.to == Ref(None, "the harbour town")


def test_the_page_shows_the_words_of_the_refusal(store: Store) -> None:
    shown = TestClient(create_app(store, today=lambda: TODAY)).get("/matters/ask").text
    assert "Request by the town: pier inquiry" in shown
    assert "the pier has been looked at twice" in shown and "It is for the harbour town to hold one." in shown
    assert "it was dear" not in shown


def test_what_the_same_words_count_is_told_once_and_apart_from_the_thread(store: Store) -> None:
    page = matter_page(store, "ask", TODAY)
    (told,) = page.counts
    assert told.label == "2 of 9 steps complete; 3 of 9 steps in progress"
    assert [p.id for p in page.thread] == ["ask", "no"]


def test_what_has_no_day_comes_last_and_is_told_without_the_folder_that_it_was_read_from(store: Store) -> None:
    undated = Document.of("We noted it.", Source("/a/folder/reply.txt", title="Reply", medium=Medium.LETTER))
    noted = Response("noted", undated.id, None, Disposition.NOTED, Span(0, 12), "We noted it.", Ref(None, "Ida Lorn"))
    writes.add(store, undated, Extraction(undated.id, undated.source, responses=(noted,)), [], now=NOW)
    matter, inquiries = queries.matter(store, "ask"), queries.inquiry_of(store, ["ask"])
    writes.replace_matters(store, [replace(matter, responses=(noted, *matter.responses))], inquiries, [])
    page = matter_page(store, "ask", TODAY)
    assert [p.id for p in page.thread] == ["ask", "no", "noted"]
    assert [a.entry.id for a in page.matter.answers] == ["no", "noted"]
    site = TestClient(create_app(store, today=lambda: TODAY))
    shown = site.get("/matters/ask").text
    assert "day not known" in shown and "published day not known" not in shown
    shown = site.get(f"/documents/{undated.id}").text
    assert "reply.txt" in shown and "/a/folder" not in shown
