"""Noun phrases: how far back from its head one reaches."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from answerable.extract import gazetteer
from answerable.extract.runs import ABBREVIATED, SIGNS
from answerable.text import Span

DETERMINERS = frozenset(
    "the this these those a an his her their its my our your some many most several few other both all no any every "
    "each two three four five six seven eight nine ten dozens hundreds thousands another".split()
)
_DESCRIBING = frozenset(
    "senior former local federal state backbench black white young many some several other current top leading "
    "campaign government opposition party ruling council house senate police union national foreign public "
    "independent exit recent new working-class registered likely undecided wealthy older younger ordinary junior "
    "shadow cabinet prime health home civil law-enforcement intelligence military religious community political "
    "trade human rights legal medical bereaved elected anonymous unnamed two three four five six administration "
    "fellow rival female male gay congressional parliamentary official back front own".split()
)
_BEFORE = f" \"“‘'(,-–—\n\u00a0{SIGNS}"
_BEHIND = f" \"”’',-–—:\n\u00a0{SIGNS}"
_UNSIGNED = str.maketrans("", "", SIGNS)
_SELF = re.compile(r"[ ,]+(?:it|him|her|them)sel(?:f|ves)$")


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a text, with its lower-case form."""

    start: int
    end: int
    low: str


@dataclass(frozen=True, slots=True)
class Phrase:
    start: int
    words: tuple[str, ...]  # without the head
    determiner: str  # "" for none; "'s" for a possessor


def phrase_before(text: str, tokens: Sequence[Token]) -> Phrase:
    """The noun phrase that ends with the last token: back to its determiner, over at most five words."""
    head = tokens[-1]
    plain = _breaking()
    start = head.start
    words: list[str] = []
    described, bare = head.start, 0
    for i in range(len(tokens) - 2, max(-1, len(tokens) - 8), -1):
        token = tokens[i]
        gap = text[token.end : start]
        if gap in ("'s ", "’s ", "' ", "’ "):
            owner = _possessor(text, tokens, i)
            return Phrase(owner, tuple(reversed(words)), "'s")
        if gap not in (" ", "\u00a0", "-") or token.low in plain:
            break
        if token.low in DETERMINERS:
            return Phrase(token.start, tuple(reversed(words)), token.low)
        words.append(token.low)
        start = token.start
        if token.low in _DESCRIBING or token.low in gazetteer.peoples() or text[token.start].isupper():
            described, bare = token.start, len(words)
        elif bare < len(words) - 1:
            break
    return Phrase(described, tuple(reversed(words[:bare])), "")


@cache
def _breaking() -> frozenset[str]:
    """Words that a noun phrase never runs over."""
    return gazetteer.words("function_words") - DETERMINERS - {"back", "own"}


def _possessor(text: str, tokens: Sequence[Token], i: int) -> int:
    """Where the possessor that ends with token `i` starts: a run of capitalised words, or one word with its article."""
    start = tokens[i].start
    while i > 0 and text[tokens[i].start].isupper() and text[tokens[i - 1].end : tokens[i].start] in (" ", ". ", "-"):
        if not text[tokens[i - 1].start].isupper():
            break
        i -= 1
        start = tokens[i].start
    if i > 0 and tokens[i - 1].low in DETERMINERS and text[tokens[i - 1].end : start] == " ":
        start = tokens[i - 1].start
    return start


def happens(phrase: str) -> bool:
    """Whether a noun phrase is of something that happens, and says nothing: "the row"."""
    return phrase.lower().split()[-1] in gazetteer.words("happening_nouns")


def unsigned(words: str) -> str:
    """The words without signs of Markdown and reStructuredText."""
    return words.translate(_UNSIGNED)


def bare(text: str, span: Span) -> Span:
    """The noun phrase at `span` without quotation marks, signs of Markdown, white space and a possessive at its ends.

    A phrase ends with its paragraph: of one that runs over a blank line, what stands after it is meant.
    """
    words = span.of(text).rstrip().rpartition("\n\n")[2]
    words = words.lstrip(_BEFORE)
    start = span.start + span.of(text).rindex(words)
    words = words.rstrip(_BEHIND).removesuffix("'s").removesuffix("’s").rstrip(SIGNS)
    words = _SELF.sub("", words if ABBREVIATED.search(words) else words.rstrip("."))
    end = start + len(words)
    return Span(start, end) if start < end else span
