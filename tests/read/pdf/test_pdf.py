from collections.abc import Callable
from datetime import date
from io import BytesIO
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from answerable.errors import NoTextError, UnreadableError
from answerable.model import Medium, PartKind, Source
from answerable.read.pdf import read_pdf
from answerable.read.pdf.pdfium import open_pdf
from tests.read.pdf.drawing import PROSE, drawn, labelled, opened, write

ONE = " ".join(PROSE)


def test_lines_join_to_paragraphs() -> None:
    def page(canvas: Canvas) -> None:
        y = write(canvas, 72, 120, *PROSE)
        write(canvas, 72, y + 12, *PROSE)

    assert opened(page).text == f"{ONE}\n\n{ONE}"


def test_words_broken_at_line_ends_are_joined_and_real_hyphens_kept() -> None:
    def page(canvas: Canvas) -> None:
        y = write(canvas, 72, 120, "A long-term plan for management is what the island wants")
        write(canvas, 72, y, "and what it needs, the manage-", "ment said, but a long-", "term plan takes time.")

    assert opened(page).text == (
        "A long-term plan for management is what the island wants and what it needs, the management said, "
        "but a long-term plan takes time."
    )


def test_numbered_paragraphs_keep_their_numbers_and_hanging_lines_stay_with_them() -> None:
    def page(canvas: Canvas) -> None:
        y = 120.0
        for number in ("2.9", "2.10", "2.11"):
            write(canvas, 72, y, f"{number}.")
            y = write(canvas, 108, y, *PROSE) + 10

    document = opened(page)
    assert labelled(document, PartKind.ITEM) == [(n, f"{n}. {ONE}") for n in ("2.9", "2.10", "2.11")]


def test_a_number_that_begins_a_line_of_a_sentence_is_no_label() -> None:
    def page(canvas: Canvas) -> None:
        y = write(canvas, 72, 120, "The grant is open to everybody on the island who is aged 20 to")
        write(canvas, 72, y, "64. It is not means-tested, and nobody has to say why they ask.")

    assert not opened(page).parts_of(PartKind.ITEM)


def test_headings_have_levels_by_their_size_and_bold_runs_are_marked() -> None:
    def page(canvas: Canvas) -> None:
        y = write(canvas, 72, 120, "Ferry Review", font="Helvetica-Bold", size=24)
        y = write(canvas, 72, y + 10, "What we found", font="Helvetica-Bold", size=15)
        y = write(canvas, 72, y + 6, *PROSE, *PROSE, *PROSE)
        write(canvas, 72, y + 12, "The Board must run one boat a day, in winter too.", font="Helvetica-Bold")

    document = opened(page)
    headings = [(p.level, p.span.of(document.text)) for p in document.parts_of(PartKind.HEADING)]
    assert headings == [(1, "Ferry Review"), (2, "What we found")]
    assert labelled(document, PartKind.EMPHASIS) == [("", "The Board must run one boat a day, in winter too.")]
    assert document.source.title == "Ferry Review"


def test_running_headers_footers_and_page_numbers_go() -> None:
    def page(number: int) -> Callable[[Canvas], None]:
        def draw(canvas: Canvas) -> None:
            write(canvas, 72, 40, "Ferry Review", size=9)
            write(canvas, 72, 120, f"Of the story this is the leaf that counts as number {number},", *PROSE)
            write(canvas, 290, 810, str(number), size=9)

        return draw

    document = opened(*(page(n) for n in range(1, 6)))
    assert "Ferry Review" not in document.text
    assert document.text.count("\n\n") == 4
    assert [label for label, _ in labelled(document, PartKind.PAGE)] == ["1", "2", "3", "4", "5"]


def test_a_paragraph_goes_on_over_the_page_and_its_notes_come_after_it() -> None:
    def first(canvas: Canvas) -> None:
        write(canvas, 72, 700, "The boat was sold in May", "because the Board saw no use for")
        write(canvas, 72, 760, "1 Minutes of the Board, 3 May 2021.", size=8)

    def second(canvas: Canvas) -> None:
        y = write(canvas, 72, 120, "it after the bridge was built.")
        write(canvas, 72, y + 12, *PROSE)

    document = opened(first, second)
    assert document.text == (
        "The boat was sold in May because the Board saw no use for it after the bridge was built.\n\n"
        f"1 Minutes of the Board, 3 May 2021.\n\n{ONE}"
    )
    assert labelled(document, PartKind.FOOTNOTE) == [("1", "1 Minutes of the Board, 3 May 2021.")]
    assert [label for label, _ in labelled(document, PartKind.PAGE)] == ["1", "2", "1", "2"]


def test_raised_marks_are_raised_and_do_not_join_a_number() -> None:
    def page(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 11)
        text = canvas.beginText(72, 700)
        text.textOut("It stopped in 2021")
        text.setFont("Helvetica", 7)
        text.setRise(4)
        text.textOut("12")
        text.setRise(0)
        text.setFont("Helvetica", 11)
        text.textOut(" for good.")
        canvas.drawText(text)

    assert opened(page).text == "It stopped in 2021¹² for good."


def test_columns_are_read_one_after_the_other_whatever_the_order_of_drawing() -> None:
    left = [f"left {n} of the story as it is told" for n in range(8)]
    right = [f"right {n} of the other tale" for n in range(8)]

    def page(canvas: Canvas) -> None:
        for n in reversed(range(8)):
            write(canvas, 320, 150 + 14 * n, right[n])
            write(canvas, 72, 150 + 14 * n, left[n])
        write(canvas, 72, 90, "Ferry Review", font="Helvetica-Bold", size=18)

    assert opened(page).text == "Ferry Review\n\n" + " ".join(left) + "\n\n" + " ".join(right)


def test_ruled_tables_have_rows_and_cells_with_headers() -> None:
    rows = (
        ("Recommendation", "Response", "When"),
        ("1. Run a boat.", "Accepted.", "2022"),
        ("2. Cut fares.", "Rejected.", "-"),
    )

    def page(canvas: Canvas) -> None:
        write(canvas, 72, 120, *PROSE)
        canvas.grid([72, 272, 422, 522], [840 - y for y in (200, 230, 260, 290)])
        for n, row in enumerate(rows):
            for x, words in zip((78, 278, 428), row, strict=True):
                write(canvas, x, 220 + 30 * n, words)
        write(canvas, 72, 330, *PROSE)

    document = opened(page)
    cells = [(p.label, p.level, p.span.of(document.text)) for p in document.parts_of(PartKind.CELL)]
    assert cells == [("", i, words) for i, words in enumerate(rows[0])] + [
        (rows[0][i], i, words) for row in rows[1:] for i, words in enumerate(row)
    ]
    assert len(document.parts_of(PartKind.ROW)) == 3
    assert document.text.startswith(ONE) and document.text.endswith(ONE)


def test_a_box_is_a_quotation() -> None:
    def page(canvas: Canvas) -> None:
        y = write(canvas, 72, 120, *PROSE)
        canvas.rect(66, 842 - y - 70, 420, 64)
        write(canvas, 72, y + 30, "Recommendation 4: The Board should run a boat", "on every day of the year.")
        write(canvas, 72, y + 110, "The Board agrees.")

    document = opened(page)
    boxed = "Recommendation 4: The Board should run a boat on every day of the year."
    assert labelled(document, PartKind.QUOTATION) == [("", boxed)]


def test_the_title_page_tells_date_and_medium() -> None:
    def page(canvas: Canvas) -> None:
        y = write(canvas, 72, 120, "Government response to the Ferry Review", size=20)
        y = write(canvas, 72, y + 30, "3 May 2021")
        write(canvas, 72, y + 30, *PROSE)

    source = opened(page).source
    assert (source.published, source.medium) == (date(2021, 5, 3), Medium.RESPONSE)


def test_lines_ended_on_purpose_stay_apart() -> None:
    def page(canvas: Canvas) -> None:
        y = write(canvas, 72, 120, *PROSE)
        write(canvas, 72, y + 14, "Ann Vale", "Town Hall", "Ness", "3 May 2021")

    assert opened(page).text == f"{ONE}\n\nAnn Vale\n\nTown Hall\n\nNess\n\n3 May 2021"


def test_a_scan_is_named() -> None:
    with pytest.raises(NoTextError, match=r"a\.pdf: has no text layer; try --ocr"):
        opened(lambda canvas: canvas.rect(72, 72, 300, 300, fill=1))


def test_an_encrypted_file_is_named() -> None:
    stream = BytesIO()
    canvas = Canvas(stream, encrypt=StandardEncryption("secret"))
    canvas.drawString(72, 700, "Text")
    canvas.save()
    with pytest.raises(UnreadableError, match=r"a\.pdf: encrypted"):
        read_pdf(stream.getvalue(), Source("a.pdf"))


@pytest.mark.parametrize("data", [b"%PDF-1.7\nrubbish", drawn(lambda c: c.drawString(9, 9, "x"))[:200]])
def test_a_broken_file_is_named(data: bytes) -> None:
    with pytest.raises(UnreadableError, match=r"a\.pdf: a broken PDF"):
        read_pdf(data, Source("a.pdf"))


Place = tuple[int, int, int, str]
PLACES = st.tuples(
    st.integers(20, 560), st.integers(20, 820), st.sampled_from((7, 9, 11, 11, 16)),
    st.text(alphabet="abc 12.)(-•é", min_size=1, max_size=30),
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(PLACES, min_size=1, max_size=12), min_size=1, max_size=3))
def test_wherever_words_stand_the_parts_lie_inside_and_pages_cover(pages: list[list[Place]]) -> None:
    def page(places: list[Place]) -> Callable[[Canvas], None]:
        def draw(canvas: Canvas) -> None:
            write(canvas, 72, 60, "A line of words that is always there")
            for x, y, size, words in places:
                write(canvas, x, y, words, size=size)

        return draw

    document = opened(*(page(places) for places in pages))
    assert all(0 <= p.span.start < p.span.end <= len(document.text) for p in document.parts)
    covered = [p.span for p in document.parts_of(PartKind.PAGE)]
    assert covered[0].start == 0 and covered[-1].end == len(document.text)
    assert all(a.end == b.start for a, b in pairwise(covered))


def test_a_table_goes_on_over_the_page_without_its_header_printed_again() -> None:
    def page(*rows: tuple[str, str]) -> Callable[[Canvas], None]:
        def draw(canvas: Canvas) -> None:
            edges = [842 - 100 - 30 * n for n in range(len(rows) + 1)]
            canvas.grid([72, 322, 522], edges)
            for n, row in enumerate(rows):
                for x, words in zip((78, 328), row, strict=True):
                    write(canvas, x, 120 + 30 * n, words)

        return draw

    head = ("Recommendation", "Status")
    first = page(head, ("Run a boat", "The work on it is"))
    document = opened(first, page(head, ("", "under way."), ("Cut fares", "Done.")))
    assert [p.span.of(document.text) for p in document.parts_of(PartKind.ROW)] == [
        "Recommendation\nStatus",
        "Run a boat\nThe work on it is under way.",
        "Cut fares\nDone.",
    ]
    assert [label for label, _ in labelled(document, PartKind.CELL)] == ["", "", *head, *head]


@pytest.mark.parametrize("shaded", [False, True])
def test_tables_without_upright_lines_have_columns_too(shaded: bool) -> None:
    rows = (
        ("No.", "Recommendation", "Response"),
        ("1", "Run a boat on every day", "• Accepted in full"),
        ("2", "Cut fares for those who", "• Rejected"),
        ("3", "Build a pier that lasts", "• Noted"),
    )

    def page(canvas: Canvas) -> None:
        write(canvas, 72, 120, *PROSE)
        for n, row in enumerate(rows):
            top = 200 + 40 * n
            if shaded and n % 2:
                canvas.setFillGray(0.85)
                canvas.rect(72, 842 - top - 40, 450, 40, stroke=0, fill=1)
                canvas.setFillGray(0)
            elif not shaded:
                canvas.line(72, 842 - top, 522, 842 - top)
            for x, words in zip((78, 120, 330), row, strict=True):
                write(canvas, x, top + 20, words)
            if n == 2:
                write(canvas, 120, top + 33, "live on the island.")
        if not shaded:
            canvas.line(72, 842 - 360, 522, 842 - 360)

    document = opened(page)
    cells = [(p.label, p.span.of(document.text)) for p in document.parts_of(PartKind.CELL)]
    expected = [("", name) for name in rows[0]]
    expected += [(name, words) for row in rows[1:] for name, words in zip(rows[0], row, strict=True)]
    expected[7] = ("Recommendation", "Cut fares for those who live on the island.")
    assert cells == expected
    assert document.text.startswith(ONE)


def test_a_scan_with_a_stamp_on_every_page_is_a_scan() -> None:
    def page(canvas: Canvas) -> None:
        write(canvas, 60, 60, "Received by the registry of the harbour inquiry")

    with pytest.raises(NoTextError, match="no text layer"):
        opened(*[page] * 6)


def test_a_picture_of_a_large_sheet_has_fewer_dots_an_inch() -> None:
    stream = BytesIO()
    canvas = Canvas(stream, pagesize=(14_400, 14_400))
    canvas.rect(10, 10, 100, 100, fill=1)
    canvas.save()
    with open_pdf(stream.getvalue(), "a.pdf") as pdf:
        [picture] = pdf.pictures(300)
    assert picture.width * picture.height <= 101_000_000
