"""The signs of Markdown and its kin in a text that keeps them: number signs, underlines, asterisks, quote marks.

They tell what a part is, which the page shows in its own way; readers need not see them as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from answerable.model import Document, Part, PartKind
from answerable.text import Span

_BEFORE = re.compile(r"(?:^|\n)([ \t]*#{1,6}[ \t]+)$")
_CLOSING = re.compile(r"[ \t]*#+(?=[ \t]*(?:\n|$))")
_RULE = re.compile(r"[ \t]*\n(([=\-~^\"'`*+.:_#])\2{2,})[ \t]*(?=\n|$)")
_QUOTING = re.compile(r"^[ \t]*(?:>[ \t]?)+", re.MULTILINE)
_NAMED = re.compile(r"(?:^|\n)(\*\*)[^\n]+?(\*\*):?[ \t]*\n*$")
_STRONG = ("**", "__")
LINE = 200
"""So many characters before a part are looked at for its signs."""


def signs(document: Document, within: Span) -> Iterator[Span]:
    """Where the signs stand that say what a heading, a quotation, a bold run or the name of a speaker is.

    Those of the parts that have a character in `within` are told.
    """
    text = document.text
    for part in document.parts:
        if not part.span.overlaps(within):
            continue
        if part.kind is PartKind.HEADING:
            yield from _of_heading(text, part)
        elif part.kind is PartKind.QUOTATION:
            yield from (Span(*m.span()) for m in _QUOTING.finditer(text, part.span.start, part.span.end))
        elif part.kind is PartKind.EMPHASIS:
            before, after = text[max(0, part.span.start - 2) : part.span.start], text[part.span.end : part.span.end + 2]
            if before == after and before in _STRONG:
                yield Span(part.span.start - 2, part.span.start)
                yield Span(part.span.end, part.span.end + 2)
        elif part.kind is PartKind.TURN:
            first = max(0, part.span.start - LINE)
            if match := _NAMED.search(text[first : part.span.start]):
                yield from (Span(first + match.start(n), first + match.end(n)) for n in (1, 2))


def _of_heading(text: str, part: Part) -> Iterator[Span]:
    first = max(0, part.span.start - LINE)
    if match := _BEFORE.search(text[first : part.span.start]):
        yield Span(first + match.start(1), part.span.start)
    if closing := _CLOSING.match(text, part.span.end):
        yield Span(*closing.span())
    if rule := _RULE.match(text, part.span.end):
        yield Span(*rule.span(1))
