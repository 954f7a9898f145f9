from answerable.extract.topics import Topics, named
from answerable.model import Document, Part, PartKind, Source
from answerable.text import Span


def test_a_sentence_that_names_recommendations() -> None:
    text = "We accept recommendations 13 and 14, and recommendation 2(b)."
    assert named(text, Span(0, len(text))) == ("13", "14", "2(b)")


def test_a_heading_holds_until_the_next() -> None:
    text = "Recommendation 4: lights\nThey are lit.\nOther matters\nThe sea is wet."
    parts = (Part(PartKind.HEADING, Span(0, 24)), Part(PartKind.HEADING, Span(39, 52)))
    topics = Topics(Document.of(text, Source("a.txt"), parts))
    assert topics.at(Span(25, 38)) == ("4",)
    assert topics.at(Span(53, len(text))) == ()
