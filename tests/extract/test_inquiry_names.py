import pytest

from answerable.extract.inquiry_names import Naming, namings
from answerable.model import InquiryKind


def one(text: str) -> Naming:
    (found,) = namings(text)
    return found


@pytest.mark.parametrize(
    ("text", "words", "kind", "label"),
    [
        ("They read the Lind Inquiry twice.", "Lind Inquiry", InquiryKind.UNKNOWN, {"lind"}),
        (
            "in Professor Ida Lind’s inquiry, which",
            "Professor Ida Lind’s inquiry",
            InquiryKind.UNKNOWN,
            {"ida", "lind"},
        ),
        ("a full national inquiry into the ferry", "full national inquiry", InquiryKind.STATUTORY, set()),
        ("a local inquiry", "local inquiry", InquiryKind.LOCAL, set()),
        ("an inquiry of its own", "inquiry", InquiryKind.LOCAL, set()),
        ("the Casterbridge Review of piers", "Casterbridge Review", InquiryKind.REVIEW, {"casterbridge"}),
        ("the inquest into his death", "inquest", InquiryKind.INQUEST, set()),
    ],
)
def test_a_naming(text: str, words: str, kind: InquiryKind, label: set[str]) -> None:
    found = one(text)
    assert (found.span.of(text), found.kind, set(found.label)) == (words, kind, label)


def test_who_leads_it_when_and_what_it_is_into() -> None:
    text = "an inquiry into the loss of the ferry led by Dame Ida Lind in 2022"
    found = one(text)
    assert found.chair and found.chair.of(text) == "Dame Ida Lind"
    assert found.topic and found.topic.of(text) == "the loss of the ferry"
    assert found.year == 2022


@pytest.mark.parametrize(
    "text",
    [
        "the Federal Election Commission",
        "the Harbour Law Review",
        "police are making inquiries",
        "a review of the book",
        "the Independent Review Board",
        "an audit of sales",
        "write to desk@public-inquiry.example",
    ],
)
def test_what_is_no_inquiry(text: str) -> None:
    assert list(namings(text)) == []
