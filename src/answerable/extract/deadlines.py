"""By when: deadlines and intervals in a text, each with what it is counted from.

`find_deadlines` knows three shapes: a limit and a stretch of the calendar ("by spring 2026", "no later than 31 March
2027"), a length of time and its base ("within six months of publication of this report"), and words that put
something off without a date ("shortly", "in due course"), which are said to give none.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from enum import Enum

from answerable.extract.numerals import NUMBER, number
from answerable.extract.periods import PERIOD, NeedsBaseError, Period, compiled, period
from answerable.model import Basis, Document, Medium, Precision, When, months_later
from answerable.text import Span


class _Limit(Enum):
    UNTIL = "met up to the end of the period"
    BEFORE = "met before the period begins"
    DURING = "met inside the period"
    FROM = "begins with the period"


_LIMITS = (
    ("(?:by )?(?:no|not) later than", _Limit.UNTIL),
    ("(?:on or before|by|until|up to|due)", _Limit.UNTIL),
    ("(?:before|prior to|ahead of|in advance of)", _Limit.BEFORE),
    ("(?:beginning|starting|commencing) (?:in|on|from)|from|as of", _Limit.FROM),
    ("(?:within|in|on|during|throughout|over|for)", _Limit.DURING),
)

_UNIT = r"(?:(?:working|calendar|sitting) )?(?:day|week|fortnight|month|quarter|year)s?"
_LENGTH = (
    rf"(?P<number>{NUMBER}|an?|the(?: next| coming)?)(?: |-)?(?:(?:full|further|more|calendar) )?(?P<unit>{_UNIT})"
)
_WITHIN = (
    rf"(?:(?:no|not) later than|no more than|within|inside)(?: (?:a|the)(?: maximum)? period of)?"
    rf"(?: the)?(?: next| following| first| coming)?(?: a)?(?: further| maximum of)? {_LENGTH}(?:['’]s?)?(?: time)?"
)
_OVER = rf"(?:in|over|during|for) the (?:next|coming) (?:(?P<number>{NUMBER}) )?(?P<unit>{_UNIT})"
_HENCE = rf"in {_LENGTH}(?:['’]s?)? time"
_LATER = (
    rf"(?:by )?(?P<number>{NUMBER})(?: |-)(?P<unit>{_UNIT})"
    r"(?= (?:after|following|from) (?:the |its )?(?:publication|date|receipt))"
)

_VAGUE = (
    r"(?:as soon as (?:is )?(?:reasonably )?(?:possible|practicable|parliamentary time allows)|in due course"
    r"|(?:when|once) parliamentary time (?:allows|permits)"
    r"|at the earliest (?:possible )?opportunity|without (?:further )?delay"
    r"|in the (?:coming|next few) (?:days|weeks|months|years)|in the (?:near future|short term|medium term|long term)"
    r"|(?:very )?(?:shortly|soon|imminently)(?! after| as\b| before| thereafter|er)"
    r"|(?:at|in) (?:an|the) appropriate time)"
)
_RANGE = rf"(?i:between|from) (?P<first>{PERIOD}) (?:and|to|until|up to) (?P<second>{PERIOD})"
# Without "from": only forms that cannot be anything else.
_FISCAL = (
    r"(?:FY ?\d\d(?:/|-)\d\d|(?:20)?\d\d(?:/|-)(?:20)?\d\d FY|20\d\d(?:/|-|–)\d\d"
    r"|(?:the )?financial year (?:20)?\d\d(?:/|-|–)(?:20)?\d\d)"
)
_FISCAL_RANGE = (
    rf"(?:(?i:in|over|during|for|across) )?(?P<first>{_FISCAL}) (?:to|until|up to|-|–) (?P<second>{_FISCAL})"
)

_LIMIT_WORDS = tuple((compiled(f"(?i:{pattern})"), limit) for pattern, limit in _LIMITS)
_BOUNDED = compiled(rf"(?P<limit>(?i:{'|'.join(p for p, _ in _LIMITS)}))(?: or before)? (?P<period>{PERIOD})")
_BARE = compiled(
    r"(?P<period>(?:this|next) (?:spring|summer|autumn|winter|week|month|quarter|year"
    r"|(?:financial|fiscal) year)(?! ago|['’]s)\b"
    rf"|(?:FY ?)?Q[1-4](?: of)? {PERIOD}|{_FISCAL}(?!\w))"
)
_SHAPES = tuple(
    (name, compiled(rf"\b(?:{pattern})(?!\w)"))
    for name, pattern in (
        ("range", _RANGE),
        ("range", _FISCAL_RANGE),
        ("length", f"(?i:{_WITHIN})"),
        ("length", f"(?i:{_OVER})"),
        ("length", f"(?i:{_HENCE})"),
        ("length", f"(?i:{_LATER})"),
        ("vague", f"(?i:{_VAGUE})"),
    )
)
_STARTS = re.compile(
    r"\b(?i:by|no|not|on|until|up|due|before|prior|ahead|in|beginning|starting|commencing|from|as|within|inside|during"
    r"|throughout|over|for|across|between|when|once|at|without|very|shortly|soon|imminently|this|next|FY|the|financial"
    r"|Q[1-4]|\d+|two|three|four|six|nine|twelve|eighteen)\b"
)

_ITSELF = re.compile(
    r"(?:the )?(?:date of )?(?:the )?(?:publication|publishing|release|issue|date)?(?: of)? ?"
    r"(?:this|our|the present) (?:report|review|response|letter|statement|document|publication|paper|plan|update|day)"
    r"|today|now|(?:the )?(?:date of )?(?:its )?publication",
    re.IGNORECASE,
)
_PREPOSITION = re.compile("of|to|by|from|in|on|for|into")
_DETERMINER = re.compile("the|this|that|its|his|her|their|our|an?|any")
_BASE_OVER = re.compile(
    "should|must|shall|will|would|may|can|could|is|are|was|were|be|to|and|or|but|which|that|who|so|unless|if|where"
    "|when|by|with|at|we|it|they|he|she|ensure"
)
_BASE_WORD = re.compile(r"\s+([\w’'-]+)")
_MAX_BASE_WORDS = 10
_BASE_LINK = re.compile(r"\s+(?:of|from|after|following)(?=\s)")
_LOOSE = re.compile(
    r"(?:the|this) (?:week|month|quarter|decade|year|session|parliamentary session|(?:general )?election)"
)
_YEAR = re.compile(r"(?:19|20)\d\d|\d\d[/-]\d\d|FY ?\d\d")
_DAYS = {"day": 1, "week": 7, "fortnight": 14}
_MONTHS = {"month": 1, "quarter": 3, "year": 12}


def find_deadlines(document: Document, span: Span) -> tuple[When, ...]:
    """Every deadline or interval that the words of `span` set, in order, with its place in `document`.

    A stretch of the past is left out unless its words set a limit ("by March 2019"). "This report" is the document
    itself, so its day of publication is the base, except in a response, which quotes somebody else's report: there
    the base is unknown and only its words are kept.
    """
    text = document.text
    found: list[When] = []
    position = span.start
    while start := _STARTS.search(text, position, span.end):
        when = _at(document, start.start(), span.end)
        if when is None or when.span is None:
            position = start.end()
            continue
        found.append(when)
        position = when.span.end
    return tuple(found) or _whole(document, span)


def _whole(document: Document, span: Span) -> tuple[When, ...]:
    """A span that is nothing but a period (a cell of a timeline column)."""
    words = span.of(document.text)
    stripped = words.strip(" \n.()")
    if not stripped or len(stripped) > 40:
        return ()
    start = span.start + words.index(stripped)
    when = _when(document, stripped, _Limit.DURING, Span(start, start + len(stripped)), past=True)
    return (when,) if when else ()


def _at(document: Document, position: int, end: int) -> When | None:
    """The deadline whose words begin at `position`, if one does."""
    text = document.text
    for name, pattern in _SHAPES:
        if match := pattern.match(text, position, end):
            found = {"range": _range, "length": _length, "vague": _vague}[name](document, match, end)
            if found is not None:
                return found
    if match := _BOUNDED.match(text, position, end):
        limit = next(kind for pattern, kind in _LIMIT_WORDS if pattern.fullmatch(match["limit"]))
        return _when(document, match["period"], limit, Span(match.start(), match.end()))
    if match := _BARE.match(text, position, end):
        return _when(document, match["period"], _Limit.DURING, Span(match.start(), match.end()))
    return None


def _published(document: Document) -> date | None:
    return document.source.published


def _when(document: Document, words: str, limit: _Limit, span: Span, *, past: bool = False) -> When | None:
    """`words` under `limit`; None where they name no period, or, but for `past`, one that is over and sets no limit."""
    base = _published(document)
    words = " ".join(words.split())
    if limit in (_Limit.DURING, _Limit.FROM) and _LOOSE.fullmatch(words):
        return None
    try:
        stretch = period(words, base)
    except NeedsBaseError:
        return When(None, None, Precision.INTERVAL, Basis.UNKNOWN, span.of(document.text), span, None, words)
    if stretch is None or (base and stretch.end < base and not past and limit is not _Limit.UNTIL):
        return None
    if base is None and not past and limit is _Limit.DURING and stretch.precision is Precision.YEAR:
        return None  # "in 2017": an undated text does not say whether that is to come
    counted = not _YEAR.search(words)
    when = _limited(stretch, limit, to_the_end=" end of " in f" {words}")
    return replace(
        when,
        basis=Basis.RELATIVE if counted else Basis.STATED,
        words=span.of(document.text),
        span=span,
        base=base if counted else None,
        base_words="publication" if counted else "",
    )


def _limited(stretch: Period, limit: _Limit, *, to_the_end: bool) -> When:
    if limit is _Limit.UNTIL:
        return When(None, stretch.end, stretch.precision, Basis.STATED)
    if limit is _Limit.BEFORE:
        last = stretch.end if to_the_end else stretch.start - timedelta(1)
        return When(None, last, Precision.BEFORE, Basis.STATED)
    if limit is _Limit.FROM:
        return When(stretch.start, None, Precision.AFTER, Basis.STATED)
    return When(stretch.start, stretch.end, stretch.precision, Basis.STATED)


def _range(document: Document, match: re.Match[str], end: int) -> When | None:
    base = _published(document)
    try:
        first, second = (period(" ".join(match[name].split()), base) for name in ("first", "second"))
    except NeedsBaseError:
        return None
    if first is None or second is None or second.end < first.start or (base is None or second.end < base):
        return None
    span = Span(match.start(), match.end())
    return When(first.start, second.end, Precision.INTERVAL, Basis.STATED, span.of(document.text), span)


def _vague(document: Document, match: re.Match[str], end: int) -> When | None:
    return When(None, None, Precision.NONE, Basis.UNKNOWN, match[0], Span(match.start(), match.end()))


def _length(document: Document, match: re.Match[str], end: int) -> When | None:
    """A length of time, counted from the base that its words name, or from publication where they name none."""
    text = document.text
    words = match["number"] or "1"
    amount = 1 if words.startswith("the") else number(words)
    if amount is None:
        return None
    base_words, stop = _base(text, match.end(), end)
    base = _published(document) if _counts_from_itself(document, base_words) else None
    span = Span(match.start(), stop)
    if base is None:
        return When(
            None, None, Precision.INTERVAL, Basis.UNKNOWN, span.of(text), span, None, base_words or "publication"
        )
    last = _later(base, amount, match["unit"])
    return When(base, last, Precision.INTERVAL, Basis.RELATIVE, span.of(text), span, base, base_words or "publication")


def _base(text: str, position: int, end: int) -> tuple[str, int]:
    """The words that name the base ("publication of this report") after a length of time, and where they end."""
    link = _BASE_LINK.match(text, position, end)
    if not link:
        return "", position
    stop, previous = link.end(), "of"
    words: list[str] = []
    while len(words) < _MAX_BASE_WORDS and (token := _BASE_WORD.match(text, stop, end)):
        word = token[1]
        if _BASE_OVER.fullmatch(word) or (_DETERMINER.fullmatch(word) and not _PREPOSITION.fullmatch(previous)):
            break
        words.append(word)
        previous, stop = word.lower(), token.end()
    return (" ".join(words), stop) if words else ("", position)


def _counts_from_itself(document: Document, base_words: str) -> bool:
    if not base_words:
        return True
    return document.source.medium is not Medium.RESPONSE and _ITSELF.fullmatch(base_words) is not None


def _later(base: date, amount: int, unit: str) -> date:
    """`amount` units after `base`; working and sitting days are weekdays (public holidays are not known here)."""
    *working, kind = unit.split()
    kind = kind.rstrip("s")
    if kind == "day" and working and working[0] != "calendar":
        return _weekdays_later(base, amount)
    if kind in _DAYS:
        return base + timedelta(amount * _DAYS[kind])
    return months_later(base, amount * _MONTHS[kind])


def _weekdays_later(base: date, amount: int) -> date:
    weeks, rest = divmod(amount, 5)
    day = base + timedelta(7 * weeks)
    while rest:
        day += timedelta(1)
        rest -= day.weekday() < 5
    return day
