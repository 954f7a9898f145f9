"""A briefing: whole sentences, attributed, each with its pins; what is told twice told once."""

from __future__ import annotations

from datetime import date

from answerable.export.brief import Briefing, Gathered, Sentence, brief
from answerable.model import (
    Act,
    Actor,
    ActorKind,
    Ask,
    AskKind,
    AskRef,
    Basis,
    Commitment,
    Document,
    InquiryEvent,
    InquiryEventKind,
    InquiryKind,
    Link,
    LinkKind,
    Matter,
    Medium,
    Part,
    PartKind,
    Ref,
    Source,
    Statement,
    Voice,
    When,
)
from answerable.record import status_on
from answerable.text import Span, Spans
from tests.entries import inquiry, on

TEXT = (
    "Bo Ray refused a national inquiry because it would take years. Ann Lee said he hid the log.\n\n"
    "Bo Ray denied it. “I kept every page,” he said."
)
NEWS = Document.of(TEXT, Source("n.html", publisher="The Gull", medium=Medium.NEWS, published=date(2025, 1, 2)))


def place(words: str, text: str = TEXT) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def sentences(document: Document) -> Spans:
    """Where a sentence ends: at a full stop before a blank, or at the end."""
    found, start, text = [], 0, document.text
    for n, char in enumerate(text):
        if char == "." and (n + 1 == len(text) or text[n + 1].isspace()):
            found.append(Span(start, n + 1))
            start = n + 1
            while start < len(text) and text[start].isspace():
                start += 1
    return tuple(found)


def gather(*documents: Document, **more: object) -> Gathered:
    fields: dict[str, object] = {"inquiries": (), "matters": (), "statements": (), "links": ()} | more
    fields |= {"documents": {d.id: d for d in documents}, "sentences": {d.id: sentences(d) for d in documents}}
    return Gathered("ferry", date(2025, 2, 1), **fields)  # type: ignore[arg-type]


def told(briefing: Briefing, title: str) -> list[Sentence]:
    return [s for section in briefing.sections if section.title == title for s in section.sentences]


def refusal() -> InquiryEvent:
    sentence = place("Bo Ray refused a national inquiry because it would take years.")
    return InquiryEvent(
        "e", NEWS.id, InquiryEventKind.REFUSED, sentence, sentence.of(TEXT), on("2025-01-02"), Ref(None, "Bo Ray"),
        reason=place("it would take years"),
    )  # fmt: skip


BLAME = Statement(
    "blame", NEWS.id, (place("Ann Lee"),), (place("said"),), (place("he hid the log"),), Ref(None, "Ann Lee"),
    Act.ACCUSE, (place("said"),), (Ref(None, "Bo Ray"),), date=on("2025-01-02"),
)  # fmt: skip
DENIAL = Statement(
    "denial", NEWS.id, (), (place("denied"),), (place("denied it"),), Ref(None, "Bo Ray"), Act.DENY, (place("denied"),),
    date=on("2025-01-02"),
)  # fmt: skip


def sample() -> Briefing:
    asked = inquiry("national inquiry", InquiryKind.STATUTORY, refusal())
    reply = Link.of(LinkKind.REPLIES_TO, "denial", "blame", 0.8, "Bo Ray is the one accused")
    return brief(gather(NEWS, inquiries=(asked,), statements=(BLAME, DENIAL), links=(reply,)))


def test_every_sentence_names_its_speaker_and_carries_a_pin() -> None:
    briefing = sample()
    numbers = {pin.number for pin in briefing.pins}
    for section in briefing.sections:
        for sentence in section.sentences:
            assert sentence.pins and set(sentence.pins) <= numbers
            assert "Bo Ray" in sentence.text


def test_a_refusal_in_its_own_words() -> None:
    (sentence,) = told(sample(), "Who asked, and who answered")
    assert sentence.text == (
        "2 January 2025: Bo Ray refused a national inquiry, as reported by the Gull: "
        "“Bo Ray refused a national inquiry because it would take years.”"
    )


def test_accusation_and_answer_one_beneath_the_other_in_whole_sentences() -> None:
    blame, denial = told(sample(), "Accusations and answers")
    assert not blame.beside and denial.beside
    assert denial.text == (
        "Bo Ray denied it, 2 January 2025, as reported by the Gull: “Bo Ray denied it. ‘I kept every page,’ he said.”"
    )


def test_an_accusation_is_quoted_from_where_it_names_the_accused() -> None:
    blame, _ = told(sample(), "Accusations and answers")
    assert blame.text == (
        "2 January 2025: Ann Lee accused Bo Ray, as reported by the Gull: “Bo Ray refused a national inquiry "
        "because it would take years. Ann Lee said he hid the log.”"
    )


def test_pins_are_the_words_of_the_document_in_the_order_of_citing() -> None:
    briefing = sample()
    assert [pin.number for pin in briefing.pins] == list(range(1, len(briefing.pins) + 1))
    assert briefing.pins[0].words == "Bo Ray refused a national inquiry because it would take years."


LETTER_TEXT = "I have decided against an inquiry. Such things take years. She should know. I thank you."
LETTER = Document.of(
    LETTER_TEXT,
    Source("l.txt", "Ministry of Ports", "Bo Ray, Minister for Ports", Medium.LETTER, published=date(2024, 12, 1)),
)


def test_an_event_that_others_tell_later_is_told_once_in_the_words_of_whoever_did_it() -> None:
    span = place("I have decided against an inquiry.", LETTER_TEXT)
    published = When.day(date(2024, 12, 1), Basis.PUBLICATION)
    reason = place("Such things take years.", LETTER_TEXT)
    own = InquiryEvent(
        "own", LETTER.id, InquiryEventKind.REFUSED, span, span.of(LETTER_TEXT), published, Ref(None, "Bo Ray"),
        reason=reason,
    )  # fmt: skip
    later = InquiryEvent(
        "e", NEWS.id, InquiryEventKind.REFUSED, place("Bo Ray refused a national inquiry"), "…",
        When.day(date(2025, 1, 2), Basis.PUBLICATION), Ref(None, "the Government"),
    )  # fmt: skip
    asked = inquiry("national inquiry", InquiryKind.STATUTORY, own, later)
    (sentence,) = told(brief(gather(NEWS, LETTER, inquiries=(asked,))), "Who asked, and who answered")
    assert sentence.text == (
        "1 December 2024: Bo Ray, Minister for Ports, refused a national inquiry: “I have decided against an inquiry.” "
        "The reason given: “Such things take years.”"
    )
    assert len(sentence.pins) == 3


def person() -> Gathered:
    ray = Actor("ray", "Bo Ray", ActorKind.PERSON)
    knows = place("She should know.", LETTER_TEXT)
    call = Statement(
        "call", LETTER.id, (), (), (knows,), Ref("r", "Bo Ray"), Act.CALL_FOR, voice=Voice.AUTHORIAL,
        date=on("2024-09-01"),
    )  # fmt: skip
    thanks = Statement(
        "thanks", LETTER.id, (), (), (place("I thank you.", LETTER_TEXT),), Ref("r", "Bo Ray"), Act.PRAISE,
        voice=Voice.AUTHORIAL,
    )  # fmt: skip
    return gather(LETTER, NEWS, statements=(call, thanks), actors={"r": ray}, person=ray)


def test_what_a_person_says_is_said_on_the_day_of_the_letter_with_whom_it_means_and_without_thanks() -> None:
    (sentence,) = told(brief(person()), "What Bo Ray said")
    quoted = "“I have decided against an inquiry. Such things take years. She should know.”"
    assert sentence.text == f"1 December 2024: Bo Ray said: {quoted}"


def test_a_promise_is_told_once_for_a_document_a_recommendation_and_a_day() -> None:
    text = "The list will open in May. The list of lamps will now open in May."
    update = Document.of(text, Source("u.txt", author="Bo Ray", medium=Medium.UPDATE, published=date(2025, 1, 3)))
    due = When(date(2025, 5, 1), date(2025, 5, 31), on("2025-05-01").precision, Basis.STATED, "in May")
    vows = tuple(
        Commitment(str(s), update.id, s, s.of(text), Ref("r", "Bo Ray"), due, ask=AskRef("4"), date=on("2025-01-03"))
        for s in sentences(update)
    )
    ray = Actor("ray", "Bo Ray", ActorKind.PERSON)
    (sentence,) = told(brief(gather(update, actors={"r": ray}, person=ray, promises=vows)), "What Bo Ray promised")
    assert sentence.text == (
        "3 January 2025: Bo Ray promised, on recommendation 4: “The list will open in May.” (that is, by 31 May 2025)"
    )
    assert sentence.pins == (1, 2)


def test_a_debate_is_told_by_whoever_has_the_floor() -> None:
    text = "He says that the pier is open."
    turn = Part(PartKind.TURN, Span(0, len(text)), "Ann Lee")
    house = Document.of(text, Source("h.xml", "The House", medium=Medium.HANSARD, published=date(2025, 1, 3)), (turn,))
    call = Ask("a", house.id, AskKind.CALL, Span(0, len(text)), text, Ref(None, "Bo Ray"), date=on("2025-01-03"))
    matter = Matter("m", call)
    found = brief(gather(house, matters=((matter, status_on(matter, date(2025, 2, 1))),)))
    (sentence,) = told(found, "Who asked, and who answered")
    assert sentence.text.startswith("3 January 2025: Bo Ray made this call, as reported by Ann Lee: ")
