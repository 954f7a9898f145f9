from datetime import date

from answerable.extract.voices import Voices
from answerable.model import Basis, Document, Medium, Part, PartKind, Ref, Source, Statement, Voice
from answerable.text import Span


def test_the_innermost_statement_speaks_else_the_document() -> None:
    text = "Ann Lee said that Bo Ray had promised a new pier. The sea is wet."
    outer = Statement("outer", "d", (Span(0, 7),), (Span(8, 12),), (Span(13, 48),), Ref("a", "Ann Lee"))
    inner = Statement("inner", "d", (Span(18, 24),), (Span(29, 37),), (Span(38, 48),), Ref("b", "Bo Ray"))
    source = Source("a.html", publisher="The Gull", medium=Medium.NEWS, published=date(2025, 1, 2))
    voices = Voices(Document.of(text, source), (outer, inner))
    assert voices.at(Span(40, 48)).by == Ref("b", "Bo Ray")
    assert voices.at(Span(18, 24)).by == Ref("a", "Ann Lee")
    own = voices.at(Span(50, 65))
    assert (own.by, own.own) == (Ref(None, "The Gull"), True)
    assert own.date and own.date.basis is Basis.PUBLICATION


def test_in_a_debate_whoever_has_the_floor_speaks() -> None:
    text = "Two piers are open.\n\nHow many are closed? It is a shame.\n\nI will say."
    turns = tuple(
        Part(PartKind.TURN, Span(text.index(words), text.index(words) + len(words)), label, ref=label[:3])
        for words, label in (
            ("Two piers are open.", "The Minister for Piers (Ann Lee)"),
            ("How many are closed? It is a shame.", "Bo Ray"),
        )
    )
    shame = Span(text.index("It is"), text.index(" shame.") + 7)
    said = Statement("s", "d", (), (), (shame,), Ref("b", "Bo Ray"), voice=Voice.AUTHORIAL)
    source = Source("h.xml", publisher="The House", medium=Medium.HANSARD, published=date(2025, 1, 2))
    voices = Voices(Document.of(text, source, turns), (said,))
    assert voices.at(Span(0, 9)).by == Ref(None, "The Minister for Piers")
    assert voices.at(Span(text.index("How"), text.index("closed") + 7)).by == Ref("b", "Bo Ray")
    assert voices.at(Span(text.index("I will"), len(text))).by == Ref(None, "The House")


def test_a_letter_speaks_in_its_authors_name() -> None:
    text = "We promise a pier."
    source = Source("l.txt", publisher="Ministry of Piers", author="Ann Lee, Minister", medium=Medium.LETTER)
    said = Statement("s", "d", (), (), (Span(0, 10),), Ref("a", "Ann Lee"), voice=Voice.AUTHORIAL)
    assert Voices(Document.of(text, source), (said,)).own().by == Ref("a", "Ann Lee")


def test_a_minister_who_signs_an_update_speaks_in_office() -> None:
    signed = "Ann Lee, Minister for Piers"
    update = Document.of("A pier is open.", Source("u.txt", author=signed, medium=Medium.UPDATE))
    assert Voices(update, ()).own().by == Ref(None, signed)
