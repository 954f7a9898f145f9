import pytest

from answerable.extract.inquiry_events import reason, refused_before, told
from answerable.text import Span


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        ("The minister rejected calls for an inquiry.", "refused"),
        ("She did not rule out an inquiry.", None),
        ("They have long demanded an inquiry.", "called_for"),
        ("Ministers were asked to open an inquiry.", "requested"),
        ("They asked whether she would order an inquiry.", None),
    ],
)
def test_what_a_sentence_tells_of_an_inquiry_yet_to_be(sentence: str, event: str | None) -> None:
    naming = Span(sentence.index("inquiry"), sentence.index("inquiry") + 7)
    found = told(sentence, Span(0, len(sentence)), naming, known=False, local=False)
    assert (found.event.value if found else None) == event


def test_a_reason_without_the_word_that_introduces_it() -> None:
    text = "She refused an inquiry because it would take years."
    found = reason(text, Span(0, len(text)), 10)
    assert found and found.of(text) == "it would take years"


def test_refused_before_another_is_pointed_to() -> None:
    text = "She refused, saying that it was right for Lyle to hold an inquiry of its own."
    assert refused_before(text, Span(0, len(text)), Span(text.index("right"), len(text)))
    assert not refused_before(text, Span(0, len(text)), Span(3, len(text)))
