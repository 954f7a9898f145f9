from datetime import date

from answerable.export.brief import Briefing, Gathered, brief
from answerable.export.wording import quoted
from answerable.model import (
    Act,
    Document,
    InquiryEvent,
    InquiryEventKind,
    InquiryKind,
    Link,
    LinkKind,
    Medium,
    Ref,
    Source,
    Statement,
)
from answerable.text import Span
from tests.entries import inquiry, on

TEXT = "Bo Ray refused a national inquiry because it would take years. Ann Lee said he hid the log. Bo Ray denied it."
NEWS = Document.of(TEXT, Source("n.html", publisher="The Gull", medium=Medium.NEWS, published=date(2025, 1, 2)))


def place(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def sample() -> Briefing:
    sentence = place("Bo Ray refused a national inquiry because it would take years.")
    refused = InquiryEvent(
        "e", NEWS.id, InquiryEventKind.REFUSED, sentence, sentence.of(TEXT), on("2025-01-02"), Ref(None, "Bo Ray"),
        reason=place("it would take years"),
    )  # fmt: skip
    blame = Statement(
        "blame", NEWS.id, (place("Ann Lee"),), (place("said"),), (place("he hid the log"),), Ref(None, "Ann Lee"),
        Act.ACCUSE, targets=(Ref(None, "Bo Ray"),), date=on("2025-01-02"),
    )  # fmt: skip
    denial = Statement(
        "denial", NEWS.id, (), (place("denied"),), (place("denied it"),), Ref(None, "Bo Ray"), Act.DENY,
        date=on("2025-01-02"),
    )  # fmt: skip
    asked = inquiry("national inquiry", InquiryKind.STATUTORY, refused)
    reply = Link.of(LinkKind.REPLIES_TO, "denial", "blame", 0.8, "Bo Ray is the one accused")
    return brief(Gathered("ferry", date(2025, 2, 1), (asked,), (), (blame, denial), (reply,), {NEWS.id: NEWS}))


def test_every_sentence_names_its_speaker_and_carries_a_pin() -> None:
    briefing = sample()
    numbers = {pin.number for pin in briefing.pins}
    for section in briefing.sections:
        for sentence in section.sentences:
            assert sentence.pins and set(sentence.pins) <= numbers
            assert "Bo Ray" in sentence.text


def test_a_refusal_with_its_reason() -> None:
    (section, *_) = sample().sections
    (sentence,) = section.sentences
    assert "Bo Ray refused it" in sentence.text
    assert "Reason given: “it would take years”" in sentence.text


def test_accusation_and_answer_side_by_side() -> None:
    section = next(s for s in sample().sections if s.title == "Positions side by side")
    (sentence,) = section.sentences
    assert sentence.text == (
        "Ann Lee accused Bo Ray, 2 January 2025: “he hid the log” Bo Ray denied it, 2 January 2025: “denied it”"
    )


def test_pins_are_the_words_of_the_document() -> None:
    assert [pin.words for pin in sample().pins][:2] == [
        "Bo Ray refused a national inquiry because it would take years.",
        "it would take years",
    ]


def test_quotations_are_marked_and_cut_after_a_word() -> None:
    assert quoted('"so\nmuch"') == "“so much”"
    assert quoted("word " * 100).endswith("word …”")
