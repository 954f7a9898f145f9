"""Furniture: running headers, footers and page numbers, which belong to the paper and not to the text."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from answerable.read.pdf.lines import lines
from answerable.read.pdf.runs import Run
from answerable.read.pdf.sheets import Leaf

_ZONE = 0.13
"""The share of the page, at its top and at its foot, in which furniture stands."""
_DEPTH = 3
"""The greatest number of lines of furniture at one edge."""
_SAME = 6.0
"""Points within which lines on two pages stand in the same place."""
_NUMBER = re.compile(r"(?:page\s*)?[-–|\[ ]*(\d{1,4}|[ivxlc]{1,7})[-–|\] ]*(?:(?:of|/)\s*\d{1,4})?", re.IGNORECASE)
_OUTER = re.compile(r"^\d{1,4}\b|\b\d{1,4}$")


@dataclass(frozen=True, slots=True)
class _Edge:
    """A line near the top or the foot of a page. With an equal key, about as far from the edge, it is the same line."""

    leaf: int
    runs: list[Run]
    text: str
    key: tuple[bool, str, int]  # at the foot?, its words, how far its number is ahead of the page's place
    away: float  # points from the edge of the page
    size: float
    apart: bool  # white space parts it from the lines further in

    @property
    def foot(self) -> bool:
        """Whether it stands at the foot of the page."""
        return self.key[0]


def without_furniture(leaves: Sequence[Leaf], fixed: set[int]) -> list[Leaf]:
    """The pages without running headers, footers and page numbers; runs whose ids are in `fixed` stay.

    From the edge of the page inwards a line goes if the same words stand in the same place on three pages or more (but
    for a number that counts with the pages), if most pages have such a line there, or if it is a page number alone.
    """
    edges = [edge for leaf in leaves for edge in _edges(leaf, fixed)]
    often = max(4, len(leaves) // 4)
    repeated = _repeated(edges, often)
    running = Counter((edge.foot, edge.away, edge.size) for edge in edges if id(edge) in repeated)
    gone: set[int] = set()
    inner: set[tuple[int, bool]] = set()
    for edge in edges:
        if (edge.leaf, edge.foot) in inner:
            continue
        if id(edge) in repeated or _is_number(edge, leaves[edge.leaf]) or _takes_the_place(edge, running, often):
            gone.update(map(id, edge.runs))
        else:
            inner.add((edge.leaf, edge.foot))
    return [leaf.only([run for run in leaf.runs if id(run) not in gone]) for leaf in leaves]


def _repeated(edges: Sequence[_Edge], often: int) -> set[int]:
    """The ids of lines that stand in the same place on enough pages: three, or many if they hug the text or count."""
    alike: defaultdict[tuple[bool, str, int], list[_Edge]] = defaultdict(list)
    for edge in edges:
        alike[edge.key].append(edge)
    found: set[int] = set()
    for (_, _, ahead), group in alike.items():
        for away in {edge.away for edge in group}:
            same = [edge for edge in group if abs(edge.away - away) < _SAME]
            enough = 3 if any(edge.apart for edge in same) and not ahead else often
            if len({edge.leaf for edge in same}) >= enough:
                found.update(id(edge) for edge in group if edge.away == away)
    return found


def _takes_the_place(edge: _Edge, running: Counter[tuple[bool, float, float]], often: int) -> bool:
    """Whether most pages have a running line where this one stands; `running` counts them by foot, away and size."""
    return often <= sum(
        count
        for (foot, away, size), count in running.items()
        if foot == edge.foot and abs(away - edge.away) < 2 and abs(size - edge.size) < 0.6
    )


def _edges(leaf: Leaf, fixed: set[int]) -> list[_Edge]:
    """The outermost lines of the page, from each edge inwards."""
    found = []
    upright = [run for run in leaf.runs if not run.turn]
    for foot in (False, True):
        zone = [r for r in upright if (r.y > leaf.height * (1 - _ZONE) if foot else r.y < leaf.height * _ZONE)]
        stack = lines(zone)
        inwards = stack[::-1] if foot else stack
        for depth, line in enumerate(inwards[:_DEPTH]):
            if any(id(run) in fixed for run in line.runs):
                break
            further = inwards[depth + 1 :]
            apart = not further or abs(further[0].y - line.y) > 1.6 * line.size
            away = leaf.height - line.y if foot else line.y
            key = foot, *_counted(line.text, leaf.index)
            found.append(_Edge(leaf.index, line.runs, line.text, key, away, line.size, apart))
    return found


def _counted(text: str, index: int) -> tuple[str, int]:
    """A line without the number at its outer end, and how far that number is ahead of the page's place in the file."""
    if match := _OUTER.search(text):
        return _OUTER.sub("#", text, count=1), int(match[0]) - index
    return text, 0


def _is_number(edge: _Edge, leaf: Leaf) -> bool:
    """Whether a line is a page number alone: the label of its page, or a number close to the page's place."""
    match = _NUMBER.fullmatch(edge.text.strip())
    if not match:
        return False
    told = match[1].lower()
    return told in (leaf.label.lower(), str(leaf.index + 1)) or match[0].lower().startswith("page")
