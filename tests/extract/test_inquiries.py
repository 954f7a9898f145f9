from datetime import date

import pytest

from answerable.extract.inquiries import find_inquiries
from answerable.extract.sentences import sentences
from answerable.model import (
    Act,
    Document,
    Inquiry,
    InquiryEvent,
    InquiryEventKind,
    InquiryKind,
    Medium,
    Ref,
    Source,
    Statement,
)
from answerable.text import Span


def inquiries(text: str, medium: Medium = Medium.NEWS, title: str | None = None) -> tuple[Inquiry, ...]:
    source = Source("a.html", publisher="The Gull", medium=medium, published=date(2025, 1, 4), title=title)
    return find_inquiries(Document.of(text, source), (), sentences(text))


def events(text: str, medium: Medium = Medium.NEWS) -> list[InquiryEvent]:
    return [event for inquiry in inquiries(text, medium) for event in inquiry.events]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The union called for a public inquiry into the ferry.", ["called_for"]),
        ("There must be a statutory inquiry.", ["called_for"]),
        ("The council asked the minister to establish a national inquiry.", ["requested"]),
        ("The minister refused a national inquiry.", ["refused"]),
        ("She turned down the council’s request for a national inquiry.", ["refused"]),
        ("There were no plans for a national inquiry.", ["refused"]),
        ("It is right for Port Lyle to commission an inquiry of its own.", ["redirected"]),
        ("The Lind Inquiry was set up in March 2020.", ["announced"]),
        ("The Lind Inquiry reported in October 2022.", ["final_report"]),
        ("In May the Government published its response to the Lind Inquiry.", ["response_published"]),
        ("She has not ruled out a national inquiry.", []),
        ("The amendment would require an inquiry.", []),
        ("Saltby's own local inquiry has not been set up.", []),
    ],
)
def test_what_happened(text: str, expected: list[str]) -> None:
    assert [event.event.value for event in events(text)] == expected


def test_a_refusal_and_its_reason() -> None:
    text = "I have decided not to establish a statutory inquiry. Such inquiries take many years."
    (event,) = events(text, Medium.LETTER)
    assert event.event is InquiryEventKind.REFUSED
    assert event.by and event.by.name == "The Gull"
    assert event.reason and event.reason.of(text) == "Such inquiries take many years."


def test_refused_and_sent_elsewhere_in_one_sentence() -> None:
    text = (
        "The council asked for a statutory inquiry. "
        "She refused, saying that it was right for Port Lyle to commission an inquiry of its own."
    )
    statutory, local = inquiries(text)
    assert [e.event.value for e in statutory.events] == ["requested", "refused"]
    assert statutory.events[1].reason and statutory.events[1].reason.of(text).startswith("it was right for Port Lyle")
    assert [(e.event.value, e.to and e.to.name) for e in local.events] == [("redirected", "Port Lyle")]


def test_names_of_one_inquiry() -> None:
    text = (
        "An inquiry led by Professor Ida Lind in 2022 found much. The Lind Inquiry was thorough. "
        "Professor Lind’s inquiry made 20 recommendations. The inquiry heard ten people."
    )
    (found,) = inquiries(text)
    assert found.chair and found.chair.name == "Professor Ida Lind"
    assert (found.year, len(found.mentions)) == (2022, 4)


def test_days_of_events_as_the_text_gives_them() -> None:
    (event,) = events("The Lind Inquiry reported in October 2022.")
    assert event.date and (event.date.start, event.date.end) == (date(2022, 10, 1), date(2022, 10, 31))
    (event,) = events("In May the Government published its response to the Lind Inquiry.")
    assert event.date and event.date.start == date(2024, 5, 1)


def test_the_document_is_an_event_itself() -> None:
    (found,) = inquiries("The Lind Inquiry\nFinal report", Medium.REPORT, "The Lind Inquiry: final report")
    assert [e.event.value for e in found.events] == ["final_report"]
    assert found.events[0].date and found.events[0].date.start == date(2025, 1, 4)


def test_kinds_and_generic_words() -> None:
    (found,) = inquiries("Families want a judge-led inquiry.")
    assert found.kind is InquiryKind.STATUTORY
    assert inquiries("He answered an inquiry about the price of eggs.") == ()


def test_to_know_of_a_suggestion_is_not_to_call_for_it() -> None:
    text = "We know of the suggestion that the pilots want an inquiry of their own."
    cue, content = Span(3, 10), Span(11, len(text) - 1)
    said = Statement("s", "d", (Span(0, 2),), (cue,), (content,), Ref(None, "Bo Ray"), Act.CALL_FOR)
    document = Document.of(text, Source("l.txt", author="Bo Ray", medium=Medium.LETTER))
    assert not [e for i in find_inquiries(document, (said,), sentences(text)) for e in i.events]


def test_the_day_of_the_fire_is_not_that_of_the_inquiry() -> None:
    (event,) = events("The Lind Inquiry was established to look into the fire at the pier on 14 June 2017.")
    assert event.date is None
    (event,) = events("The minister set up the Lind Inquiry in June 2018.")
    assert event.date and event.date.start == date(2018, 6, 1)
