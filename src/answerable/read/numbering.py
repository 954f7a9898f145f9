"""Automatic numbers of a DOCX: what Word would print before a paragraph (ECMA-376 part 1, section 17.9)."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Any

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PLACE = re.compile(r"%(\d)")
_ROMANS = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl")),
    *((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_MOST = 780
"""Up to so many, thirty times the alphabet, letters or Roman figures are printed; beyond, the figures themselves."""


class Numbering:
    """Counts the numbered paragraphs of a file; ask in their order."""

    def __init__(self, file: Any) -> None:
        self._levels: dict[tuple[str, int], Any] = {}
        self._styled: dict[tuple[str, str], int] = {}  # (list, style id): the level that the style stands for
        self._places: dict[str, tuple[str, int]] = {}  # by style id
        self._family: dict[str, str] = {}
        self._counts: defaultdict[str, dict[int, int]] = defaultdict(dict)
        part = next((p for p in file.part.package.iter_parts() if str(p.partname) == "/word/numbering.xml"), None)
        if part is not None:
            self._load(part.element)

    def _load(self, root: Any) -> None:
        abstract = {a.get(f"{_W}abstractNumId"): a for a in root.iter(f"{_W}abstractNum")}
        for number in root.iter(f"{_W}num"):
            name = str(number.get(f"{_W}numId"))
            found = number.find(f"{_W}abstractNumId")
            family = str(found.get(f"{_W}val")) if found is not None else ""
            if family not in abstract:
                continue
            self._family[name] = family
            for level in abstract[family].iter(f"{_W}lvl"):
                self._levels[name, int(level.get(f"{_W}ilvl") or 0)] = level
                if style := _value(level, "pStyle"):
                    self._styled[name, style] = int(level.get(f"{_W}ilvl") or 0)
            for override in number.iter(f"{_W}lvlOverride"):
                for level in override.iter(f"{_W}lvl"):
                    self._levels[name, int(level.get(f"{_W}ilvl") or 0)] = level
                if override.find(f"{_W}startOverride") is not None:
                    self._family[name] = name  # counts by itself

    def label(self, paragraph: Any) -> str:
        """The number or bullet before a paragraph, "" if there is none. Counts on with every call."""
        name, depth = self._place(paragraph)
        level = self._levels.get((name, depth))
        if level is None:
            return ""
        form = _value(level, "numFmt") or "decimal"
        if form == "none":
            return ""
        if form == "bullet":
            return "•"
        counts = self._counts[self._family[name]]
        counts[depth] = counts.get(depth, int(_value(level, "start") or 1) - 1) + 1
        for deeper in [d for d in counts if d > depth]:
            del counts[deeper]
        return _PLACE.sub(lambda m: self._figure(name, counts, int(m[1]) - 1), _value(level, "lvlText") or "").strip()

    def depth(self, paragraph: Any) -> int:
        """How deep in its list a paragraph lies, from 0."""
        return self._place(paragraph)[1]

    def _figure(self, name: str, counts: dict[int, int], depth: int) -> str:
        level = self._levels.get((name, depth))
        if level is None:
            return ""
        return _figure(counts.get(depth, int(_value(level, "start") or 1)), _value(level, "numFmt") or "decimal")

    def _place(self, paragraph: Any) -> tuple[str, int]:
        """The list of a paragraph and its depth, from its own properties or those of its style."""
        own = paragraph._p.find(f"{_W}pPr/{_W}numPr")
        if own is not None and (number := _value(own, "numId")):
            return ("", 0) if number == "0" else (number, int(_value(own, "ilvl") or 0))
        name = paragraph._p.style or ""
        if name not in self._places:
            self._places[name] = self._place_of(paragraph.style)
        return self._places[name]

    def _place_of(self, style: Any) -> tuple[str, int]:
        """The list that a style belongs to, by itself or through what it is based on, and the depth."""
        for _ in range(10):
            if style is None:
                break
            found = style.element.find(f"{_W}pPr/{_W}numPr")
            if found is not None and (number := _value(found, "numId")):
                depth = self._styled.get((number, style.style_id), int(_value(found, "ilvl") or 0))
                return ("", 0) if number == "0" else (number, depth)
            style = style.base_style
        return "", 0


def _value(element: Any, name: str) -> str | None:
    found = element.find(f"{_W}{name}")
    value = found.get(f"{_W}val") if found is not None else None
    return str(value) if value is not None else None


def _figure(count: int, form: str) -> str:
    """A count as a number format has it."""
    if form == "decimalZero":
        return f"{count:02d}"
    if not 0 < count <= _MOST:
        return str(count)
    if form in ("lowerLetter", "upperLetter"):
        letters = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
        return letters if form == "lowerLetter" else letters.upper()
    if form in ("lowerRoman", "upperRoman"):
        roman, rest = "", count
        for value, letter in _ROMANS:
            roman, rest = roman + letter * (rest // value), rest % value
        return roman if form == "lowerRoman" else roman.upper()
    return str(count)
