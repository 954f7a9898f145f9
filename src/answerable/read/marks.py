"""Raised characters: note marks and powers as Unicode has them, so that "2024¹²" is no number."""

from __future__ import annotations

import re

_RAISED = str.maketrans("0123456789+-()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾")
_LOWERED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾", "0123456789+-()")
_MARK = re.compile(r"[0-9⁰¹²³⁴⁵⁶⁷⁸⁹,*†‡§]+")


def raised(text: str) -> str:
    """Figures as raised ones; other characters stay: "12" is "¹²"."""
    return text.translate(_RAISED)


def lowered(text: str) -> str:
    """A raised mark as it would be typed: "¹²" is "12"."""
    return text.translate(_LOWERED)


def is_mark(text: str) -> bool:
    """Whether `text` could be the mark of a note."""
    return bool(_MARK.fullmatch(text))
