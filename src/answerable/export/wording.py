"""How a briefing words things: names, days, lists, quotations, and what an event, an act or an answer is called."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from answerable.model import Act, Disposition, Document, InquiryEvent, InquiryEventKind, Medium, Precision, Ref, When

_LONGEST = 280  # characters of a quotation
_BODIES = frozenset(
    ["government", "authority", "department", "ministry", "inquiry", "commission", "committee", "chair"]
)
_EVENTS = {
    InquiryEventKind.CALLED_FOR: "called for it",
    InquiryEventKind.REQUESTED: "asked for it",
    InquiryEventKind.REFUSED: "refused it",
    InquiryEventKind.REDIRECTED: "pointed to another body",
    InquiryEventKind.ANNOUNCED: "set up",
    InquiryEventKind.CHAIR_APPOINTED: "chair appointed",
    InquiryEventKind.TERMS_SET: "terms of reference set",
    InquiryEventKind.OPENED: "opened",
    InquiryEventKind.INTERIM_REPORT: "interim report",
    InquiryEventKind.FINAL_REPORT: "final report",
    InquiryEventKind.RESPONSE_DUE: "response due",
    InquiryEventKind.RESPONSE_PUBLISHED: "response published",
    InquiryEventKind.PROGRESS_UPDATE: "progress update",
    InquiryEventKind.CLOSED: "closed",
}
SAID = frozenset(
    {InquiryEventKind.CALLED_FOR, InquiryEventKind.REQUESTED, InquiryEventKind.REFUSED, InquiryEventKind.REDIRECTED}
)
"""Events that are somebody's words, told with who said them."""
_ACTS = {
    Act.ACCUSE: "accused {whom}",
    Act.CRITICISE: "criticised {whom}",
    Act.DEFEND: "defended {whom}",
    Act.DENY: "denied it",
    Act.DISPUTE: "disputed it",
    Act.REJECT: "rejected it",
    Act.ADMIT: "admitted",
    Act.APOLOGISE: "apologised",
}
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


def quoted(text: str) -> str:
    """Words of a document in quotation marks, blanks evened out, cut after a word where they are long.

    Quotation marks inside become single ones, as British printers set them.
    """
    plain = " ".join(text.split()).lstrip("# ").strip('“”"')
    if len(plain) > _LONGEST:
        plain = plain[:_LONGEST].rsplit(" ", 1)[0].rstrip(",;:") + " …"
    return f"“{plain.replace('“', '‘').replace('”', '’')}”"


def named(ref: Ref | None) -> str:
    """A name as a sentence needs it: without the office after it, and with an article where a body's noun wants one."""
    if ref is None:
        return "somebody not named"
    short = ref.name.partition(",")[0].strip()
    lower = short[:1].lower() + short[1:] if short.startswith("The ") else short
    words = lower.lower().split()
    bare = not lower.startswith(("the ", "a ", "an ")) and "’" not in lower and "'" not in lower
    return f"the {lower}" if bare and words and (words[-1] in _BODIES or words[0] in _BODIES) else lower


def opening(sentence: str) -> str:
    """A sentence with a capital."""
    return sentence[:1].upper() + sentence[1:]


def listed(items: Iterable[str]) -> str:
    """ "1, 2 and 3"."""
    *most, last = items
    return f"{', '.join(most)} and {last}" if most else last


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


def deed(event: InquiryEvent) -> str:
    """ "Ann Lee refused it", "pointed to another body, Port Lyle", "final report"."""
    did = _EVENTS[event.event]
    if event.event not in SAID:
        return did
    whom = f", {event.to.name}" if event.to and event.event is InquiryEventKind.REDIRECTED else ""
    return f"{named(event.by)} {did}{whom}"


def did(act: Act, whom: str) -> str:
    """ "accused Bo Ray", "denied it"."""
    if act is Act.ACCUSE and not whom:
        return "made an accusation"
    return _ACTS.get(act, act.value.replace("_", " ")).format(whom=whom or "somebody not named")


def source(document: Document) -> str:
    """Who publishes a document, or who signed a letter, a post or a statement."""
    told = document.source
    signed = told.medium in (Medium.POST, Medium.LETTER, Medium.STATEMENT)
    names = (told.author, told.publisher) if signed else (told.publisher, told.author)
    return named(Ref(None, next(filter(None, (*names, told.title)), told.url)))


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
