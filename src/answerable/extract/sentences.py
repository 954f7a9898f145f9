"""Sentences of English prose: sentencex, then a pass that joins what British documents abbreviate."""

from __future__ import annotations

import re
from collections.abc import Iterator

import sentencex

from answerable.extract.paragraphs import paragraphs
from answerable.text import Span

BEFORE_NUMBER = frozenset(
    """
    app art arts ch chap cl cll col cols fig figs fn l ll n no nos p para paras pp pt r reg regs s sch sec sect ss
    v vol
    """.split()
)
"""Abbreviations that do not end a sentence when a number follows: "para. 5", "No. 5", "s. 3"."""

BEFORE_NAME = frozenset(
    """
    adm bt brig capt cdr cllr cmdr col cpl dr fr gen gov hon insp lady lt maj messrs mr mrs ms pc prof rep rev rt
    sen sgt sir st supt
    """.split()
)
"""Abbreviations that do not end a sentence when a capital follows: "the Rt. Hon. Ann Lee", "Cllr. Bone"."""

_WIDE = "".join(filter(str.isspace, map(chr, range(0x80, 0x3001))))  # on blanks of several bytes sentencex panics
_WRAPS = str.maketrans(dict.fromkeys("\r\n" + _WIDE, " "))
_LAST = re.compile(r"(?<![\w.])(\w+)\.$")
_LABEL = re.compile(r"\(?(?:[A-Z]{0,2}\d+(?:\.\d+)*|[a-z]|[ivx]+)[.)]+")


def sentences(text: str) -> tuple[Span, ...]:
    """The sentences of `text` in order, without the white space around them; none is blank or crosses a paragraph."""
    return tuple(span for paragraph in paragraphs(text) for span in _joined(text, paragraph))


def _joined(text: str, paragraph: Span) -> Iterator[Span]:
    """The sentences of one paragraph, those cut after an abbreviation or a label joined again."""
    held: Span | None = None
    for piece in _pieces(text, paragraph):
        if held and _runs_on(held.of(text), piece.of(text)):
            held = Span(held.start, piece.end)
            continue
        if held:
            yield held
        held = piece
    if held:
        yield held


def _pieces(text: str, paragraph: Span) -> Iterator[Span]:
    """What sentencex makes of one paragraph, trimmed; a wrap is a space to it."""
    line = paragraph.of(text).translate(_WRAPS)
    for cut in sentencex.get_sentence_boundaries("en", line):
        said = line[cut["start_index"] : cut["end_index"]]
        if stripped := said.strip():
            at = paragraph.start + cut["start_index"] + len(said) - len(said.lstrip())
            yield Span(at, at + len(stripped))


def _runs_on(said: str, following: str) -> bool:
    """Whether the cut between two pieces is no end of a sentence."""
    first = following[0]
    if _LABEL.fullmatch(said) or (said.endswith(".") and first.islower()):
        return True
    last = _LAST.search(said)
    if not last:
        return False
    word = last[1].lower()
    if word in BEFORE_NUMBER and (first.isdigit() or first == "("):
        return True
    initial = len(word) == 1 and last[1].isupper() and last[1] != "I"
    return first.isupper() and (initial or word in BEFORE_NAME)
