"""Set the demo dossier's PDF and DOCX documents from their texts in this folder.

    python demo/make.py

Writes into src/answerable/demo/dossier/. Needs the development install (reportlab, python-docx). The texts use a few
marks: "# " title, then headings; "## " smaller headings; "> " a quotation; "| … |" a table row; everything else is a
paragraph. The first lines "by:", "date:" and "publisher:" are the document's metadata.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from xml.sax.saxutils import escape

from docx import Document as Docx
from reportlab.lib.enums import TA_CENTER
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Spacer

HERE = Path(__file__).parent
OUT = HERE.parent / "src" / "answerable" / "demo" / "dossier"

BODY = ParagraphStyle("body", fontName="Times-Roman", fontSize=11, leading=15, spaceAfter=8)
QUOTE = ParagraphStyle("quote", parent=BODY, fontName="Times-Bold", leftIndent=8 * mm)
HEAD = ParagraphStyle("head", fontName="Helvetica-Bold", fontSize=17, leading=22, spaceBefore=14, spaceAfter=9)
SUB = ParagraphStyle("sub", fontName="Helvetica-Bold", fontSize=12.5, leading=17, spaceBefore=10, spaceAfter=5)
TITLE = ParagraphStyle("title", fontName="Helvetica-Bold", fontSize=26, leading=32, alignment=TA_CENTER, spaceAfter=14)
IMPRINT = ParagraphStyle("imprint", parent=BODY, alignment=TA_CENTER)


def blocks(name: str) -> tuple[dict[str, str], list[tuple[str, str]]]:
    """The metadata of a text, and its blocks as (kind, words)."""
    meta: dict[str, str] = {}
    found: list[tuple[str, str]] = []
    for line in (HERE / name).read_text("utf-8").splitlines():
        field, _, value = line.partition(": ")
        if field in {"by", "date", "publisher"} and field not in meta:
            meta[field] = value
        elif line.startswith("# ") and "title" not in meta:
            meta["title"] = line[2:]
        elif line.startswith("#"):
            found.append(("sub" if line.startswith("## ") else "head", line.lstrip("# ")))
        elif line.startswith("> "):
            found.append(("quote", line[2:]))
        elif line.startswith("|"):
            found.append(("row", line))
        elif line:
            found.append(("recommendation" if line.startswith("Recommendation ") else "body", line))
    return meta, found


def pdf(name: str, target: str, short: str) -> None:
    meta, found = blocks(name)

    def furniture(canvas: Canvas, document: SimpleDocTemplate) -> None:
        canvas.setFont("Helvetica", 8)
        canvas.drawString(25 * mm, 285 * mm, short)
        canvas.drawRightString(185 * mm, 285 * mm, "Fiction: written for a demonstration")
        canvas.drawCentredString(105 * mm, 12 * mm, str(document.page))

    styles = {"head": HEAD, "sub": SUB, "quote": QUOTE, "body": BODY, "recommendation": SUB}
    title, *subtitle = [w for kind, w in [("", meta["title"]), *found[:1]] if kind in {"", "sub"}]
    story = [Spacer(1, 60 * mm), Paragraph(escape(title), TITLE)]
    story += [Paragraph(escape(line), IMPRINT) for line in [*subtitle, meta["by"], meta["date"]]]
    story.append(PageBreak())
    for kind, words in found[len(subtitle) :]:
        story.append(Paragraph(escape(words), styles[kind]))
    document = SimpleDocTemplate(
        str(OUT / target),
        pagesize=A4,
        leftMargin=25 * mm,
        rightMargin=25 * mm,
        topMargin=25 * mm,
        title=meta["title"],
        author=meta["by"],
        subject=meta["publisher"],
        creator=meta["publisher"],
        invariant=1,
    )
    document.build(story, onFirstPage=lambda *_: None, onLaterPages=furniture)


def docx(name: str, target: str) -> None:
    meta, found = blocks(name)
    document = Docx()
    day = datetime.strptime(meta["date"], "%d %B %Y")
    properties = document.core_properties
    properties.title, properties.author, properties.category = meta["title"], meta["by"], meta["publisher"]
    properties.created = properties.modified = day
    document.add_heading(meta["title"], 0)
    rows: list[list[str]] = []
    for kind, words in [*found, ("end", "")]:
        if kind == "row":
            rows.append([cell.strip() for cell in words.strip("|").split("|")])
            continue
        if rows:
            table = document.add_table(rows=0, cols=len(rows[0]), style="Table Grid")
            for row in rows:
                for cell, text in zip(table.add_row().cells, row, strict=True):
                    cell.text = text
            rows = []
        if kind in {"head", "sub"}:
            document.add_heading(words, 1 if kind == "head" else 2)
        elif kind == "body":
            document.add_paragraph(words)
    document.save(str(OUT / target))


if __name__ == "__main__":
    pdf("report.txt", "01-halloran-report.pdf", "The Halloran Inquiry: final report")
    pdf("response.txt", "02-government-response.pdf", "Government response to the Halloran Inquiry")
    docx("update2.txt", "05-second-update.docx")
    docx("letter.txt", "06-council-letter.docx")
