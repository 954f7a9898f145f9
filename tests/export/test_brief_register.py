"""How a briefing tells what became of recommendations: answers, counts, days that moved, claims that conflict."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from answerable.export.brief import Briefing, brief
from answerable.model import (
    Commitment,
    Count,
    Disposition,
    Document,
    InquiryKind,
    Link,
    LinkKind,
    Matter,
    Medium,
    Progress,
    Ref,
    Response,
    Source,
    Status,
)
from answerable.record import status_on
from answerable.text import Span
from tests.entries import ask, by_end, inquiry, on
from tests.export.test_brief import gather, told

DAY = date(2025, 2, 1)
REPORT = Document.of("Light the pier.\n\nDim the square.", Source("r.pdf", medium=Medium.REPORT, title="Lind Inquiry"))
ANSWERS = Document.of(
    "We accept this recommendation. The Council supports the aim of this recommendation. It will open by May 2023.",
    Source("a.pdf", author="Ann Lee, Minister for Piers", medium=Medium.RESPONSE, published=date(2023, 1, 5)),
)
UPDATE = Document.of(
    "Two are complete. One is in progress. As the pilots were late it will open by June 2024.",
    Source("u.html", "Ministry of Piers", medium=Medium.UPDATE, published=date(2024, 1, 5)),
)
PAPER = Document.of(
    "The chair said that none of the two was done.",
    Source("n.html", "The Gull", medium=Medium.NEWS, published=date(2024, 3, 5)),
)


def at(document: Document, words: str) -> Span:
    return Span(document.text.index(words), document.text.index(words) + len(words))


def asked(number: str, words: str) -> Matter:
    recommended = replace(ask(number, words), document=REPORT.id, span=at(REPORT, words))
    return Matter(f"m{number}", recommended)


def answer(words: str, deciding: str, disposition: Disposition, by: str, id: str = "") -> Response:
    span, decided = at(ANSWERS, words), (at(ANSWERS, deciding),)
    return Response(id or by, ANSWERS.id, None, disposition, span, words, Ref(None, by), decided, date=on("2023-01-05"))


def claim(words: str, status: Status, by: str = "Ministry of Piers", document: Document = UPDATE) -> Progress:
    span = at(document, words)
    when = on(str(document.source.published))
    return Progress(f"{by}{words}", document.id, status, span, words, None, Ref(None, by), when, (span,))


def count(done: int, status: Status, words: str, by: str, document: Document) -> Count:
    when = on(str(document.source.published))
    return Count(
        words, document.id, done, 2, "recommendations", status, at(document, words), words, None, Ref(None, by), when
    )


def made(*matters: Matter) -> Briefing:
    pairs = tuple((m, status_on(m, DAY)) for m in matters)
    lind = inquiry("Lind Inquiry", InquiryKind.STATUTORY)
    return brief(gather(REPORT, ANSWERS, UPDATE, PAPER, matters=pairs, inquiries=(lind,)))


def test_who_answered_what_and_who_only_supports_the_aim() -> None:
    pier, square = asked("1", "Light the pier."), asked("2", "Dim the square.")
    accepted = answer("We accept this recommendation.", "accept", Disposition.ACCEPTED, "Government")
    aim = answer(
        "The Council supports the aim of this recommendation.",
        "supports the aim",
        Disposition.IN_PRINCIPLE,
        "Lyle Council",
    )  # fmt: skip
    found = made(replace(pier, responses=(accepted, aim)), square)
    texts = [s.text for s in told(found, "What became of the recommendations")]
    assert texts == [
        "The Government accepted recommendation 1.",
        "Lyle Council, as reported by Ann Lee, accepted recommendation 1 in principle "
        "(“supports the aim of this recommendation”).",
        "No answer to recommendation 2 was found in the documents read, and the time allowed for one is over.",
    ]
    (table,) = (section.rows for section in found.sections if section.rows)
    assert table[0].cells[2] == (
        "The Government: accepted (“We accept this recommendation.”); "
        "Lyle Council: accepted in principle (“The Council supports the aim of this recommendation.”)"
    )
    assert table[1].cells[2:] == ("No response", "No claim found", "No date found")


def test_two_governments_that_say_the_same_are_two() -> None:
    words = "We accept this recommendation."
    both = tuple(
        answer(words, "accept", Disposition.ACCEPTED, by) for by in ("Scottish Government", "Welsh Government")
    )
    found = made(replace(asked("1", "Light the pier."), responses=both))
    assert len(told(found, "What became of the recommendations")) == 2


def test_the_rows_of_the_table_stand_beside_the_counts_that_are_claimed() -> None:
    counts = (count(2, Status.COMPLETE, "Two are complete.", "Ministry of Piers", UPDATE),)
    pier = replace(asked("1", "Light the pier."), counts=counts, progress=(claim("complete", Status.COMPLETE),))
    square = replace(asked("2", "Dim the square."), progress=(claim("in progress", Status.IN_PROGRESS),))
    said, rows = told(made(pier, square), "How many are done, as claimed")
    assert said.text == "5 January 2024: The Ministry of Piers said: “Two are complete. One is in progress.”"
    assert (rows.text, rows.beside) == ("In the table above one of that document’s rows is complete: 1.", True)


def test_a_claim_and_what_contradicts_it_one_beneath_the_other() -> None:
    none = count(0, Status.COMPLETE, "none of the two was done", "the chair", PAPER)
    done = claim("complete", Status.COMPLETE)
    found = made(replace(asked("1", "Light the pier."), progress=(done,), counts=(none,)))
    ours, theirs = told(found, "Claims that conflict")
    assert ours.text == "The Ministry of Piers, as of 5 January 2024: on recommendation 1, “complete”."
    assert theirs.beside
    assert theirs.text == (
        "The chair, 5 March 2024, as reported by the Gull: “The chair said that none of the two was done.”"
    )


def test_a_day_that_moved_with_who_moved_it_and_why() -> None:
    first = Commitment(
        "one", ANSWERS.id, at(ANSWERS, "It will open by May 2023."), "It will open by May 2023.", Ref(None, "Ann Lee"),
        by_end("2023-05-31", "by May 2023"), date=on("2023-01-05"),
    )  # fmt: skip
    later = Commitment(
        "two", UPDATE.id, at(UPDATE, "it will open by June 2024"), "it will open by June 2024", Ref(None, "Bo Ray"),
        by_end("2024-06-30", "by June 2024"), reason=at(UPDATE, "the pilots were late"), date=on("2024-01-05"),
    )  # fmt: skip
    link = Link.of(LinkKind.REPLACES, "two", "one", 0.8, "later")
    found = made(replace(asked("1", "Light the pier."), commitments=(first, later), links=(link,)))
    (moved,) = told(found, "Dates that moved")
    assert moved.text == (
        "Recommendation 1 (“Light the pier.”): on 5 January 2023 Ann Lee promised it “by May 2023”; on 5 January 2024 "
        "Bo Ray promised it “by June 2024”, and the reason given was “the pilots were late”."
    )
    (table,) = (section.rows for section in found.sections if section.rows)
    assert table[0].cells[4] == "30 June 2024, as promised by Bo Ray; overdue"


def test_what_came_after_the_day_of_the_briefing_is_left_out() -> None:
    later = answer("We accept this recommendation.", "accept", Disposition.ACCEPTED, "Government")
    done = claim("complete", Status.COMPLETE)
    matter = replace(asked("1", "Light the pier."), responses=(later,), progress=(done,))
    pairs = ((matter, status_on(matter, date(2022, 12, 1))),)
    found = brief(replace(gather(REPORT, ANSWERS, UPDATE, matters=pairs), day=date(2022, 12, 1)))
    (silence,) = told(found, "What became of the recommendations")
    assert silence.text == (
        "No answer to recommendation 1 was found in the documents read, and the time allowed for one is not over."
    )
    (table,) = (section.rows for section in found.sections if section.rows)
    assert table[0].cells[2:4] == ("Awaited", "No claim found")
