"""What words decide what a response says of an ask.

The words stand in `data/dispositions.tsv`, careful patterns before plain ones: a refusal or a hedge is looked for
before an acceptance, so that only words that accept the recommendation as a whole and without reserve give `accepted`.
`judge` reads sentences; `judge_label` reads the short words of a heading or a table cell ("Accepted in part").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from answerable.model import Disposition
from answerable.text import Span, Spans

_LEAD = 3  # sentences that may answer without naming the recommendation
_LATE = 10  # sentences in which "we accept that it is needed" is looked for
_NEAR = 12  # sentences in which a later "but not that part" lowers an acceptance
_LABEL_LENGTH = 70
_RELEVANT = re.compile(r"recommend|accept|agree|principle|decided|enjoy|concur", re.IGNORECASE)
_OWN = re.compile(r"\b(?:this|these|both|all)\b|recommendations? [A-Z]?\d", re.IGNORECASE)
_CONCEDING = re.compile(r"\b(?:we|government)\s+(?:\w+ly\s+)?(?:accepts?|agrees?)\b", re.IGNORECASE)
_LABEL_LEAD = re.compile(
    r"[\s\W]*(?:(?:the |uk |scottish |welsh |australian |hm )?(?:government|department|ministry)(?:['’]s)? ?)?"
    r"(?:(?:response|position|status|decision|disposition|outcome|reply|answer|view)\s*[:–—-]+\s*)?",
    re.IGNORECASE,
)
_SENTENCE = re.compile(
    r"\S(?:[^.!?;\n]|\.(?=\w)|(?<=\b[A-Z])\.|(?<=\bpara)\.|(?<=\bNo)\.|(?<=\be\.g)\.|(?<=\bi\.e)\."
    r"|\n(?![ \t]*\n))*[.!?;]*"
)
_RAGGED = re.compile(r"[^\S ]|  ")
_MACRO = re.compile(r"\{([a-z]+)\}")
_LOWERING = {
    Disposition.REJECTED: Disposition.IN_PART,
    Disposition.IN_PART: Disposition.IN_PART,
    Disposition.IN_PRINCIPLE: Disposition.IN_PRINCIPLE,
}

_Rule = tuple[Disposition, re.Pattern[str]]


@dataclass(frozen=True, slots=True)
class Verdict:
    """A disposition and the places of the words that decided it; `deciding` is empty where none did."""

    disposition: Disposition
    deciding: Spans = ()


UNDECIDED = Verdict(Disposition.UNCLEAR)


def judge(text: str, span: Span, without: Spans = ()) -> Verdict:
    """What the answer at `span` says, in its own words: `unclear` where they do not say.

    Words from a place in `without` to the end of its sentence are not read: they are somebody else's.

    A sentence that speaks of the recommendation decides wherever it stands (an acceptance far down must name its own
    recommendation: answers also speak of other people's); else one of the first three decides. A refusal of a part
    close behind an acceptance lowers it.
    """
    explicit = opening = UNDECIDED
    for n, sentence in enumerate(_sentences(text, span, without)):
        if n == 0 and (status := judge_label(text, sentence)):
            explicit = status
            continue
        found = _first("sentence", text, sentence) if _RELEVANT.search(text, sentence.start, sentence.end) else None
        if found and n >= _LEAD and not _OWN.search(text, sentence.start, sentence.end):
            found = None
        if found and explicit.disposition is Disposition.UNCLEAR:
            explicit = found
        elif found and explicit.disposition is Disposition.ACCEPTED and n < _NEAR and found.disposition in _LOWERING:
            explicit = Verdict(_LOWERING[found.disposition], (*explicit.deciding, *found.deciding))
        if found is None and opening is UNDECIDED:
            opening = _opening(text, sentence, n) or UNDECIDED
    return opening if explicit.disposition is Disposition.UNCLEAR and opening.deciding else explicit


def judge_label(text: str, span: Span) -> Verdict | None:
    """The disposition of words that are nothing else: a status line, a table cell. None for any other words."""
    words = span.of(text)
    lead = _LABEL_LEAD.match(words)
    start = lead.end() if lead else 0
    rest = words[start:].strip(" \t\n.:;()[]*–—-")
    if not rest or len(rest) > _LABEL_LENGTH:
        return None
    at = span.start + words.index(rest, start)
    flat = " ".join(rest.split())
    for disposition, pattern in _rules("label"):
        if pattern.fullmatch(flat):
            return Verdict(disposition, (Span(at, at + len(rest)),))
    return None


def _opening(text: str, sentence: Span, n: int) -> Verdict | None:
    """What sentence number `n` says where none speaks of the recommendation; a late one can only accept the need."""
    if n >= _LATE or (n >= _LEAD and not _CONCEDING.search(text, sentence.start, sentence.end)):
        return None
    found = _first("opening", text, sentence)
    return found if found and (n < _LEAD or found.disposition is Disposition.NEED_ACCEPTED) else None


def _first(scope: str, text: str, sentence: Span) -> Verdict | None:
    words, places = _flat(sentence.of(text))
    for disposition, pattern in _rules(scope):
        if match := pattern.search(words):
            start, end = places[match.start()], places[match.end() - 1] + 1
            return Verdict(disposition, (Span(sentence.start + start, sentence.start + end),))
    return None


def _flat(words: str) -> tuple[str, Sequence[int]]:
    """`words` with every run of blanks as one space, and where each of its characters stood."""
    if not _RAGGED.search(words):
        return words, range(len(words))
    kept = [n for n, char in enumerate(words) if not char.isspace() or not words[n - 1].isspace() or n == 0]
    return "".join(" " if words[n].isspace() else words[n] for n in kept), kept


def _sentences(text: str, span: Span, without: Spans) -> Iterator[Span]:
    for match in _SENTENCE.finditer(text, span.start, span.end):
        hole = next((h for h in without if h.start < match.end() and match.start() < h.end), None)
        end = match.end() if hole is None else hole.start
        if match.start() < end:
            yield Span(match.start(), end)


@cache
def _rules(scope: str) -> tuple[_Rule, ...]:
    """The rules of `scope`, in order."""
    edge = "" if scope == "label" else r"\b"
    return tuple(
        (Disposition(name), re.compile(f"{edge}(?:{pattern})", re.IGNORECASE))
        for where, name, pattern, _ in table()
        if where == scope
    )


@cache
def table() -> tuple[tuple[str, str, str, str], ...]:
    """The rows of the data file, macros filled in: scope, disposition, pattern, example."""
    lines = (files("answerable.data") / "dispositions.tsv").read_text("utf-8").splitlines()
    macros: dict[str, str] = {}
    rows = []
    for line in lines:
        if line.startswith("#") or not line:
            continue
        scope, name, pattern, example = line.split("\t")
        filled = _MACRO.sub(lambda match: macros[match[1]], pattern)
        if scope == "macro":
            macros[name] = filled
        else:
            rows.append((scope, name, filled, example))
    return tuple(rows)
