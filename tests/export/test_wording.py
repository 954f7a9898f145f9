from dataclasses import replace

import pytest

from answerable.export.wording import answered, named, quoted, recommendations, signed_by, source, told, with_article
from answerable.model import Disposition, Document, InquiryEventKind, Medium, Ref, Source
from tests.entries import event


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Bo Ray, Minister for Ports", "Bo Ray"),
        ("Government", "the Government"),
        ("The Government", "the Government"),
        ("Harbour Authority", "the Harbour Authority"),
        ("Department for Ports", "the Department for Ports"),
        ("Wick Water", "Wick Water"),
        ("HM Government", "HM Government"),
        ("Council", "the Council"),
        ("a spokesman", "a spokesman"),
    ],
)
def test_names_without_offices_and_with_articles(name: str, shown: str) -> None:
    assert named(Ref(None, name)) == shown


def test_numbers_in_runs() -> None:
    assert recommendations(["4"]) == "recommendation 4"
    assert recommendations(["1", "3", "4", "5", "9", "12(b)"]) == "recommendations 1, 3 to 5, 9 and 12(b)"


def test_answers_in_words() -> None:
    assert answered(Disposition.IN_PART, "recommendation 4") == "accepted recommendation 4 in part"


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("# She called it “a fiction” today", "“She called it ‘a fiction’ today”"),
        ("“I left,” he said. “It is so.”", "“‘I left,’ he said. ‘It is so.’”"),
        ('"so\nmuch"', "“so much”"),
        ('"We accept part (a). We cannot', "“We accept part (a). We cannot”"),
        ("> One line.\n>\n> Another line.", "“One line. Another line.”"),
        ("2.2 We do not accept it.", "“We do not accept it.”"),
        ("• It was late.⁴² It was cold.", "“It was late. It was cold.”"),
        ("the pilots’ “log”", "“the pilots’ ‘log’”"),
    ],
)
def test_quotations(words: str, shown: str) -> None:
    assert quoted(words) == shown


def test_a_long_quotation_is_cut_after_a_word() -> None:
    assert quoted("word " * 100).endswith("word …”")


def test_a_letter_is_its_signatorys_and_an_article_its_papers() -> None:
    letter = Document.of("Dear", Source("l.txt", "Ministry of Ports", "Bo Ray, Minister for Ports", Medium.LETTER))
    assert source(letter) == "Bo Ray"
    assert source(replace(letter, source=replace(letter.source, medium=Medium.NEWS))) == "the Ministry of Ports"


def test_deeds() -> None:
    assert told(event(InquiryEventKind.REFUSED, "2025-01-02", "Bo Ray"), "the inquiry") == "refused the inquiry"
    assert told(event(InquiryEventKind.OPENED, "2025-01-02", "Bo Ray"), "the Lind Inquiry") == "the Lind Inquiry opened"
    response = event(InquiryEventKind.RESPONSE_PUBLISHED, "2025-01-02", None)
    assert told(response, "the Lind Inquiry") == "a response to the Lind Inquiry was published"
    assert told(response, "the Lind Inquiry", "Bo Ray") == "Bo Ray published a response to the Lind Inquiry"
    assert with_article("Lind Inquiry") == "the Lind Inquiry"
    assert with_article("open inquiry") == "an open inquiry"
    assert with_article("Saltby's own inquiry") == "Saltby's own inquiry"


def test_in_whose_names_a_document_speaks() -> None:
    told_of = Source("p.txt", "Plaza", "Bo Ray", Medium.POST)
    assert signed_by(Document.of("Hm", told_of)) == ("Bo Ray",)
    assert signed_by(Document.of("Hm", replace(told_of, medium=Medium.NEWS))) == ("Plaza",)
