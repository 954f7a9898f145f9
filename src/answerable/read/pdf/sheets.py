"""A page as the layout sees it: runs of text, and the boxes drawn around and between them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from answerable.read.pdf.grids import upright_rules
from answerable.read.pdf.pdfium import Box, Sheet
from answerable.read.pdf.runs import Run, runs


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page, its glyphs gathered into runs."""

    index: int
    label: str
    width: float
    height: float
    runs: list[Run]
    boxes: tuple[Box, ...]

    @classmethod
    def of(cls, sheet: Sheet) -> Leaf:
        """The page of a sheet of glyphs."""
        found = list(runs(sheet.glyphs, upright_rules(sheet.boxes)))
        return cls(sheet.index, sheet.label, sheet.width, sheet.height, found, sheet.boxes)

    def only(self, kept: list[Run]) -> Leaf:
        """The page with some of its runs."""
        return replace(self, runs=kept)
