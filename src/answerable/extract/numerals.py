"""Whole numbers as they are written: "58", "1,204", "twelve", "twenty-two", "none", "both"."""

from __future__ import annotations

import re

_UNITS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_WORDS = (
    {word: n for n, word in enumerate(_UNITS)}
    | {word: 10 * n for n, word in enumerate(_TENS, start=2)}
    | {"a": 1, "an": 1, "none": 0, "no": 0, "both": 2, "a dozen": 12, "a hundred": 100, "one hundred": 100}
)

NUMBER = (
    rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d{{1,6}}|(?i:a dozen|(?:a|one) hundred"
    rf"|(?:{'|'.join(_TENS)})(?:(?:-| )(?:{'|'.join(_UNITS[1:10])}))?"
    rf"|{'|'.join(sorted(_UNITS, key=len, reverse=True))}))"
)
"""A pattern for a written whole number (without the articles and "none", which need a context of their own)."""


def number(words: str) -> int | None:
    """The number that `words` write, or None if they write none that is known here ("several", "half")."""
    plain = re.sub(r"[\s-]+", " ", words.strip().lower())
    if re.fullmatch(r"\d[\d,]*", plain):
        return int(plain.replace(",", ""))
    if plain in _WORDS:
        return _WORDS[plain]
    tens, _, unit = plain.partition(" ")
    if tens in _TENS and unit in _UNITS[1:10]:
        return _WORDS[tens] + _WORDS[unit]
    return None
