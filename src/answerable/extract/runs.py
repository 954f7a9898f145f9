"""Capitalised words that stand together: "Jane van der Berg", "Department for Work and Pensions"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from answerable.extract import gazetteer

SIGNS = "*_`"
"""Signs of Markdown and reStructuredText that may stand around a name and are no part of it."""

_UPPER = "".join(chr(c) for c in range(0x250) if chr(c).isupper())
_ABBREVIATED = (
    "Mrs|Mr|Ms|Dr|Prof|Revd|Rev|Hon|Reps|Rep|Sens|Sen|Govs|Gov|Gen|Lt|Col|Maj|Capt|Sgt|Cpl|Cmdr|Adm|Brig|Det|Insp|"
    "Supt|Del|St|Jr|Sr|Cllr|Amb|Fr|Messrs|Inc|Corp|Ltd|Co"
)
_WORD = re.compile(
    rf"(?<![^\W_])(?<![^\W_]_)(?<![@#])(?:(?:{_ABBREVIATED})\.|(?:[{_UPPER}]\.)+(?![{_UPPER}]?[a-z])|"
    rf"[{_UPPER}](?:[^\W_]|&|['’](?!(?:s|re|ve|ll|d|m|t)\b)(?=\w\w))*|@\w+)"
)
ABBREVIATED = re.compile(rf"\b(?:{_ABBREVIATED}|[{_UPPER}])\.$")
ABBREVIATION = re.compile(rf"\b(?:{_ABBREVIATED}|[{_UPPER}])$")
_PARTICLES = frozenset("al ap ben bin da de del della den der di dos du e el la las le ter van von y ibn".split())
SUFFIXES = frozenset({"jr.", "sr.", "jr", "sr", "ii", "iii", "iv"})
_LINKS = frozenset({"of", "of the", "for", "for the", "and", "&", "and the", ",", "on", "to the", "in the"})
CLOSING = frozenset({"state", "staff", "exchequer", "commons", "lords", "house"})
_PAIRING = frozenset({"and", "&", "and the", ","})
LISTING = re.compile(r"\s(?:for|of)\s")
_AND = re.compile(r"(?:, [A-Z][\w’'-]*)*,? and (?:the )?[A-Z]")
_TOPICAL = frozenset("government services energy water power rail research media health industries sport".split())
_GAP = re.compile(r"[ \u00a0]|-|‑|/")
_OWNED = frozenset(
    "alliance association club commission council federation forum guild league society trust union".split()
)
_OWNERS = re.compile(r"['’] $")
_ENDS = re.compile(r"[.!?:;•–—…\n]['\"”’)\]*_`]*\s*['\"“‘(\[*_`]*$|^\s*\**\s*['\"“‘(\[*_`]*$|[“‘\"(][*_`]*$")


@dataclass(frozen=True, slots=True)
class Word:
    start: int
    end: int
    low: str  # lower case, without a final stop
    first: bool  # opens a sentence, a line or a quotation


def _words(text: str) -> Iterator[Word]:
    """Every capitalised word of `text`."""
    stop = -1  # the end of the last word, where its full stop belongs to it
    for match in _WORD.finditer(text):
        start, end = match.span()
        first = start != stop + 1 and bool(_ENDS.search(text[max(0, start - 5) : start]))
        yield Word(start, end, match[0].lower().rstrip("."), first)
        stop = end if text[end - 1] == "." else -1


def runs(text: str) -> Iterator[list[Word]]:
    """Capitalised words that stand together: "Jane van der Berg", "Department for Work and Pensions"."""
    run: list[Word] = []
    for part in _tight(text):
        if run and _linked(text, run, part):
            run += part
            continue
        if run:
            yield run
        run = part
    if run:
        yield run


def _tight(text: str) -> Iterator[list[Word]]:
    """Capitalised words with only a space, a hyphen or a particle in between."""
    run: list[Word] = []
    for word in _words(text):
        if run and not _joined(text, run[-1], word):
            yield run
            run = []
        run.append(word)
    if run:
        yield run


def _joined(text: str, last: Word, word: Word) -> bool:
    gap = text[last.end : word.start]
    if len(gap) == 1:
        return bool(_GAP.match(gap)) and not (word.first and gap == " ")
    if _OWNERS.match(gap):  # "Families' Alliance"
        return last.low.endswith("s") and word.low in _OWNED
    link = gap.strip()
    if not link or len(gap) > 12 or "\n" in gap:
        return False
    return (word.low in SUFFIXES and link == ",") or all(p in _PARTICLES for p in re.split(r"[ -]", link))


def banded(run: Sequence[Word]) -> bool:
    """Whether the run opens the name that a group of people gave itself: "Citizens for …"."""
    return len(run) == 1 and not run[0].first and run[0].low in gazetteer.words("group_nouns")


def _linked(text: str, run: Sequence[Word], part: Sequence[Word]) -> bool:
    """Whether "of", "for" or "and" joins two parts of one body's or office's name."""
    gap = text[run[-1].end : part[0].start]
    link = gap.strip()
    nouns, titles, firsts = gazetteer.words("organisation_nouns"), gazetteer.titles(), gazetteer.first_names()
    if (
        link not in _LINKS
        or "\n" in gap
        or (part[0].low in firsts and not (link in _PAIRING and len(part) == 1 and run[0].low not in firsts))
        or (part[0].low in titles and part[0].low not in nouns)
    ):
        return False
    if link not in _PAIRING:
        office = run[-1].low in CLOSING and any(w.low in titles for w in run[:-1])
        return office or run[-1].low in nouns or run[-1].low in titles or (link == "for" and banded(run))
    listing = bool(LISTING.search(text, run[0].end, run[-1].end))
    if run[0].low in firsts or (run[-1].low in nouns and not listing):
        return False
    if listing and part[-1].low in nouns - _TOPICAL:
        return False  # a body of its own: "the Department of Health and Tarn County Council"
    if link == "," and not (listing and _AND.match(text, part[-1].end)):
        return False
    opened = any(w.low in nouns or w.low in titles for w in run[:-1])
    article = text[max(0, run[0].start - 4) : run[0].start].lower() == "the " or run[0].low == "the"
    plain = not any(w.low in titles or w.low in gazetteer.peoples() or w.low in gazetteer.words("places") for w in run)
    return opened or (link != "," and article and plain and len(part) > 1 and part[-1].low in nouns)
