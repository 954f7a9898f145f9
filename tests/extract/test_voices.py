from datetime import date

from answerable.extract.voices import Voices
from answerable.model import Basis, Document, Medium, Ref, Source, Statement
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
