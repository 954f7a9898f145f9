from datetime import date

from answerable.extract.progress import find_progress
from answerable.extract.sentences import sentences
from answerable.extract.topics import Topics
from answerable.model import Document, Medium, Part, PartKind, Progress, Source, Status
from answerable.text import Span

UPDATE = Source("u.html", publisher="Port Authority", medium=Medium.UPDATE, published=date(2025, 9, 1))
NEWS = Source("n.html", publisher="The Gull", medium=Medium.NEWS, published=date(2025, 9, 1))


def progress(text: str, source: Source = UPDATE, parts: tuple[Part, ...] = ()) -> tuple[Progress, ...]:
    document = Document.of(text, source, parts)
    return find_progress(document, (), sentences(text), Topics(document))


def table(*rows: tuple[str, ...], labelled: bool = True) -> tuple[str, tuple[Part, ...]]:
    """A text of rows and cells; the first row names the columns."""
    text, parts = "", []
    for row in rows:
        start = len(text)
        for level, cell in enumerate(row):
            label = rows[0][level] if labelled and row is not rows[0] else ""
            parts.append(Part(PartKind.CELL, Span(len(text), len(text) + len(cell)), label, level))
            text += cell + "\n"
        parts.append(Part(PartKind.ROW, Span(start, len(text) - 1)))
        text += "\n"
    return text, tuple(parts)


def test_a_claim_that_names_its_recommendation() -> None:
    (found,) = progress("Recommendation 8 is complete. The tide is in progress.", NEWS)
    assert (found.status, found.ask and found.ask.number) == (Status.COMPLETE, "8")
    assert found.by and found.by.name == "The Gull"
    assert found.as_of and found.as_of.start == date(2025, 9, 1)


def test_a_claim_under_a_heading() -> None:
    text = "Recommendation 4: lights\nWork on the lights is under way."
    (found,) = progress(text, parts=(Part(PartKind.HEADING, Span(0, 24)),))
    assert (found.status, found.ask and found.ask.number) == (Status.IN_PROGRESS, "4")
    assert [s.of(text) for s in found.deciding] == ["under way"]


def test_the_day_that_a_document_states() -> None:
    text = "Progress as at 31 August 2025.\n\nRecommendation 2 has been implemented."
    (found,) = progress(text)
    assert found.as_of and found.as_of.start == date(2025, 8, 31)


def test_a_status_table_gives_a_claim_for_each_dated_column() -> None:
    text, parts = table(
        ("Inquiry", "Rec no.", "Status at 30-Jun-24", "Status at 30-Jun-25"),
        ("P-1", "011/20", "Being implemented", "Implemented"),
        ("P-1", "012/20", "Not started", "-"),
    )
    found = progress(text, parts=parts)
    assert [(p.ask and p.ask.number, p.ask and p.ask.inquiry, p.status, p.as_of and p.as_of.start) for p in found] == [
        ("011/20", "P-1", Status.IN_PROGRESS, date(2024, 6, 30)),
        ("011/20", "P-1", Status.COMPLETE, date(2025, 6, 30)),
        ("012/20", "P-1", Status.NOT_STARTED, date(2024, 6, 30)),
    ]


def test_a_header_row_that_the_mark_up_does_not_mark() -> None:
    text, parts = table(("No.", "Owner", "Status"), ("1", "Board", "Complete"), labelled=False)
    (found,) = progress(text, parts=parts)
    assert (found.ask and found.ask.number, found.status) == ("1", Status.COMPLETE)


def test_ordinary_news_claims_nothing() -> None:
    text = "The campaign is in progress. A complete list was closed. Work on the bridge has begun."
    assert progress(text, NEWS) == ()
