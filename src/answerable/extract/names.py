"""Names in a text: runs of capitalised words, told apart as persons, bodies, places and peoples.

No statistical recogniser: capitals, the words in between ("of", "de", "and"), word lists, and the text itself, which
writes a common word in lower case somewhere else. What neither shows stays of sort UNKNOWN.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache

from answerable.extract import gazetteer
from answerable.extract.headlines import headlines
from answerable.extract.runs import CLOSING, LISTING, SUFFIXES, Word, banded, runs
from answerable.text import Span

_AMBIGUOUS = frozenset("church hall house bank banks post court branch mission herald board sun mail watch".split())
_LOWER = re.compile(r"(?<![\w'’])[a-z][\w-]+")
_ACRONYM = re.compile(r"^(?:[A-Z]{2,7}|(?:[A-Z]\.){2,})$")
_BRAND = re.compile(r"^(?!Ma?c|De|Di|Du|La|Le|Van|Von|Fitz|O['’]).*[a-z][A-Z]")
_NO_ACTOR = frozenset("ceo tv am pm ok id dna mp mps phd jr sr ii iii usb faq pdf gdp ptsd q&a vip hiv ied".split())


class Sort(StrEnum):
    """What a name names."""

    PERSON = "person"
    BODY = "body"
    PLACE = "place"
    PEOPLE = "people"
    OFFICE = "office"  # a title without a name: "the Home Secretary"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Name:
    """A name and its place. `span` covers titles and name, `head` the name alone; `name` is the head's words.

    `title` are the words before it ("Transport Secretary"); `gender` "m", "f" or ""; `roles` families of roles that
    the title gives; `first` that it opens a sentence; `sure` that a list or a title, not only capitals, shows the sort.
    """

    span: Span
    head: Span
    name: str
    sort: Sort
    title: str = ""
    gender: str = ""
    roles: frozenset[str] = frozenset()
    first: bool = False
    sure: bool = False


def find_names(text: str) -> tuple[Name, ...]:
    """The names of `text`, in order, not overlapping. Headlines in title case are left out: see `headlines`."""
    lowers, heads = frozenset(_LOWER.findall(text)), headlines(text)
    named = (
        _classify(text, run, lowers) for run in runs(text) if not any(h.start <= run[0].start < h.end for h in heads)
    )
    return tuple(n for n in named if n)


_SEAT = re.compile(r"\((?:[RDI][-–—.]|Lab|Con|LD|SNP)")


def _classify(text: str, run: list[Word], lowers: frozenset[str]) -> Name | None:
    """What the run names, after the words that only open a sentence are taken off; None if it names nothing."""
    if _SEAT.match(text, max(0, run[0].start - 1)):
        return None
    run = _opened(run, lowers)
    if listed := _listed(text, run) if run else None:
        return replace(listed, first=run[0].first)
    run = _closed(run)
    if not run:
        return None
    first = run[0].first
    lows = [w.low for w in run]
    name = _titled(text, run) or _body(text, run) or _person(text, run)
    if name is None and len(run) == 1 and (first and lows[0] in lowers):
        return None
    return replace(name or _plain(text, run), first=first)


def _opened(run: list[Word], lowers: frozenset[str]) -> list[Word]:
    """The run without function words and days before it, and without a common word that opens the sentence."""
    function, calendar, firsts = gazetteer.words("function_words"), gazetteer.words("calendar"), gazetteer.first_names()
    at = 0
    while at < len(run):
        word, alone = run[at].low, len(run) - at == 1
        if word not in function | calendar or (not alone and (word in firsts or word == "will")):
            break
        at += 1
    run = run[at:]
    common = len(run) > 1 and run[0].first and run[0].low in lowers and run[0].low not in _namely()
    return run[1:] if common else run


def _closed(run: list[Word]) -> list[Word]:
    """The run without function words and days after it; "May" after a given name or a title stays."""
    function, calendar = gazetteer.words("function_words"), gazetteer.words("calendar")
    end = len(run)
    while end and run[end - 1].low in function | calendar:
        if end > 1 and run[end - 1].low == "may" and run[end - 2].low in _namely():
            break
        end -= 1
    return run[:end]


@cache
def _namely() -> frozenset[str]:
    """Words that belong to a name though they are common words too."""
    listed = gazetteer.words("title_words") | gazetteer.peoples()
    return listed | frozenset(gazetteer.titles()) | frozenset(gazetteer.first_names())


def _plain(text: str, run: Sequence[Word]) -> Name:
    span = Span(run[0].start, run[-1].end)
    return Name(span, span, span.of(text), Sort.UNKNOWN)


def _listed(text: str, run: Sequence[Word]) -> Name | None:
    """A place, a people or a well-known body of the lists."""
    whole = text[run[0].start : run[-1].end].lower().rstrip(".")
    sort = (
        Sort.PLACE if whole in gazetteer.words("places")
        else Sort.BODY if whole in gazetteer.words("organisations")
        else Sort.PEOPLE if whole in gazetteer.peoples()
        else None
    )  # fmt: skip
    return replace(_plain(text, run), sort=sort, sure=True) if sort else None


def _titled(text: str, run: Sequence[Word]) -> Name | None:
    """A person with a title before the name, or an office named alone."""
    titles, nouns = gazetteer.titles(), gazetteer.words("organisation_nouns")
    last = max((i for i, w in enumerate(run) if w.low in titles), default=-1)
    bodily = run[-1].low in nouns and run[-1].low not in _AMBIGUOUS | {"general"}
    if last < 0 or (bodily and not _of_something(text, run)) or (len(run) > 1 and banded(run[:1])):
        return None
    if len(run) == 1 and run[0].low in gazetteer.words("group_nouns"):
        return None  # "Ministers"
    if any(w.low in gazetteer.first_names() for w in run[:last]) and run[0].low not in titles:
        return None
    roles = frozenset().union(*(titles[w.low].roles for w in run if w.low in titles))
    gender = next((titles[w.low].gender for w in run if w.low in titles and titles[w.low].gender), "")
    begin = _after_title(text, run, last)
    span = Span(run[0].start, run[-1].end)
    if begin == len(run):
        return Name(span, span, span.of(text), Sort.OFFICE, span.of(text), gender, roles, sure=True) if roles else None
    head = Span(run[begin].start, run[-1].end)
    gender = gender or _gender(run[begin].low)
    title = text[run[0].start : run[begin].start].strip()
    return Name(span, head, head.of(text), Sort.PERSON, title, gender, roles, sure=True)


def _of_something(text: str, run: Sequence[Word]) -> bool:
    """Whether the run is a title and what it is of, though a body's noun ends it: "Secretary of State for Water"."""
    titles = gazetteer.titles()
    return any(w.low in titles and LISTING.match(text, w.end) for w in run[:-1]) and run[0].low in titles


def _after_title(text: str, run: Sequence[Word], last: int) -> int:
    """Where the name starts after a title; the end of the run where there is none.

    What a title is of ("Minister for Public Safety") belongs to it: there a name starts with a given name only.
    """
    inner, nouns = gazetteer.words("title_words"), gazetteer.words("organisation_nouns")
    firsts = gazetteer.first_names()
    begin = last + 1
    while begin < len(run):
        of = text[run[begin - 1].end : run[begin].start].split()[:1] in (["of"], ["for"], ["to"])
        if of and run[begin].low not in CLOSING:
            return next((i for i in range(begin + 1, len(run) - 1) if run[i].low in firsts), len(run))
        if run[begin].low not in inner | nouns | CLOSING or run[begin].low == "may":
            break
        begin += 1
    courtesy = run[last].low in ("mr", "mrs", "ms", "miss", "dr", "sir", "dame", "lord", "lady")
    return last + 1 if begin == len(run) > last + 1 and courtesy else begin


def _body(text: str, run: Sequence[Word]) -> Name | None:
    """An organisation, by a noun that says so or by its initials."""
    nouns = gazetteer.words("organisation_nouns")
    span = Span(run[0].start, run[-1].end)
    if len(run) == 1:
        word = span.of(text)
        acronym = _ACRONYM.match(word) and run[0].low not in _NO_ACTOR and not (run[0].first and run[0].low in SUFFIXES)
        return Name(span, span, word, Sort.BODY, sure=True) if acronym or _BRAND.search(word) else None
    if all(_ACRONYM.match(text[w.start : w.end]) for w in run) and "-" in span.of(text):
        return Name(span, span, span.of(text), Sort.BODY, sure=True)
    named = run[0].low in gazetteer.first_names() and len(run) == 2 and run[-1].low in _AMBIGUOUS
    opening = run[0].low in nouns or banded(run[:1])
    linked = opening and re.match(r"\s(?:of|for|on)\b", text[run[0].end : run[0].end + 5])
    if not named and (run[-1].low in nouns or linked or any(w.low in nouns for w in run[1:-1])):
        return Name(span, span, span.of(text), Sort.BODY, sure=True)
    return None


def _person(text: str, run: Sequence[Word]) -> Name | None:
    """A given name and a family name, after words that describe ("Democrat Jane Doe")."""
    firsts = gazetteer.first_names()
    begin = next(
        (i for i, w in enumerate(run[:-1]) if w.low in firsts and w.low not in gazetteer.words("places")), None
    )
    if begin is None or run[-1].low in gazetteer.peoples():
        return None
    describing = gazetteer.peoples() | gazetteer.words("title_words") | gazetteer.words("places")
    described = any(w.low in describing or _ACRONYM.match(text[w.start : w.end]) for w in run[:begin])
    roles = frozenset(gazetteer.role_nouns()[w.low].family for w in run[:begin] if w.low in gazetteer.role_nouns())
    opening = begin == 1 and run[0].first and run[0].low in gazetteer.words("common_words")  # "Follow Jane Doe"
    begin = begin if described or roles or opening else 0
    head = Span(run[begin].start, run[-1].end)
    gender = next((g for w in run[begin:-1] if (g := _gender(w.low))), "")
    title = text[run[0].start : head.start].strip()
    return Name(Span(run[0].start, head.end), head, head.of(text), Sort.PERSON, title, gender, roles, sure=True)


def _gender(word: str) -> str:
    return gazetteer.first_names().get(word, "").strip("b")
