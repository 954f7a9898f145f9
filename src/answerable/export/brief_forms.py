"""A briefing as Markdown, HTML or DOCX. Each number in square brackets is a pin, listed at the end with its words."""

from __future__ import annotations

import re
from html import escape
from typing import BinaryIO

from answerable.export.brief import HEADINGS, Briefing, Pin
from answerable.export.wording import printed, quoted

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|])")


def markdown(briefing: Briefing) -> str:
    """The briefing in Markdown (CommonMark with tables)."""
    lines = [f"# {_plain(briefing.title)}", "", f"As of {printed(briefing.day)}.", ""]
    for section in briefing.sections:
        lines += [f"## {section.title}", ""]
        lines += [f"- {_plain(s.text)} {_marks(s.pins)}" for s in section.sentences]
        if section.rows:
            lines += ["", f"| {' | '.join(HEADINGS)} |", f"|{'---|' * len(HEADINGS)}"]
            lines += [f"| {' | '.join(map(_plain, r.cells))} {_marks(r.pins)} |" for r in section.rows]
        lines.append("")
    lines += ["## Sources", ""]
    lines += [f"{pin.number}. {_plain(_described(pin))}" for pin in briefing.pins]
    return "\n".join(lines) + "\n"


def html(briefing: Briefing) -> str:
    """The briefing as one HTML page without scripts or styles from elsewhere."""
    parts = [
        '<!DOCTYPE html>\n<html lang="en">\n<head><meta charset="utf-8">',
        f"<title>{escape(briefing.title)}</title></head>\n<body>",
        f"<h1>{escape(briefing.title)}</h1>\n<p>As of {printed(briefing.day)}.</p>",
    ]
    for section in briefing.sections:
        parts.append(f"<h2>{escape(section.title)}</h2>")
        if section.sentences:
            items = "".join(f"<li>{escape(s.text)} {_anchors(s.pins)}</li>\n" for s in section.sentences)
            parts.append(f"<ul>\n{items}</ul>")
        if section.rows:
            head = "".join(f'<th scope="col">{escape(h)}</th>' for h in HEADINGS)
            rows = "".join(
                f"<tr>{''.join(f'<td>{escape(c)}</td>' for c in r.cells[:-1])}"
                f"<td>{escape(r.cells[-1])} {_anchors(r.pins)}</td></tr>\n"
                for r in section.rows
            )
            parts.append(f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>")
    sources = "".join(f'<li id="pin-{pin.number}">{escape(_described(pin))}</li>\n' for pin in briefing.pins)
    return "\n".join([*parts, f"<h2>Sources</h2>\n<ol>\n{sources}</ol>\n</body>\n</html>\n"])


def write_docx(stream: BinaryIO, briefing: Briefing) -> None:
    """Writes the briefing to `stream` as a Word document."""
    from docx import Document

    document = Document()
    document.add_heading(briefing.title, 0)
    document.add_paragraph(f"As of {printed(briefing.day)}.")
    for section in briefing.sections:
        document.add_heading(section.title, 1)
        for sentence in section.sentences:
            document.add_paragraph(f"{sentence.text} {_marks(sentence.pins)}", style="List Bullet")
        if section.rows:
            table = document.add_table(1, len(HEADINGS), style="Table Grid")
            for cell, heading in zip(table.rows[0].cells, HEADINGS, strict=True):
                cell.text = heading
            for row in section.rows:
                shown = (*row.cells[:-1], f"{row.cells[-1]} {_marks(row.pins)}")
                for cell, text in zip(table.add_row().cells, shown, strict=True):
                    cell.text = text
    document.add_heading("Sources", 1)
    for pin in briefing.pins:
        document.add_paragraph(f"{pin.number}. {_described(pin)}")
    document.save(stream)


def _described(pin: Pin) -> str:
    source = pin.document.source
    day = printed(source.published) if source.published else None
    named = ", ".join(str(part) for part in (source.title, source.publisher, day, source.url) if part)
    return f"{named}, characters {pin.span.start} to {pin.span.end}: {quoted(pin.words)}"


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
