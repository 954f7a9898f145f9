"""How a briefing words things: names, days, lists, quotations, and what an event, an act or an answer is called."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from answerable.model import (
    Act,
    Disposition,
    Document,
    InquiryEvent,
    InquiryEventKind,
    Medium,
    Precision,
    Ref,
    When,
)
from answerable.text import on_one_line

_LONGEST = 400  # characters of a quotation
_CLOSING = "\x00"  # stands for a closing double mark, which an apostrophe is not, while marks are paired
_OPENING_MARK = re.compile(r'(?:(?<=^)|(?<=[\s(‘—–]))"')
_NOTES = str.maketrans("", "", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_MARKED = re.compile(
    r"\A\s*(?:(?:[A-Z]?\d+(?:\.\d+)+\.?|\d{1,3}\.)\s+(?=[A-Z“\"])|[•–]\s)|^[ \t]*(?:#+|>+)[ \t]?|(?<= )> ", re.MULTILINE
)
_BODIES = frozenset(
    ["government", "authority", "department", "ministry", "inquiry", "commission", "committee", "chair"]
)
_BY = {
    InquiryEventKind.RESPONSE_PUBLISHED: "{by} published a response to {it}",
    InquiryEventKind.PROGRESS_UPDATE: "{by} published a progress update on {it}",
}
_ALONE = frozenset(["council", "board", "company", "agency", "committee", "opposition", "regulator", "police"])
_EVENTS = {
    InquiryEventKind.CALLED_FOR: "called for {it}",
    InquiryEventKind.REQUESTED: "asked for {it}",
    InquiryEventKind.REFUSED: "refused {it}",
    InquiryEventKind.REDIRECTED: "pointed to {it}",
    InquiryEventKind.ANNOUNCED: "{it} was set up",
    InquiryEventKind.CHAIR_APPOINTED: "a chair was named for {it}",
    InquiryEventKind.TERMS_SET: "terms of reference were set for {it}",
    InquiryEventKind.OPENED: "{it} opened",
    InquiryEventKind.INTERIM_REPORT: "{it} published an interim report",
    InquiryEventKind.FINAL_REPORT: "{it} published its report",
    InquiryEventKind.RESPONSE_DUE: "the response to {it} is due",
    InquiryEventKind.RESPONSE_PUBLISHED: "a response to {it} was published",
    InquiryEventKind.PROGRESS_UPDATE: "a progress update on {it} was published",
    InquiryEventKind.CLOSED: "{it} closed",
}
_ARTICLE = re.compile(r"(?:the|an?|his|her|its|their)\b|\w+['’]s?\b", re.IGNORECASE)
SAID = frozenset(
    {InquiryEventKind.CALLED_FOR, InquiryEventKind.REQUESTED, InquiryEventKind.REFUSED, InquiryEventKind.REDIRECTED}
)
"""Events that are somebody's words, told with who said them."""
_ACTS = {
    Act.ACCUSE: ("accused {}", "made an accusation"),
    Act.CRITICISE: ("criticised {}", "made a criticism"),
    Act.DEFEND: ("defended {}", "spoke in defence"),
    Act.PRAISE: ("praised {}", "gave praise"),
    Act.DENY: ("denied it", "denied it"),
    Act.DISPUTE: ("disputed it", "disputed it"),
    Act.REJECT: ("rejected it", "rejected it"),
    Act.REFUSE: ("refused", "refused"),
    Act.ADMIT: ("admitted it", "made an admission"),
    Act.APOLOGISE: ("apologised", "apologised"),
    Act.WARN: ("warned", "warned"),
    Act.THREATEN: ("threatened", "threatened"),
    Act.CALL_FOR: ("made a call", "made a call"),
    Act.REQUEST: ("made a request", "made a request"),
}
AIMED = frozenset({Act.ACCUSE, Act.CRITICISE, Act.DEFEND, Act.PRAISE})
"""Acts whose wording names at whom they are aimed."""
_ANSWERS = {
    Disposition.ACCEPTED: "accepted {}",
    Disposition.SUPPORTED: "supported {}",
    Disposition.IN_PRINCIPLE: "accepted {} in principle",
    Disposition.IN_PART: "accepted {} in part",
    Disposition.NEED_ACCEPTED: "accepted the need behind {}",
    Disposition.ALREADY: "called {} already in place",
    Disposition.CONSIDERING: "was considering {}",
    Disposition.NOTED: "noted {}",
    Disposition.REJECTED: "rejected {}",
    Disposition.ANOTHER_BODY: "called {} a matter for another body",
    Disposition.UNCLEAR: "answered {} in words that do not decide",
}


def quoted(text: str, longest: int = _LONGEST) -> str:
    """Words of a document in quotation marks, blanks evened out, cut after a word where they are long.

    Quotation marks inside become single ones, as British printers set them; one whose pair stands outside is left
    out, and so are the marks of Markdown, bullets and numbers of paragraphs at the beginning, and those of notes.
    """
    plain = on_one_line(_MARKED.sub("", text).replace("**", "").translate(_NOTES))
    plain = _paired(_OPENING_MARK.sub("‘", plain.replace("“", "‘")).replace('"', _CLOSING).replace("”", _CLOSING))
    if len(plain) > longest:
        plain = plain[:longest].rsplit(" ", 1)[0].rstrip(",;:‘ ") + " …"
    return f"“{plain}”"


def _paired(words: str) -> str:
    """Words with the marks of a quotation that fills them, or that has no pair, left out."""
    kept, opened = list(words), []
    pairs: dict[int, int] = {}
    for n, char in enumerate(words):
        if char == "‘":
            opened.append(n)
        elif char == _CLOSING:
            if opened:
                pairs[opened.pop()] = n
            else:
                kept[n] = ""
    for n in opened:
        kept[n] = "" if n == 0 else "‘"
    if pairs.get(0) == len(words) - 1:
        kept[0] = kept[-1] = ""
    return "".join(kept).replace(_CLOSING, "’").strip()


def named(ref: Ref | None) -> str:
    """A name as a sentence needs it: without the office after it, and with an article where a body's noun wants one."""
    if ref is None:
        return "somebody not named"
    short = ref.name.partition(",")[0].strip()
    lower = short[:1].lower() + short[1:] if short.startswith("The ") else short
    words = lower.lower().split()
    bare = not lower.startswith(("the ", "a ", "an ", "HM ", "hM ")) and "’" not in lower and "'" not in lower
    if lower.lower() in _ALONE:
        return f"the {lower}"
    return f"the {lower}" if bare and words and (words[-1] in _BODIES or words[0] in _BODIES) else lower


def opening(sentence: str) -> str:
    """A sentence with a capital."""
    return sentence[:1].upper() + sentence[1:]


def listed(items: Iterable[str], joint: str = ", ") -> str:
    """ "1, 2 and 3"."""
    *most, last = items
    return f"{joint.join(most)}{joint.rstrip() if joint != ', ' else ''} and {last}" if most else last


def recommendations(numbers: Sequence[str]) -> str:
    """ "recommendation 4", "recommendations 1, 3 to 5 and 9"."""
    return f"recommendation{'s' if len(numbers) > 1 else ''} {runs_of(numbers)}"


def runs_of(numbers: Sequence[str]) -> str:
    """ "1, 3 to 5 and 9"."""
    runs: list[list[str]] = []
    for number in numbers:
        if runs and number.isdigit() and runs[-1][-1].isdigit() and int(number) == int(runs[-1][-1]) + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    parts = [text for run in runs for text in ([f"{run[0]} to {run[-1]}"] if len(run) > 2 else run)]
    return listed(parts)


def answered(disposition: Disposition, what: str) -> str:
    """ "accepted recommendation 4 in part"."""
    return _ANSWERS[disposition].format(what)


def told(event: InquiryEvent, inquiry: str, by: str = "") -> str:
    """ "refused the inquiry", "the Lind Inquiry opened", "Bo Ray published a response to the Lind Inquiry"."""
    words = _BY.get(event.event, _EVENTS[event.event]) if by else _EVENTS[event.event]
    return words.format(it=inquiry, by=by)


def with_article(name: str) -> str:
    """ "the Lind Inquiry", "a local inquiry"."""
    if _ARTICLE.match(name):
        return name
    proper = any(word[:1].isupper() for word in name.split()[:2])
    return f"{'the' if proper else 'an' if name[0] in 'aeiou' else 'a'} {name}"


def did(act: Act, whom: str) -> str:
    """ "accused Bo Ray", "denied it"."""
    aimed, alone = _ACTS.get(act, ("said", "said"))
    return aimed.format(whom) if whom else alone


def source(document: Document) -> str:
    """Who publishes a document, or who signed a letter, a post or a statement."""
    told = document.source
    signed = told.medium in (Medium.POST, Medium.LETTER, Medium.STATEMENT)
    names = (told.author, told.publisher) if signed else (told.publisher, told.author)
    return named(Ref(None, next(filter(None, (*names, told.title)), told.url)))


def signed_by(document: Document) -> tuple[str, ...]:
    """The names in which a document speaks itself: its author's, and its publisher's unless that only carries it."""
    told = document.source
    carried = told.medium in (Medium.NEWS, Medium.HANSARD, Medium.TRANSCRIPT, Medium.POST)
    names = (told.publisher,) if told.medium is Medium.NEWS else (told.author, None if carried else told.publisher)
    return tuple(named(Ref(None, name)) for name in names if name)


def first(when: When | None) -> date | None:
    """The first possible day."""
    return (when.start or when.end) if when else None


def printed(day: date) -> str:
    """ "2 January 2025"."""
    return f"{day.day} {day:%B %Y}"


def dated(when: When | None) -> str:
    """A day as it is known: "2 January 2025", "January 2025", "2025"."""
    day = first(when)
    if when is None or day is None:
        return "no day given"
    if when.precision is Precision.MONTH:
        return f"{day:%B %Y}"
    return str(day.year) if when.precision is Precision.YEAR else printed(day)
