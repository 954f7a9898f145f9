"""Runs: glyphs that follow each other on one baseline without a wide gap. The atoms of the layout."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from answerable.read.marks import is_mark, raised
from answerable.read.pdf.pdfium import Box, Glyph

WIDE = 1.15
"""A gap of so many ems ends a run: a column, a tab after a number, a table cell."""
_SPACE = 0.24
"""A gap of so many ems is a space even where the file has none."""
_OVERLAID = 0.04
"""A space between letters that the next letter is printed over, up to this, is not seen by anybody."""

HYPHEN = "\u00ad"
"""Stands for a hyphen at a line end that may or may not belong to the word."""

_PLAIN = {
    "\ufffe": HYPHEN, "\x02": HYPHEN, "\u00a0": " ", "\u2002": " ", "\u2003": " ", "\u2009": " ", "\u202f": " ",
    "\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl", "\ufb05": "st", "\ufb06": "st",
    "\uf0b7": "•", "\uf0a7": "•", "\uf0a8": "•", "\uf076": "•", "\uf0d8": "•", "\uf06e": "•", "\uf0fc": "✓",
    "\u200b": "", "\ufeff": "", "\u200e": "", "\u200f": "", "\ufffd": "\ufffd",
}  # fmt: skip
"""Characters that printing needs and reading does not, symbol-font bullets among them."""


@dataclass(slots=True)
class Run:
    """Text on one baseline `y`, from `x0` to `x1`; `size` is that of its first full-height glyph.

    `bold` and `italic` count characters so set; `strong` holds the bold stretches as half-open ranges of `text`.
    """

    text: str
    x0: float
    x1: float
    y: float
    size: float
    turn: int = 0
    bold: int = 0
    italic: int = 0
    strong: list[tuple[int, int]] = field(default_factory=list)
    marks: bool = False  # made of raised marks alone
    last: float = 0.0  # left edge of its last glyph

    @property
    def top(self) -> float:
        """About where its tallest letters end."""
        return self.y - 0.75 * self.size

    @property
    def bottom(self) -> float:
        """About where its lowest letters end."""
        return self.y + 0.22 * self.size


def runs(glyphs: Iterable[Glyph], rules: Sequence[Box] = ()) -> Iterator[Run]:
    """The runs of a page in the order in which it draws them; an upright rule between two glyphs parts them."""
    run: Run | None = None
    space: float | None = None  # the left edge of a space that is waiting for the next glyph
    for glyph in glyphs:
        char = _PLAIN.get(glyph.char, glyph.char)
        if char.isspace() or char < " ":
            space = glyph.x0 if space is None else space
            continue
        if not char:
            continue
        if run is None or not _follows(run, glyph) or _parted(run, glyph, rules):
            if run:
                yield run
            run, space = Run("", glyph.x0, glyph.x0, glyph.y, glyph.face.size, glyph.face.turn), None
        _append(run, glyph, char, space)
        space = None
    if run:
        yield run


def _follows(run: Run, glyph: Glyph) -> bool:
    """Whether the glyph stands next on the run's line."""
    size = max(run.size, glyph.face.size)
    gap = glyph.x0 - run.x1
    if glyph.face.turn != run.turn or gap >= WIDE * size or glyph.x0 < run.last - 0.25 * size:
        return False
    rise = run.y - glyph.y
    if abs(rise) < 0.12 * size:
        return True
    smaller = min(run.size, glyph.face.size) < 0.9 * size
    return smaller and abs(rise) < 0.7 * size and gap < 0.5 * size


def _parted(run: Run, glyph: Glyph, rules: Sequence[Box]) -> bool:
    """Whether an upright rule runs between the run and the glyph."""
    if glyph.x0 - run.x1 < 1:
        return False
    return any(run.x1 - 1 <= rule.x0 <= glyph.x0 + 1 and rule.top <= glyph.y <= rule.bottom for rule in rules)


def _append(run: Run, glyph: Glyph, char: str, space: float | None) -> None:
    face = glyph.face
    lifted = bool(run.text) and not run.marks and run.y - glyph.y > 0.12 * run.size and face.size < 0.9 * run.size
    if not run.text:
        run.marks = is_mark(char)
    elif run.marks and _below(run, glyph):  # a note's own mark stood before its words
        run.text = raised(run.text)
        run.y, run.size, run.marks = glyph.y, face.size, False
    elif run.marks:
        run.marks = is_mark(char)
    elif len(run.text) == 1 and not run.text.isalnum() and face.size != run.size:  # a bullet of its own size
        run.y, run.size = glyph.y, face.size
    if lifted and (char.isdigit() or char in ",*†‡"):
        char = raised(char)
        space = None if char != "," else space
    em = max(run.size, face.size)
    inside = run.text[-1:].isalnum() and char.isalnum()
    seen = space is not None and (not inside or glyph.x0 - space > _OVERLAID * em)
    if run.text and (seen or glyph.x0 - run.x1 > _SPACE * em):
        run.text += " "
    start = len(run.text)
    run.text += char
    run.x1, run.last = max(run.x1, glyph.x1), glyph.x0
    if face.bold:
        run.bold += len(char)
        _extend(run.strong, start, len(run.text), run.text)
    if face.italic:
        run.italic += len(char)


def _below(run: Run, glyph: Glyph) -> bool:
    return glyph.y - run.y > 0.1 * glyph.face.size and run.size < 0.9 * glyph.face.size


def _extend(strong: list[tuple[int, int]], start: int, end: int, text: str) -> None:
    """Add a bold stretch, joined to the last one if only spaces lie between."""
    if strong and not text[strong[-1][1] : start].strip():
        start = strong.pop()[0]
    strong.append((start, end))

