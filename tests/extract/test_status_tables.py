from answerable.extract.status_tables import status_rows
from answerable.model import Document, Part, PartKind, Source
from answerable.text import Span


def test_rows_about_recommendations() -> None:
    text = "Rec. 7\nBoard\nComplete\n\nTotal\nAll\nComplete"
    labels = ("No.", "Owner", "Status")
    starts = [(0, 6), (7, 12), (13, 21), (23, 28), (29, 32), (33, 41)]
    cells = tuple(Part(PartKind.CELL, Span(*place), labels[n % 3], n % 3) for n, place in enumerate(starts))
    rows = (Part(PartKind.ROW, Span(0, 21)), Part(PartKind.ROW, Span(23, 41)))
    (row,) = status_rows(Document.of(text, Source("a.docx"), (*cells, *rows)))
    assert (row.number, row.inquiry) == ("7", None)
    assert [cell.span.of(text) for cell in row.statuses] == ["Complete"]
