"""How recommendations are numbered in print: "12", "4a iii", "113.4", "6.7", "R3", "Recommendations 12 to 14"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from answerable.text import Span

_ROMAN = r"x{0,2}(?:ix|iv|v?i{1,3}|v|x)"
NUMBER = (
    r"(?:[A-Z]{1,2}[-.]?)?\d{1,4}(?:\.\d{1,4}){0,3}(?:/\d{2,4})?"
    rf"(?:(?:\s?\(?[a-z]\)|[a-zA-Z](?![\w’']))(?:\s?\(?{_ROMAN}\)|[\s.]{_ROMAN}(?![\w’'])\)?)?|\s?\({_ROMAN}\))?"
)
"""One number as printed, as a regular expression without groups."""

_TO = r"\s*(?:\bto\b|[-–—]|\bthrough\b)\s*"
_AND = r"(?:\s*[,;]\s*(?:and\s+|&\s*)?|\s+and\s+|\s*&\s*)"
NUMBERS = rf"{NUMBER}(?:(?:{_TO}|{_AND}){NUMBER})*"
"""Numbers and ranges in a list: "1, 3 and 5 to 7"."""

_NOUN = r"(?P<noun>[Rr]ecommendations?|RECOMMENDATIONS?|Recs?\.?|REC\.?|[Cc]onclusions?|CONCLUSIONS?)"
_OF = r"(?:(?:[Ss]afety|PAC|Committee|Inquiry|Interim|Final|Key|Overarching|Report|Review|Coroner)\s+){0,2}"
_WORDED = re.compile(
    rf"\W{{0,3}}{_OF}{_NOUN}\s*(?:[Nn]o\.?|[Nn]umber|№|#)?\s*(?P<numbers>{NUMBERS})(?P<after>\s*[:.)\]–—|-]*\s*)"
)
_UNNUMBERED = re.compile(rf"\W{{0,3}}{_OF}{_NOUN}\s*(?:[:–—]\s*|$)")
_PLAIN = re.compile(
    rf"[(\[]?(?P<number>{NUMBER})(?P<after>[.):\]]*)(?:(?=\s|$)|(?:(?<=\.\d\.)|(?<=\.\d\d\.))(?=[A-Z][a-z]))\s*"
)
_ALONE = re.compile(rf"(?=\d+\.\d|[^,–-]*$)(?P<numbers>{NUMBERS})\.?")
_TRAILING = re.compile(rf"[(\[]\s*{_NOUN}\s+(?P<numbers>{NUMBERS})\s*[)\]]\s*\.?\s*$")
_NOUN_AFTER = re.compile(rf"{_OF}{_NOUN}\s*[:–—.-]\s*")
_LETTER = re.compile(rf"\(?(?P<letter>[a-zA-Z]|{_ROMAN})[.)]\s+")
_INLINE_LETTER = re.compile(rf"(?<=\s)\((?P<letter>[a-z]|{_ROMAN})\)\s+")
_ROMANS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_ONE = re.compile(NUMBER)
_TOKEN = re.compile(r"\d+|[a-z]+")
_SPLIT = re.compile(rf"(?P<to>{_TO})|(?P<and>{_AND})|(?P<number>{NUMBER})")
_RANGE_LIMIT = 200


@dataclass(frozen=True, slots=True)
class Mark:
    """A number at the start or at the end of a block.

    `noun` is "recommendation", "conclusion", or "" for a bare number; `numbers` are as printed, ranges filled in;
    `content` is where the words begin, `after` the punctuation behind the number.
    """

    numbers: tuple[str, ...]
    noun: str
    content: int
    after: str = ""

    @property
    def number(self) -> str:
        return self.numbers[0] if self.numbers else ""


def number_key(number: str) -> str:
    """The form under which two printings of one number are equal: "4(a)(iii)", "4a iii" and "4 (a) iii" are."""
    tokens = _TOKEN.findall(number.lower())
    if len(tokens) > 1 and tokens[0] in {"r", "rec"}:
        tokens = tokens[1:]
    return ".".join(tokens)


def worded_mark(text: str, span: Span) -> Mark | None:
    """The mark of a block that begins "Recommendation 5", or "Recommendation:" without a number."""
    if match := _WORDED.match(text, span.start, span.end):
        after = match["after"]
        rest = text[match.end() : span.end]
        prose = not after.strip() and rest[:1].islower() and "\n" not in after
        if not prose:
            return Mark(expand(match["numbers"]), _noun(match), match.end(), after.strip())
    if (match := _UNNUMBERED.match(text, span.start, span.end)) and _noun(match) == "recommendation":
        return Mark((), _noun(match), match.end(), ":")
    return None


def plain_mark(text: str, span: Span, label: str = "") -> Mark | None:
    """The mark of a block that begins with a bare number, or whose item label is one: "8.6.", "(12)", "1: PAC …".

    A block that is nothing but numbers may hold several: "122.14–15".
    """
    if match := _ALONE.fullmatch(text, span.start, span.end):
        return Mark(expand(match["numbers"]), "", span.end)
    if match := _PLAIN.match(text, span.start, span.end):
        content, number, after = match.end(), match["number"], match["after"]
    elif label and (match := _PLAIN.fullmatch(label)):
        content, number, after = span.start, match["number"], match["after"]
    else:
        return None
    noun = ""
    if named := _NOUN_AFTER.match(text, content, span.end):
        noun, content = _noun(named), named.end()
    return Mark((number,), noun, content, after)


def trailing_mark(text: str, span: Span) -> Mark | None:
    """The mark of a paragraph that ends "(Recommendation 5)"."""
    match = _TRAILING.search(text, max(span.start, span.end - 60), span.end)
    if not match:
        return None
    return Mark(expand(match["numbers"]), _noun(match), span.start)


def letter_mark(text: str, span: Span, label: str = "") -> tuple[str, int] | None:
    """The letter or small Roman number that begins a part of a recommendation, and where its words begin."""
    if match := _LETTER.match(text, span.start, span.end):
        return match["letter"], match.end()
    if label and (match := _LETTER.fullmatch(f"{label} ")):
        return match["letter"], span.start
    return None


def letter_marks(text: str, span: Span) -> list[tuple[int, str, int]]:
    """The letters of parts in a paragraph: for each, where it stands, the letter, and where its words begin.

    They stand at its start or in running text; in running text only letters in order count: "(a) …; and (b) …".
    """
    found: list[tuple[int, str, int]] = []
    if first := letter_mark(text, span):
        found.append((span.start, *first))
    for match in _INLINE_LETTER.finditer(text, found[-1][2] if found else span.start, span.end):
        letter = match["letter"]
        last = found[-1][1] if found else chr(ord("a") - 1)
        if (
            letter == chr(ord(last[-1]) + 1)
            or (letter == "i" and last.isalpha())
            or (found and _next_roman(last, letter))
        ):
            found.append((match.start(), letter, match.end()))
    return found


def _next_roman(before: str, after: str) -> bool:
    return before in _ROMANS and after in _ROMANS and _ROMANS.index(after) == _ROMANS.index(before) + 1


def expand(words: str) -> tuple[str, ...]:
    """The numbers of a list as printed, ranges filled in: "1, 3 and 5–7" gives 1, 3, 5, 6, 7."""
    found: list[str] = []
    through = False
    for match in _SPLIT.finditer(words.strip()):
        if number := match["number"]:
            found += _between(found[-1], number) if through and found else [number]
        through = match["to"] is not None
    return tuple(dict.fromkeys(found))


def _between(first: str, last: str) -> list[str]:
    """The numbers after `first` up to and with `last`; "122.17" to "18" is meant as "122.18"."""
    stem, dot, start = first.rpartition(".")
    end = last.removeprefix(stem + dot) if dot else last
    prefix = stem + dot
    if not prefix and (lettered := re.fullmatch(r"([A-Z]+)(\d+)", first)):
        prefix, start = lettered[1], lettered[2]
        end = end.removeprefix(prefix)
    if start.isdigit() and end.isdigit() and 0 < int(end) - int(start) < _RANGE_LIMIT:
        return [f"{prefix}{n}" for n in range(int(start) + 1, int(end) + 1)]
    return [last]


def follows(before: str, after: str) -> bool:
    """Whether `after` goes on with a list whose last number was `before`: it is a little higher."""
    first, second = (_TOKEN.findall(number.lower()) for number in (before, after))
    if len(first) > len(second):
        return follows(".".join(first[: len(second)]), after)
    both = len(first) == len(second) and first[:-1] == second[:-1] and first[-1].isdigit() and second[-1].isdigit()
    return both and 0 < int(second[-1]) - int(first[-1]) <= 4


def _noun(match: re.Match[str]) -> str:
    return "conclusion" if match["noun"].lower().startswith("con") else "recommendation"
