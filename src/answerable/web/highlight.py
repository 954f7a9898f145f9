"""Overlapping and discontinuous places in one text, cut into a flat row of segments that a page can mark.

Spans of statements overlap freely (a report inside a report, a cue inside another's content), which no tree of
elements can show. A row of segments can: each is a stretch of text together with all layers that cover it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from answerable.text import Span


class Role(StrEnum):
    """What a marked place is to the entry that it belongs to."""

    CONTENT = "content"
    CUE = "cue"
    SOURCE = "source"
    CHOSEN = "chosen"  # the statement that the reader came for
    BOLD = "bold"  # bold in the source itself
    SIGN = "sign"  # a sign of Markdown, which readers need not see
    ENTRY = "entry"  # the words of an ask, a response, a promise or a progress claim


@dataclass(frozen=True, slots=True, order=True)
class Layer:
    """One marked place: half-open offsets into the text, its role, and the id of the entry that it belongs to."""

    span: Span
    role: Role
    entry: str = ""


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text and the layers that cover all of it, longest first; `starts` are those that begin with it."""

    start: int
    text: str
    layers: tuple[Layer, ...] = ()
    starts: tuple[Layer, ...] = ()


def segments(text: str, layers: Iterable[Layer], within: Span | None = None) -> tuple[Segment, ...]:
    """`text[within]` (all of it if None) cut wherever a layer begins or ends.

    The segments' texts joined are `text[within]`; a layer covers a character exactly if it is on its segment.
    Layers that reach beyond `within` or beyond the text are cut off there; those outside are ignored.
    """
    first, last = (within.start, min(within.end, len(text))) if within else (0, len(text))
    inside = [a for a in layers if a.span.start < last and a.span.end > first]
    cuts = sorted(
        {first, last}
        | {a.span.start for a in inside if a.span.start > first}
        | {a.span.end for a in inside if a.span.end < last}
    )
    waiting = sorted(inside, key=lambda a: (a.span.start, -a.span.end, a.role, a.entry), reverse=True)
    open_layers: list[Layer] = []
    row: list[Segment] = []
    for start, end in pairwise(cuts):
        open_layers = [a for a in open_layers if a.span.end > start]
        begun: list[Layer] = []
        while waiting and waiting[-1].span.start <= start:
            begun.append(waiting.pop())
        open_layers += begun
        ordered = sorted(open_layers, key=lambda a: (a.span.start - a.span.end, a.role, a.entry))
        row.append(Segment(start, text[start:end], tuple(ordered), tuple(a for a in begun if a.span.start == start)))
    return tuple(row)
