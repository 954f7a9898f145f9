"""A briefing as Markdown, HTML or DOCX. Each number in square brackets is a pin, listed at the end with its words."""

from __future__ import annotations

import re
from datetime import date
from html import escape
from string import ascii_uppercase
from typing import BinaryIO

from answerable.export.brief import HEADINGS, Briefing, Pin
from answerable.export.wording import printed, quoted
from answerable.model import Document, Medium

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|])")
_BESIDE = ' class="beside"'
_STYLE = (
    "<style>body { max-width: 70em; margin: 1em auto; padding: 0 1em; font-family: sans-serif; line-height: 1.4 }"
    " table { border-collapse: collapse } th, td { border: 1px solid #999; padding: .3em .5em; text-align: left;"
    " vertical-align: top } .beside { margin-left: 2em }</style>"
)


def markdown(briefing: Briefing) -> str:
    """The briefing in Markdown (CommonMark with tables)."""
    lines = [f"# {_plain(briefing.title)}", "", _plain(_preface(briefing)), ""]
    for section in briefing.sections:
        lines += [f"## {_plain(section.title)}", ""]
        lines += [f"{'  ' * s.beside}- {_plain(s.text)} {_marks(s.pins)}" for s in section.sentences]
        if section.rows:
            lines += ["", f"| {' | '.join(HEADINGS)} |", f"|{'---|' * len(HEADINGS)}"]
            lines += [f"| {' | '.join(map(_plain, r.cells))} {_marks(r.pins)} |" for r in section.rows]
        lines.append("")
    lines += ["## Documents", ""]
    letters = _letters(briefing)
    lines += [f"- {letters[d.id]}: {_plain(_described(d))}" for d in _documents(briefing)]
    lines += ["", "## Pins", ""]
    lines += [f"{pin.number}. {letters[pin.document.id]}, {_plain(_shown(pin))}" for pin in briefing.pins]
    return "\n".join(lines) + "\n"


def html(briefing: Briefing) -> str:
    """The briefing as one HTML page without scripts or styles from elsewhere."""
    letters = _letters(briefing)
    parts = [
        '<!DOCTYPE html>\n<html lang="en">\n<head><meta charset="utf-8">',
        f"<title>{escape(briefing.title)}</title>{_STYLE}</head>\n<body>",
        f"<h1>{escape(briefing.title)}</h1>\n<p>{escape(_preface(briefing))}</p>",
    ]
    for section in briefing.sections:
        parts.append(f"<h2>{escape(section.title)}</h2>")
        if section.sentences:
            items = "".join(
                f"<li{_BESIDE if s.beside else ''}>{escape(s.text)} {_anchors(s.pins)}</li>\n"
                for s in section.sentences
            )
            parts.append(f"<ul>\n{items}</ul>")
        if section.rows:
            head = "".join(f'<th scope="col">{escape(h)}</th>' for h in HEADINGS)
            rows = "".join(
                f"<tr>{''.join(f'<td>{escape(c)}</td>' for c in r.cells[:-1])}"
                f"<td>{escape(r.cells[-1])} {_anchors(r.pins)}</td></tr>\n"
                for r in section.rows
            )
            parts.append(f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>")
    documents = "".join(
        f'<li id="document-{letters[d.id]}">{letters[d.id]}: {escape(_described(d))}</li>\n'
        for d in _documents(briefing)
    )
    pins = "".join(
        f'<li id="pin-{pin.number}"><a href="#document-{letters[pin.document.id]}">{letters[pin.document.id]}</a>, '
        f"{escape(_shown(pin))}</li>\n"
        for pin in briefing.pins
    )
    ends = f"<h2>Documents</h2>\n<ul>\n{documents}</ul>\n<h2>Pins</h2>\n<ol>\n{pins}</ol>\n</body>\n</html>\n"
    return "\n".join([*parts, ends])


def write_docx(stream: BinaryIO, briefing: Briefing) -> None:
    """Writes the briefing to `stream` as a Word document."""
    from docx import Document as Word

    written = Word()
    written.add_heading(briefing.title, 0)
    written.add_paragraph(_preface(briefing))
    for section in briefing.sections:
        written.add_heading(section.title, 1)
        for sentence in section.sentences:
            style = "List Bullet 2" if sentence.beside else "List Bullet"
            written.add_paragraph(f"{sentence.text} {_marks(sentence.pins)}", style=style)
        if section.rows:
            table = written.add_table(1, len(HEADINGS), style="Table Grid")
            for cell, heading in zip(table.rows[0].cells, HEADINGS, strict=True):
                cell.text = heading
            for row in section.rows:
                shown = (*row.cells[:-1], f"{row.cells[-1]} {_marks(row.pins)}")
                for cell, text in zip(table.add_row().cells, shown, strict=True):
                    cell.text = text
    letters = _letters(briefing)
    written.add_heading("Documents", 1)
    for document in _documents(briefing):
        written.add_paragraph(f"{letters[document.id]}: {_described(document)}", style="List Bullet")
    written.add_heading("Pins", 1)
    for pin in briefing.pins:
        written.add_paragraph(f"{pin.number}. {letters[pin.document.id]}, {_shown(pin)}")
    written.save(stream)


def _preface(briefing: Briefing) -> str:
    said = (
        f"As of {printed(briefing.day)}. Numbers in square brackets are pins: the words that show a sentence, "
        "listed at the end."
    )
    return " ".join((said, *briefing.cuts))


def _documents(briefing: Briefing) -> list[Document]:
    """The documents that are cited, in order of day."""
    cited = {pin.document.id: pin.document for pin in briefing.pins}.values()
    return sorted(cited, key=lambda d: (d.source.published or date.max, d.source.url))


def _letters(briefing: Briefing) -> dict[str, str]:
    """A letter for each document by id: A, B … Z, AA, AB …"""
    return {document.id: _letter(n) for n, document in enumerate(_documents(briefing))}


def _letter(n: int) -> str:
    return (_letter(n // 26 - 1) if n >= 26 else "") + ascii_uppercase[n % 26]


def _described(document: Document) -> str:
    source = document.source
    day = printed(source.published) if source.published else None
    by = source.publisher if source.medium is Medium.NEWS else source.author or source.publisher
    parts = (source.title, by, day)
    told = dict.fromkeys(part for part in parts if part and (part is source.title or part not in (source.title or "")))
    return ", ".join((*told, source.url))


def _shown(pin: Pin) -> str:
    return f"characters {pin.span.start} to {pin.span.end}: {quoted(pin.words)}"


def _marks(pins: tuple[int, ...]) -> str:
    return "".join(f"[{a}]" if a == b else f"[{a}–{b}]" for a, b in _runs(pins))


def _anchors(pins: tuple[int, ...]) -> str:
    return "".join(
        f'<a href="#pin-{a}">[{a}]</a>' if a == b else f'<a href="#pin-{a}">[{a}–{b}]</a>' for a, b in _runs(pins)
    )


def _runs(pins: tuple[int, ...]) -> list[tuple[int, int]]:
    """The numbers in order, three or more in a row as one."""
    runs: list[tuple[int, int]] = []
    for pin in sorted(pins):
        if runs and pin == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], pin)
        else:
            runs.append((pin, pin))
    return [(c, d) for a, b in runs for c, d in (((a, b),) if b - a > 1 else ((n, n) for n in range(a, b + 1)))]


def _plain(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)
