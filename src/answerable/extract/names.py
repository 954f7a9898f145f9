"""Names in a text: runs of capitalised words, told apart as persons, bodies, places and peoples.

No statistical recogniser: capitals, the words in between ("of", "de", "and"), word lists, and the text itself, which
writes a common word in lower case somewhere else. What neither shows stays of sort UNKNOWN.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache

from answerable.extract import gazetteer
from answerable.text import Span

_UPPER = "".join(chr(c) for c in range(0x250) if chr(c).isupper())
_ABBREVIATED = (
    "Mrs|Mr|Ms|Dr|Prof|Revd|Rev|Hon|Reps|Rep|Sens|Sen|Govs|Gov|Gen|Lt|Col|Maj|Capt|Sgt|Cpl|Cmdr|Adm|Brig|Det|Insp|"
    "Supt|Del|St|Jr|Sr|Cllr|Amb|Fr|Messrs|Inc|Corp|Ltd|Co"
)
_WORD = re.compile(
    rf"(?<![\w@#])(?:(?:{_ABBREVIATED})\.|(?:[{_UPPER}]\.)+(?![{_UPPER}]?[a-z])|"
    rf"[{_UPPER}](?:[\w&]|['’](?!(?:s|re|ve|ll|d|m|t)\b)(?=\w\w))*|@\w+)"
)
ABBREVIATION = re.compile(rf"\b(?:{_ABBREVIATED}|[{_UPPER}])$")
_PARTICLES = frozenset("al ap ben bin da de del della den der di dos du e el la las le ter van von y ibn".split())
_SUFFIXES = frozenset({"jr.", "sr.", "jr", "sr", "ii", "iii", "iv"})
_LINKS = frozenset({"of", "of the", "for", "for the", "and", "&", "and the", ",", "on", "to the", "in the"})
_CLOSING = frozenset({"state", "staff", "exchequer", "commons", "lords", "house"})
_PAIRING = frozenset({"and", "&", "and the", ","})
_LISTING = re.compile(r"\s(?:for|of)\s")
_GAP = re.compile(r"[ \u00a0]|-|‑|/")
_ENDS = re.compile(r"[.!?:;•–—*…\n]['\"”’)\]]*\s*['\"“‘(\[]*$|^\s*['\"“‘(\[]*$|[“‘\"(]$")
_AMBIGUOUS = frozenset("church hall house bank banks post court branch mission herald board sun mail watch".split())
_LETTERS = re.compile(r"[^\W\d_][\w’'-]*")
_LOWER = re.compile(r"(?<![\w'’])[a-z][\w-]+")
_ACRONYM = re.compile(r"^(?:[A-Z]{2,7}|(?:[A-Z]\.){2,})$")
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


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    end: int
    low: str  # lower case, without a final stop
    first: bool  # opens a sentence, a line or a quotation


def find_names(text: str) -> tuple[Name, ...]:
    """The names of `text`, in order, not overlapping. Headlines in title case are left out: see `headlines`."""
    lowers, heads = frozenset(_LOWER.findall(text)), headlines(text)
    named = (
        _classify(text, run, lowers) for run in _runs(text) if not any(h.start <= run[0].start < h.end for h in heads)
    )
    return tuple(n for n in named if n)


def _words(text: str) -> Iterator[_Word]:
    """Every capitalised word of `text`."""
    stop = -1  # the end of the last word, where its full stop belongs to it
    for match in _WORD.finditer(text):
        start, end = match.span()
        first = start != stop + 1 and bool(_ENDS.search(text[max(0, start - 5) : start]))
        yield _Word(start, end, match[0].lower().rstrip("."), first)
        stop = end if text[end - 1] == "." else -1


def _runs(text: str) -> Iterator[list[_Word]]:
    """Capitalised words that stand together: "Jane van der Berg", "Department for Work and Pensions"."""
    run: list[_Word] = []
    for part in _tight(text):
        if run and _linked(text, run, part):
            run += part
            continue
        if run:
            yield run
        run = part
    if run:
        yield run


def _tight(text: str) -> Iterator[list[_Word]]:
    """Capitalised words with only a space, a hyphen or a particle in between."""
    run: list[_Word] = []
    for word in _words(text):
        if run and not _joined(text, run[-1], word):
            yield run
            run = []
        run.append(word)
    if run:
        yield run


def _joined(text: str, last: _Word, word: _Word) -> bool:
    gap = text[last.end : word.start]
    if len(gap) == 1:
        return bool(_GAP.match(gap)) and not (word.first and gap == " ")
    link = gap.strip()
    if not link or len(gap) > 12 or "\n" in gap:
        return False
    return (word.low in _SUFFIXES and link == ",") or all(p in _PARTICLES for p in re.split(r"[ -]", link))


def _linked(text: str, run: Sequence[_Word], part: Sequence[_Word]) -> bool:
    """Whether "of", "for" or "and" joins two parts of one body's or office's name."""
    gap = text[run[-1].end : part[0].start]
    link = gap.strip()
    nouns, titles, firsts = gazetteer.words("organisation_nouns"), gazetteer.titles(), gazetteer.first_names()
    if (
        link not in _LINKS
        or "\n" in gap
        or part[0].low in firsts
        or (part[0].low in titles and part[0].low not in nouns)
    ):
        return False
    if link not in _PAIRING:
        office = run[-1].low in _CLOSING and any(w.low in titles for w in run[:-1])
        return office or run[-1].low in nouns or run[-1].low in titles
    if run[-1].low in nouns or run[0].low in firsts:
        return False
    if link == "," and not _LISTING.search(text, run[0].end, run[-1].end):
        return False
    opened = any(w.low in nouns or w.low in titles for w in run[:-1])
    article = text[max(0, run[0].start - 4) : run[0].start].lower() == "the "
    plain = not any(w.low in titles or w.low in gazetteer.peoples() or w.low in gazetteer.words("places") for w in run)
    return opened or (link != "," and article and plain and len(part) > 1 and part[-1].low in nouns)


def headlines(text: str) -> tuple[Span, ...]:
    """Lines set as headlines, nearly every telling word with a capital, among the first lines of `text`."""
    found, at = [], 0
    for line in text[:1500].split("\n")[:8]:
        told = [w for w in _LETTERS.findall(line) if w.lower() not in gazetteer.words("function_words")]
        most, least = (0.95, 5) if line.endswith(".") else (0.8, 3)
        if len(line) < 160 and len(told) >= least and sum(w[0].isupper() for w in told) >= most * len(told):
            found.append(Span(at, at + len(line)))
        at += len(line) + 1
    return tuple(found)


_SEAT = re.compile(r"\((?:[RDI][-–—.]|Lab|Con|LD|SNP)")


def _classify(text: str, run: list[_Word], lowers: frozenset[str]) -> Name | None:
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


def _opened(run: list[_Word], lowers: frozenset[str]) -> list[_Word]:
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


def _closed(run: list[_Word]) -> list[_Word]:
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


def _plain(text: str, run: Sequence[_Word]) -> Name:
    span = Span(run[0].start, run[-1].end)
    return Name(span, span, span.of(text), Sort.UNKNOWN)


def _listed(text: str, run: Sequence[_Word]) -> Name | None:
    """A place, a people or a well-known body of the lists."""
    whole = text[run[0].start : run[-1].end].lower().rstrip(".")
    sort = (
        Sort.PLACE if whole in gazetteer.words("places")
        else Sort.BODY if whole in gazetteer.words("organisations")
        else Sort.PEOPLE if whole in gazetteer.peoples()
        else None
    )  # fmt: skip
    return replace(_plain(text, run), sort=sort, sure=True) if sort else None


def _titled(text: str, run: Sequence[_Word]) -> Name | None:
    """A person with a title before the name, or an office named alone."""
    titles, nouns = gazetteer.titles(), gazetteer.words("organisation_nouns")
    last = max((i for i, w in enumerate(run) if w.low in titles), default=-1)
    if last < 0 or (run[-1].low in nouns and run[-1].low not in _AMBIGUOUS | {"general"}):
        return None
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


def _after_title(text: str, run: Sequence[_Word], last: int) -> int:
    """Where the name starts after a title; the end of the run where there is none.

    What a title is of ("Minister for Public Safety") belongs to it: there a name starts with a given name only.
    """
    inner, nouns = gazetteer.words("title_words"), gazetteer.words("organisation_nouns")
    firsts = gazetteer.first_names()
    begin = last + 1
    while begin < len(run):
        of = text[run[begin - 1].end : run[begin].start].split()[:1] in (["of"], ["for"], ["to"])
        if of and run[begin].low not in _CLOSING:
            return next((i for i in range(begin + 1, len(run) - 1) if run[i].low in firsts), len(run))
        if run[begin].low not in inner | nouns | _CLOSING or run[begin].low == "may":
            break
        begin += 1
    courtesy = run[last].low in ("mr", "mrs", "ms", "miss", "dr", "sir", "dame", "lord", "lady")
    return last + 1 if begin == len(run) > last + 1 and courtesy else begin


def _body(text: str, run: Sequence[_Word]) -> Name | None:
    """An organisation, by a noun that says so or by its initials."""
    nouns = gazetteer.words("organisation_nouns")
    span = Span(run[0].start, run[-1].end)
    if len(run) == 1:
        word = span.of(text)
        acronym = (
            _ACRONYM.match(word) and run[0].low not in _NO_ACTOR and not (run[0].first and run[0].low in _SUFFIXES)
        )
        return Name(span, span, word, Sort.BODY, sure=True) if acronym else None
    named = run[0].low in gazetteer.first_names() and len(run) == 2 and run[-1].low in _AMBIGUOUS
    linked = run[0].low in nouns and re.match(r"\s(?:of|for|on)\b", text[run[0].end : run[0].end + 5])
    if not named and (run[-1].low in nouns or linked or any(w.low in nouns for w in run[1:-1])):
        return Name(span, span, span.of(text), Sort.BODY, sure=True)
    return None


def _person(text: str, run: Sequence[_Word]) -> Name | None:
    """A given name and a family name, after words that describe ("Democrat Jane Doe")."""
    firsts = gazetteer.first_names()
    begin = next(
        (i for i, w in enumerate(run[:-1]) if w.low in firsts and w.low not in gazetteer.words("places")), None
    )
    if begin is None or run[-1].low in gazetteer.peoples():
        return None
    describing = gazetteer.peoples() | gazetteer.words("title_words") | gazetteer.words("places")
    if not any(w.low in describing or _ACRONYM.match(text[w.start : w.end]) for w in run[:begin]):
        begin = 0
    head = Span(run[begin].start, run[-1].end)
    gender = next((g for w in run[begin:-1] if (g := _gender(w.low))), "")
    title = text[run[0].start : head.start].strip()
    return Name(Span(run[0].start, head.end), head, head.of(text), Sort.PERSON, title, gender, sure=True)


def _gender(word: str) -> str:
    return gazetteer.first_names().get(word, "").strip("b")
