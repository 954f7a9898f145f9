"""A folder as users have them: ten good files of every kind, and one broken file of each kind."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path

import docx
from reportlab.pdfgen.canvas import Canvas

SAID = "Ada Hale said the survey of pier {n} was hidden from the board for a year."

GOOD = ("a.txt", "b.md", "c.html", "d.pdf", "e.docx", "f.xml", "g.jsonl", "h.txt", "sub/i.html", "sub/j.txt")
"""Ten files; g.jsonl holds one document."""


def fill(folder: Path) -> dict[str, str]:
    """Makes the files; gives for each broken one a word of the reason that must be told."""
    (folder / "sub").mkdir(parents=True)
    for n, name in enumerate(GOOD):
        (folder / name).write_bytes(good(name, SAID.format(n=n)))
    broken = {
        "empty.txt": (b"", "empty"),
        "blank.html": (b"<html><head><title>x</title></head><body></body></html>", "empty"),
        "bytes.txt": (bytes(range(128, 256)) * 40 + b"\0\1\2", ""),
        "cut.pdf": (pdf("Cut off.")[:200], ""),
        "locked.pdf": (pdf("Secret.", password="pier"), "password|encrypt"),
        "scan.pdf": (pdf(""), "text"),
        "cut.docx": (good("x.docx", "Cut off.")[:500], ""),
        "cut.xml": (b'<?xml version="1.0"?><publicwhip><speech id="s1"><p>Cut', ""),
        "picture.png": (b"\x89PNG\r\n\x1a\n" + b"\0" * 64, "picture"),
        "bad.jsonl": (b'{"id": "1", "text": \n', "JSON"),
    }
    for name, (data, _) in broken.items():
        (folder / name).write_bytes(data)
    return {name: reason for name, (_, reason) in broken.items()}


def good(name: str, words: str) -> bytes:
    """A file of the kind that its name tells, holding some words."""
    kind = Path(name).suffix
    if kind == ".pdf":
        return pdf(words)
    if kind == ".docx":
        made, data = docx.Document(), BytesIO()
        made.add_paragraph(words)
        made.save(data)
        return data.getvalue()
    if kind == ".html":
        return f"<!doctype html><html><body><article><h1>Pier</h1><p>{words}</p></article></body></html>".encode()
    if kind == ".xml":
        speech = f'<speech id="uk.org.publicwhip/debate/2031-04-01a.1.0" speakername="Ada Hale"><p>{words}</p></speech>'
        return f'<?xml version="1.0"?><publicwhip>{speech}</publicwhip>'.encode()
    if kind == ".jsonl":
        return json.dumps({"id": "one", "text": words}).encode()
    return words.encode()


def pdf(words: str, password: str | None = None) -> bytes:
    """A PDF of one page."""
    data = BytesIO()
    canvas = Canvas(data, encrypt=password)
    canvas.drawString(72, 720, words)
    canvas.showPage()
    canvas.save()
    return data.getvalue()
