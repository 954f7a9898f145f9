"""Plain text, Markdown and reStructuredText: the text as it is, with its headings, items, quotations and turns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from answerable.errors import NoTextError
from answerable.model import Document, Medium, Part, PartKind, Source
from answerable.read.encoding import decode
from answerable.read.metadata import day, filled, medium_of
from answerable.text import Span

_FIELDS = {
    "title": "title", "headline": "title", "subject": "title",
    "author": "author", "by": "author", "from": "author", "byline": "author", "signed": "author",
    "publisher": "publisher", "source": "publisher", "outlet": "publisher", "site": "publisher",
    "published": "published", "date": "published", "medium": "medium", "type": "medium",
}  # fmt: skip
"""Names in a front matter and what they fill."""

_FIELD = re.compile(r"(?P<name>[A-Za-z]+):\s+(?P<value>\S.*)")
_FENCE = re.compile(r"---[ \t]*\n(?P<head>.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_BLOCK = re.compile(r"\S[^\n]*(?:\n(?![ \t]*(?:\n|\Z))[^\n]*)*")
_ATX = re.compile(r"(#{1,6})[ \t]+(?P<words>.*)")
_UNDERLINE = re.compile(r"([=\-~^\"'`*+#])\1{2,}$")
_BULLETS = frozenset("-*+•–")
_ITEM = re.compile(
    r"(?!\d{1,2}[ \t]+(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?,?[ \t]+\d{4}\b)"  # a letter's day
    r"(?P<label>[-*+•–]|\(?\d{1,3}(?:\.\d{1,3})*[.)]?(?:\([a-z]+\))*|\(?[a-z]\)|\(?[ivx]{1,5}\)|[A-Za-z]\.)[ \t]+\S"
)
_TURN = re.compile(
    r"\*\*(?P<bold>[^*\n]{2,60})\*\*:[ \t]+"  # **Ms Vale**: …
    r"|(?P<capitals>(?:[A-Z][A-Z.'’-]+[ \t]){1,5}?[A-Z][A-Z.'’-]+):[ \t]+"  # MS VALE: …
)
_STRONG = re.compile(r"(?<![*\w])(\*\*|__)(?P<words>[^*_\n][^\n]{0,2000}?)\1(?![*\w])")
_DIRECTIVE = re.compile(r"\.\. [\w-]+::")


def read_plain(data: bytes, source: Source) -> Document:
    """The text of `data`, line ends as "\\n", a front matter taken off; nothing else is changed.

    HEADING, ITEM, QUOTATION, TURN, EMPHASIS and PARAGRAPH parts come from the conventions of Markdown and
    reStructuredText. A front matter is YAML's between "---", or "Title: …" lines before a blank one.
    Raises UnreadableError if it is not text, NoTextError if it is empty.
    """
    text = decode(data, source.url).replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise NoTextError(source.url, "is empty")
    fields, body = _front(text)
    if not body.strip():
        fields, body = {}, text
    parts = tuple(_parts(body))
    title = fields.get("title") or _title(body, parts)
    medium = _medium(fields.get("medium")) or medium_of(title, body)
    if any(p.kind is PartKind.TURN for p in parts):
        medium = Medium.TRANSCRIPT if medium in (Medium.UNKNOWN, Medium.REPORT) else medium
    told = filled(
        source,
        title=title,
        author=fields.get("author"),
        publisher=fields.get("publisher"),
        published=day(fields.get("published")),
        medium=medium,
    )
    return Document.of(body, told, parts)


# ---------------------------------------------------------------- front matter


def _front(text: str) -> tuple[dict[str, str], str]:
    """The fields before the text, and the text after them."""
    if fence := _FENCE.match(text):
        return _fields(fence["head"]), text[fence.end() :].lstrip("\n")
    head, blank, rest = text.partition("\n\n")
    found = _fields(head)
    if blank and found and len(found) == len(head.strip().splitlines()):
        return found, rest.lstrip("\n")
    return {}, text


def _fields(head: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for line in head.splitlines():
        match = _FIELD.match(line.strip())
        field = _FIELDS.get(match["name"].lower()) if match else None
        if match and field:
            found.setdefault(field, match["value"].strip().strip("\"'"))
    return found


def _medium(told: str | None) -> Medium | None:
    return Medium(told.lower()) if told and told.lower() in set(Medium) else None


def _title(text: str, parts: tuple[Part, ...]) -> str | None:
    """The first heading of the highest level."""
    headings = [p for p in parts if p.kind is PartKind.HEADING]
    return min(headings, key=lambda p: p.level).span.of(text).strip("#=- ") if headings else None


# ---------------------------------------------------------------- parts


@dataclass(slots=True)
class _Speaker:
    """Whose turn it is, and from where to where so far."""

    name: str
    start: int
    end: int


def _parts(text: str) -> Iterator[Part]:
    underlines: list[str] = []
    speaker: _Speaker | None = None
    for block in _BLOCK.finditer(text):
        start, end = block.span()
        words = block[0].rstrip()
        if turn := _TURN.match(words):
            yield from _turn(speaker)
            speaker = _Speaker(turn["bold"] or turn["capitals"].title(), start + turn.end(), start + len(words))
            continue
        heading = _heading(words, start, underlines)
        if heading or _DIRECTIVE.match(words):
            yield from _turn(speaker)
            speaker = None
            yield from [heading] if heading else []
            continue
        if speaker:
            speaker.end = start + len(words)
        yield from _block_parts(text, start, end)
    yield from _turn(speaker)


def _turn(speaker: _Speaker | None) -> Iterator[Part]:
    if speaker and speaker.start < speaker.end:
        yield Part(PartKind.TURN, Span(speaker.start, speaker.end), speaker.name)


def _heading(words: str, start: int, underlines: list[str]) -> Part | None:
    """A heading of Markdown's two kinds or of reStructuredText's, whose underlines rank in order of appearance."""
    if "\n" not in words and (atx := _ATX.match(words)) and (said := _unclosed(atx["words"])):
        at = start + atx.start("words")
        return Part(PartKind.HEADING, Span(at, at + len(said)), level=len(atx[1]))
    title, _, below = words.partition("\n")
    rule = below.strip()
    if title.strip() and "\n" not in below and _UNDERLINE.match(rule) and len(rule) >= len(title) // 2:
        mark = rule[0]
        if mark not in underlines:
            underlines.append(mark)
        return Part(PartKind.HEADING, Span(start, start + len(title)), level=underlines.index(mark) + 1)
    return None


def _unclosed(words: str) -> str:
    """The words of a heading without the number signs that may close it: "Findings ##", but not "C#"."""
    bare = words.rstrip("#")
    return bare.rstrip() if not bare or bare[-1].isspace() else words


def _block_parts(text: str, start: int, end: int) -> Iterator[Part]:
    """A paragraph, a list of items, or a quotation, with what is bold in it."""
    lines = [(m.start() + start, m[0]) for m in re.finditer(r"[^\n]+", text[start:end])]
    if all(line.lstrip().startswith(">") for _, line in lines):
        yield Part(PartKind.QUOTATION, Span(start, end))
    starts = [(at, line) for at, line in lines if _ITEM.match(line.lstrip())]
    first = starts[0][0] if starts else end
    if before := text[start:first].rstrip():
        yield Part(PartKind.PARAGRAPH, Span(start, start + len(before)))
    stops = [at for at, _ in starts[1:]] + [end]
    for (at, line), stop in zip(starts, stops, strict=False):
        yield _item(text, at, line, stop)
    for strong in _STRONG.finditer(text, start, end):
        yield Part(PartKind.EMPHASIS, Span(*strong.span("words")))


def _item(text: str, at: int, line: str, stop: int) -> Part:
    indent = len(line) - len(line.lstrip())
    match = _ITEM.match(line.lstrip())
    found = match["label"] if match else ""
    label = "•" if found in _BULLETS else found.rstrip(".")
    return Part(PartKind.ITEM, Span(at + indent, at + len(text[at:stop].rstrip())), label, indent // 2)
