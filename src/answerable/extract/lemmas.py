"""Words of a text with their places and lemmas, and phrases of lemmas found among them.

A light stand-in for a lemmatiser: the inflections of the words in the tables are generated once (regular rules and
`data/acts/irregular.txt`), so that a lookup is one dictionary access. A phrase is a run of lemmas. In a phrase
`=word` stands for that very form, and `_` for a gap of up to twelve words. Adverbs, weekdays, quotation marks and
figures between its words are passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from answerable.text import Span, envelope

_WORD = re.compile(r"n[’']t\b|[^\W_]+?(?=n[’']t\b)|[^\W_]+(?:-[^\W_]+)*|[’'](?:s|m|d|ll|re|ve)\b|[?:;.!,“”\"\n—–―-]+")
_SHORT = {
    "n't": "not", "'m": "am", "'ll": "will", "'re": "are", "'ve": "have", "'d": "would", "ca": "can", "wo": "will",
}  # fmt: skip
_PASSED = frozenset(
    "also again now still just even then so very really first once more too later further soon yet"
    " monday tuesday wednesday thursday friday saturday sunday".split()
)
_MARKED = frozenset('0123456789“”"')  # what figures and quotation marks begin with
_BARRED = frozenset("if whether why how what who which when where that about because".split())
_GAP = 12


@dataclass(frozen=True, slots=True)
class Word:
    """A word as written in lower case (short forms written out: "n't" is "not"), and its place."""

    form: str
    span: Span

    @property
    def is_mark(self) -> bool:
        """Whether it is punctuation or a line break."""
        return not self.form[0].isalnum()


def words_of(text: str, spans: Iterable[Span]) -> tuple[Word, ...]:
    """The words and punctuation marks inside `spans` of `text`, in order, their places in `text`."""
    found = []
    for span in spans:
        for match in _WORD.finditer(text, span.start, span.end):
            form = match[0].lower().replace("’", "'")
            found.append(Word(_SHORT.get(form, form), Span(match.start(), match.end())))
    return tuple(found)


def table(name: str) -> dict[str, tuple[str, ...]]:
    """A table of `data/acts`: {section: entries}. `[section]` opens one; entries stand between commas or lines."""
    sections: dict[str, list[str]] = {}
    current: list[str] = []
    for line in files("answerable").joinpath("data", "acts", name).read_text(encoding="utf-8").splitlines():
        line = line.partition("#")[0].strip()
        if line.startswith("["):
            current = sections.setdefault(line.strip("[]"), [])
        else:
            current += [entry for part in line.split(",") if (entry := " ".join(part.split()))]
    return {section: tuple(entries) for section, entries in sections.items()}


@cache
def wordset(name: str) -> frozenset[str]:
    """A section of `data/acts/words.txt`."""
    return frozenset(table("words.txt")[name])


def place(words: tuple[Word, ...], first: int, last: int) -> Span:
    """The place of `words[first:last]`, from the first to the last of them."""
    return envelope(word.span for word in words[first:last])


@cache
def _irregular() -> dict[str, tuple[str, ...]]:
    """{lemma: its irregular forms}."""
    entries = (entry.split() for entry in table("irregular.txt")["forms"])
    return {lemma: tuple(forms) for lemma, *forms in entries}


def inflections(lemma: str) -> frozenset[str]:
    """The forms of a verb or noun: "deny" gives deny, denies, denied, denying. Never fewer than the lemma itself."""
    if lemma in (irregular := _irregular()):
        regular = {f"{lemma}s"} if not lemma.endswith(("s", "sh", "ch", "y", "o")) else set()
        return frozenset({lemma, *irregular[lemma], *regular})
    if lemma.endswith("e"):
        return frozenset({lemma, f"{lemma}s", f"{lemma}d", f"{lemma[:-1]}ing"})
    if lemma.endswith("y") and lemma[-2:-1] not in tuple("aeiou"):
        return frozenset({lemma, f"{lemma[:-1]}ies", f"{lemma[:-1]}ied", f"{lemma}ing"})
    if lemma.endswith(("s", "sh", "ch", "x", "z")):
        return frozenset({lemma, f"{lemma}es", f"{lemma}ed", f"{lemma}ing"})
    doubled = lemma + lemma[-1]
    both = {f"{doubled}ed", f"{doubled}ing"} if lemma[-1] in "bdglmnprt" else set()
    return frozenset({lemma, f"{lemma}s", f"{lemma}ed", f"{lemma}ing", *both})


@dataclass(frozen=True, slots=True)
class Found:
    """A phrase found among words: what it stands for, and the index of its first word and behind its last."""

    label: str
    first: int
    last: int


def _passed(form: str) -> bool:
    """Whether a phrase goes on over a word: an adverb, a quotation mark, a count of votes."""
    return form in _PASSED or form.endswith("ly") or form[0] in _MARKED


class Phrases:
    """Phrases and what they stand for. Finds the longest phrase that begins at a word."""

    def __init__(self, entries: Iterable[tuple[str, str]]) -> None:
        """`entries` are (phrase, label) pairs; of two labels for one phrase the last stands."""
        self._root: dict[str, dict] = {}  # type: ignore[type-arg]  # a trie is a dict of itself
        self._lemmas: dict[str, tuple[str, ...]] = {}
        for phrase, label in entries:
            node = self._root
            for part in phrase.split():
                node = node.setdefault(part, {})
                self._learn(part)
            node[""] = label  # type: ignore[assignment]

    def _learn(self, part: str) -> None:
        if part == "_":
            return
        for form in {part[1:]} if part.startswith("=") else inflections(part):
            if part not in (known := self._lemmas.get(form, ())):
                self._lemmas[form] = (part, *known) if part.startswith("=") else (*known, part)

    def at(self, words: tuple[Word, ...], first: int) -> Found | None:
        """The longest phrase that begins at `words[first]`, or None."""
        parts = self._lemmas.get(words[first].form)
        if parts is None:
            return None
        best: Found | None = None
        for part in parts:
            if (node := self._root.get(part)) is not None:
                found = self._walk(words, node, first, first + 1)
                if found and (best is None or found.last > best.last):
                    best = found
        return best

    def _walk(self, words: tuple[Word, ...], node: dict, first: int, at: int) -> Found | None:  # type: ignore[type-arg]
        here = Found(node[""], first, at) if "" in node else None
        if len(node) == (here is not None):
            return here
        if (gap := node.get("_")) is not None:
            for skip in range(at, min(at + _GAP, len(words))):
                if words[skip].form in _BARRED or words[skip].form[0] in ".?!;\n":
                    break
                if found := self._step(words, gap, first, skip):
                    return found
        while at < len(words):
            if found := self._step(words, node, first, at):
                return found
            if not _passed(words[at].form):
                break
            at += 1
        return here

    def _step(self, words: tuple[Word, ...], node: dict, first: int, at: int) -> Found | None:  # type: ignore[type-arg]
        for part in self._lemmas.get(words[at].form, ()):
            if part in node and (found := self._walk(words, node[part], first, at + 1)):
                return found
        return None

    def all(self, words: tuple[Word, ...]) -> Iterator[Found]:
        """The phrases among `words`, from the left, the longest first, not overlapping."""
        at = 0
        while at < len(words):
            if found := self.at(words, at):
                yield found
                at = found.last
            else:
                at += 1
