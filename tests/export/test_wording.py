from dataclasses import replace

import pytest

from answerable.export.wording import answered, deed, named, quoted, recommendations, source
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


def test_quotations_inside_quotations() -> None:
    assert quoted("# She called it “a fiction” today") == "“She called it ‘a fiction’ today”"


def test_a_letter_is_its_signatorys_and_an_article_its_papers() -> None:
    letter = Document.of("Dear", Source("l.txt", "Ministry of Ports", "Bo Ray, Minister for Ports", Medium.LETTER))
    assert source(letter) == "Bo Ray"
    assert source(replace(letter, source=replace(letter.source, medium=Medium.NEWS))) == "the Ministry of Ports"


def test_deeds() -> None:
    assert deed(event(InquiryEventKind.REFUSED, "2025-01-02", "Bo Ray")) == "Bo Ray refused it"
    assert deed(event(InquiryEventKind.FINAL_REPORT, "2025-01-02", "Bo Ray")) == "final report"
