import zipfile
from datetime import datetime
from io import BytesIO
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml

from answerable.errors import NoTextError, UnreadableError
from answerable.model import Document, PartKind, Source
from answerable.read.docx import read_docx

SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def saved(file: Any) -> bytes:
    stream = BytesIO()
    file.save(stream)
    return stream.getvalue()


def opened(file: Any) -> Document:
    return read_docx(saved(file), Source("a.docx"))


def labelled(document: Document, kind: PartKind) -> list[tuple[str, str]]:
    return [(part.label, part.span.of(document.text)) for part in document.parts_of(kind)]


def test_headings_lists_and_bold() -> None:
    file = docx.Document()
    file.add_heading("Report", 1)
    file.add_paragraph("The boat stopped.")
    file.add_paragraph("Fewer boats", style="List Bullet")
    for words in ("Run more boats.", "Say when."):
        file.add_paragraph(words, style="List Number")
    paragraph = file.add_paragraph("The Board ")
    paragraph.add_run("must act").bold = True
    document = opened(file)
    assert [(p.level, p.span.of(document.text)) for p in document.parts_of(PartKind.HEADING)] == [(1, "Report")]
    assert labelled(document, PartKind.ITEM) == [
        ("•", "• Fewer boats"),
        ("1", "1. Run more boats."),
        ("2", "2. Say when."),
    ]
    assert labelled(document, PartKind.EMPHASIS) == [("", "must act")]
    assert document.source.title == "Report"


def test_tables_keep_rows_cells_and_headers_and_merged_cells_come_once() -> None:
    file = docx.Document()
    table = file.add_table(rows=3, cols=3)
    for row, words in zip(table.rows, (("No.", "Status", "Note"), ("1", "Open", "-"), ("2", "Done", "-")), strict=True):
        for cell, word in zip(row.cells, words, strict=True):
            cell.text = word
    merged = table.cell(1, 2).merge(table.cell(2, 2))
    merged.text = "See below"
    document = opened(file)
    cells = [(p.label, p.level, p.span.of(document.text)) for p in document.parts_of(PartKind.CELL)]
    assert cells == [
        ("", 0, "No."), ("", 1, "Status"), ("", 2, "Note"),
        ("No.", 0, "1"), ("Status", 1, "Open"), ("Note", 2, "See below"),
        ("No.", 0, "2"), ("Status", 1, "Done"),
    ]  # fmt: skip
    assert document.text.count("See below") == 1
    assert len(document.parts_of(PartKind.ROW)) == 3


def test_deleted_words_are_left_out_and_inserted_ones_kept() -> None:
    file = docx.Document()
    paragraph = file.add_paragraph("The Board ")
    for tag, text in (("del", "<w:delText>may</w:delText>"), ("ins", "<w:t>must</w:t>")):
        paragraph._p.append(parse_xml(f'<w:{tag} {SPACE} w:id="1" w:author="A"><w:r>{text}</w:r></w:{tag}>'))
    assert opened(file).text == "The Board must"


def test_core_properties_fill_the_source() -> None:
    file = docx.Document()
    file.add_paragraph("Text.")
    file.core_properties.title, file.core_properties.author = "Update on ferries", "Ann Vale"
    file.core_properties.modified = datetime(2021, 5, 3)
    source = opened(file).source
    assert (source.title, source.author, str(source.published)) == ("Update on ferries", "Ann Vale", "2021-05-03")


@pytest.mark.parametrize(
    ("form", "start", "printed"),
    [("lowerRoman", 49, "xlix"), ("upperRoman", 50, "L"), ("lowerRoman", 2_000_000_000, "2000000000"),
     ("lowerLetter", 28, "bb"), ("upperLetter", 2_000_000_000, "2000000000"), ("decimalZero", 7, "07")],
)  # fmt: skip
def test_numbers_are_printed_as_word_prints_them(form: str, start: int, printed: str) -> None:
    file = docx.Document()
    numbers = file.part.numbering_part.element
    for element in list(numbers):
        numbers.remove(element)
    numbers.append(parse_xml(
        f'<w:abstractNum {SPACE} w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="{start}"/>'
        f'<w:numFmt w:val="{form}"/><w:lvlText w:val="%1)"/></w:lvl></w:abstractNum>'
    ))  # fmt: skip
    numbers.append(parse_xml(f'<w:num {SPACE} w:numId="1"><w:abstractNumId w:val="0"/></w:num>'))
    file.add_paragraph("Run more boats.", style="List Number")._p.get_or_add_pPr().append(
        parse_xml(f'<w:numPr {SPACE}><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
    )
    assert opened(file).text == f"{printed}) Run more boats."


def test_a_comment_in_the_mark_up_is_passed_over() -> None:
    file = docx.Document()
    file.add_paragraph()._p.append(
        parse_xml(f"<w:r {SPACE}><!-- made by a program --><w:t>The lock is shut.</w:t></w:r>")
    )
    assert opened(file).text == "The lock is shut."


def test_a_file_that_unpacks_to_more_than_any_document_is_refused() -> None:
    file = docx.Document()
    packed = BytesIO(saved(file))
    with zipfile.ZipFile(packed, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/more.xml", b" " * 70_000_000)
    with pytest.raises(UnreadableError, match="unpacks to 70 MB"):
        read_docx(packed.getvalue(), Source("a.docx"))


def test_a_broken_file_is_named() -> None:
    file = docx.Document()
    file.add_paragraph("Text. " * 500)
    with pytest.raises(UnreadableError, match=r"a\.docx: a broken DOCX"):
        read_docx(saved(file)[:-400], Source("a.docx"))


def test_an_empty_file_is_refused() -> None:
    with pytest.raises(NoTextError, match="is empty"):
        opened(docx.Document())
