"""Numeric claims: "2 of the 20 recommendations", "none of its recommendations", "all but three", "57 of the 58"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from answerable.extract.numerals import NUMBER, number
from answerable.extract.periods import compiled
from answerable.extract.statuses import counted
from answerable.extract.voices import Voices
from answerable.model import Count, Disposition, Document, Statement, Status
from answerable.text import Span, key

_NOUN = r"(?P<noun>recommendations?|proposals|actions|measures|commitments|promises|pledges|requirements|undertakings)"
_WHOSE = r"(?:(?:the|its|her|his|their|our|these|those|my)(?: \w+['’]s?)?|[A-Z][\w.]*(?: [A-Z][\w.]*)*['’]s?)"
_TELLS = re.compile(
    r"ecommendations|\b(?:proposals|actions|measures|commitments|promises|pledges|requirements|undertakings)\b"
)
_OTHERS = r"(?: (?:safety|remaining|original|key|main|accepted|individual|separate|further|other|public|final)){0,2}"

# How many of how many: the pattern and which numbers it gives.
_SHARE = compiled(
    rf"\b(?:(?P<but>(?i:all but)) (?P<missing>{NUMBER}|one)|(?P<some>(?i:none|not one|not a single one|all|both)"
    rf"|{NUMBER}))"
    rf"(?: {_NOUN.replace('noun', 'before')})?"
    rf"(?: (?:out )?of(?: all)?(?: {_WHOSE})?(?: (?P<total>{NUMBER})(?! per)(?! of)\b)?{_OTHERS}(?: {_NOUN})?)"
)
_EVERY = compiled(
    rf"\b(?P<some>(?i:all)) (?:{_WHOSE} )?(?P<total>{NUMBER}){_OTHERS}(?: {_NOUN})?"
    rf"|\b(?P<but>(?i:all but)) (?P<missing>{NUMBER})\b"
)
_PLAIN = compiled(
    rf"\b(?P<some>(?i:a further )?{NUMBER}|none|None)(?: (?:more|others?|further|{_NOUN}))*(?= (?:are|is|were"
    rf"|was|have|has|had|remain)\b)"
)
_TOTAL = compiled(
    rf"\b(?:[Oo]f|made|makes|issued|contain(?:s|ed)|[Aa]ll|with|set out"
    rf"|the) (?:{_WHOSE} )?(?:a total of )?(?P<total>{NUMBER}){_OTHERS} {_NOUN}"
)
_ELLIPSIS = compiled(
    rf"\b(?P<some>(?:a further )?{NUMBER})(?= (?:are|is|were|was|have|has|had|remain|in progress|under way|not)\b)"
)


_ALL = re.compile(r"all\b|both\b", re.IGNORECASE)
_SECONDHAND = re.compile(r"['’]s? (?:claims?|assertions?|suggestions?) (?:to|that)\b")


@dataclass(frozen=True, slots=True)
class _Share:
    """So many of so many, and where the text says it. `total` None: it does not say of how many."""

    done: int | None
    total: int | None
    noun: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class _Known:
    """What the words before have said of the total, and what is counted."""

    total: int | None
    noun: str | None


def find_counts(
    document: Document, statements: tuple[Statement, ...], sentences: tuple[Span, ...], inquiry: str | None = None
) -> tuple[Count, ...]:
    """Every claim of how many recommendations (or actions, promises …) are in a state, in order, as numbers.

    "None" is 0 of the total, "all but three of the 20" is 17 of 20. A number without a total takes the one that its
    sentence or the one before it gives ("Professor Lind made 20 recommendations. Three are complete"). `inquiry` is the
    inquiry that the document is about, where there is one.
    """
    if not _TELLS.search(document.text):
        return ()
    voices = Voices(document, statements)
    found: list[Count] = []
    known = _Known(None, None)
    since = 2
    for sentence in sentences:
        words = sentence.of(document.text)
        tells = _TELLS.search(words)
        since = 0 if tells else since + 1
        if since > 1:
            known = _Known(None, None)
            continue
        if total := _TOTAL.search(words):
            known = _Known(number(total["total"]), total["noun"])
        elif tells and known.noun is None:
            known = _Known(None, tells[0] if tells[0][0] != "e" else "recommendations")
        for share, status, deciding in _claims(document.text, sentence, known):
            known = _Known(share.total, share.noun) if share.total else known
            found.append(_count(document, voices, sentence, share, status, deciding, inquiry))
    return tuple(dict.fromkeys(found))


def _claims(text: str, sentence: Span, known: _Known) -> Iterator[tuple[_Share, Status | Disposition, Span]]:
    """Each share of the sentence with the status said of it: the first after it, else the last before it."""
    shares = list(_shares(text, sentence, known))
    statuses = list(counted(text, sentence))
    for n, share in enumerate(shares):
        until = shares[n + 1].span.start if n + 1 < len(shares) else sentence.end
        since = shares[n - 1].span.end if n else sentence.start
        after = [s for s in statuses if share.span.end <= s[1].start < until]
        before = [s for s in statuses if since <= s[1].start < share.span.start]
        decided = after[:1] or before[-1:]
        if decided and share.done is not None:
            yield share, decided[0][0], decided[0][1]


def _shares(text: str, sentence: Span, known: _Known) -> Iterator[_Share]:
    position = sentence.start
    total, noun = known.total, known.noun
    while match := _next(text, position, sentence.end):
        position = match.end()
        groups = match.groupdict()
        named = groups.get("noun") or groups.get("before")
        stated = number(groups["total"]) if groups.get("total") else None
        if match.re is _SHARE and not named and stated is None and _ALL.match(match[0]):
            continue  # "all of those", of whatever they are
        if _SECONDHAND.search(text, sentence.start, match.start()):
            continue  # told as somebody else's claim
        if not named and (noun is None or (stated is None and total is None)):
            continue  # "three of the twenty": of something else
        total, noun = stated if stated is not None else total, named or noun
        yield _Share(_done(groups, total), total, noun, Span(match.start(), match.end()))


def _next(text: str, position: int, end: int) -> re.Match[str] | None:
    found = [m for pattern in (_SHARE, _EVERY, _PLAIN, _ELLIPSIS) if (m := pattern.search(text, position, end))]
    return min(found, key=lambda m: (m.start(), -m.end()), default=None)


def _done(groups: dict[str, str | None], total: int | None) -> int | None:
    """How many, or None where the words and the total do not fit each other."""
    if groups.get("but"):
        missing = number(groups["missing"] or "")
        return total - missing if total is not None and missing is not None and missing <= total else None
    some = (groups["some"] or "").lower().removeprefix("a further ")
    if some in ("all", "both"):
        return total if some == "all" else 2
    done = 0 if some.startswith(("none", "not ")) else number(some)
    return None if done is None or (total is not None and done > total) else done


def _count(
    document: Document,
    voices: Voices,
    sentence: Span,
    share: _Share,
    status: Status | Disposition,
    deciding: Span,
    inquiry: str | None,
) -> Count:
    voice = voices.at(share.span)
    assert share.done is not None
    return Count(
        id=key("count", document.id, share.span.start, share.span.end, deciding.start),
        document=document.id,
        done=share.done,
        total=share.total,
        of=share.noun or "recommendations",
        status=status,
        span=sentence,
        text=sentence.of(document.text),
        inquiry=inquiry,
        by=voice.by,
        as_of=voice.date,
        statement=voice.statement.id if voice.statement else None,
    )
