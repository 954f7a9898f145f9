"""How asks are answered: per recommendation and per body, with the words that decide the disposition."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from answerable.extract.addressees import bodies
from answerable.extract.answers import Answer, find_answers, find_reported, is_labelled, subject
from answerable.extract.dispositions import Verdict, judge, judge_label
from answerable.extract.entries import Entry
from answerable.extract.listed import find_listed
from answerable.extract.numbering import NUMBERS, expand, number_key
from answerable.extract.origin import is_response, responder
from answerable.extract.spoken import find_refused, find_spoken
from answerable.extract.survey import Survey, survey
from answerable.model import Ask, AskRef, Disposition, Document, Inquiry, Ref, Response, Statement
from answerable.text import Span, envelope, key, spans_key

_SEE = re.compile(
    r"\b(?:see|as (?:set out|stated|described|outlined|noted)|addressed?|covered|given|refer|set out|dealt with)\b"
    r"[^.]{0,80}?"
    rf"\b(?:(?:our|the|its)\s+)?(?:response\s+(?:to|under|on)\s+)?[Rr]ecommendations?\s+(?P<numbers>{NUMBERS})",
    re.IGNORECASE,
)
_OF = re.compile(
    r"\b(?:support of|(?:noted|accepted|supported|rejected) by)\s+(?:the\s+)?"
    r"(?P<by>[A-Z][\w’'-]*(?:\s+(?:of|and|the|[A-Z][\w’'-]*))*)"
)
_TAKEN_TOGETHER = (Disposition.ACCEPTED, Disposition.SUPPORTED, Disposition.NOTED, Disposition.REJECTED)
_GOVERNMENT = re.compile(r"\b(?:Government|Executive)$")
_STATUS_LENGTH = 30
_SHORT = 600  # characters: a longer answer speaks for itself


def find_responses(
    document: Document,
    statements: Sequence[Statement] = (),
    asks: Sequence[Ask] = (),
    inquiries: Sequence[Inquiry] = (),
) -> tuple[Response, ...]:
    """The answers in a document, in order of place: one for each recommendation and each body that answers.

    An answer for several recommendations is given once for each of them. One that only points to another takes that
    one's disposition; a sentence that lists numbers ("accepts recommendations 1 to 5") decides where the answer itself
    does not. Where no words decide, the disposition is `unclear`. The refusal of an inquiry is an answer to whoever
    asked for it.
    """
    name = next((ask.inquiry for ask in asks if ask.inquiry), None)
    seen = survey(document)
    seen = replace(seen, inquiry=name or seen.inquiry)
    found = [*_entry_answers(document, seen), *_row_answers(document, seen), *_lead_answers(document, seen)]
    if seen.answered:
        found = _with_lists(document, seen, found)
    numbered = [a for a in _with_references(document.text, found) if not _says_nothing(document, a, seen.update)]
    written = [_response(document, answered) for answered in numbered]
    taken = [
        *(response.span for response in written),
        *(pin for ask in asks if ask.number for pin in (ask.span, *ask.also)),
    ]
    spoken = tuple(find_spoken(document, statements, asks, taken))
    refused = find_refused(document, statements, inquiries, asks, [response.span for response in spoken])
    return tuple(sorted((*written, *spoken, *refused), key=lambda response: (response.span, response.id)))


@dataclass(frozen=True, slots=True)
class _Answered:
    """An answer, the recommendation that it answers, and what it says."""

    ask: AskRef
    answer: Answer
    verdict: Verdict
    by: str


def _entry_answers(document: Document, seen: Survey) -> Iterator[_Answered]:
    text = document.text
    waiting: list[Entry] = []  # quoted one after the other, and answered together
    for n, entry in enumerate(seen.entries):
        answers = find_answers(text, entry.after) if entry.after and (seen.answered or _labelled(text, entry)) else ()
        adjacent = n + 1 < len(seen.entries) and seen.entries[n + 1].first == entry.last
        status = _title_status(text, entry)
        if not answers and status is None:
            waiting = [*waiting, entry] if adjacent and seen.answered and _waits(entry) else []
            continue
        for answered in (*waiting, entry):
            for number, places in answered.shares:
                quoted = envelope(places) if places else None
                ref = AskRef(number, seen.inquiry, quoted, quoted.of(text) if quoted else "")
                for answer in answers or (_status_answer(entry, status),):
                    reported = find_reported(text, answer) if answers else ()
                    own = replace(answer, without=tuple(r.span for r in reported))
                    yield from _each(_said(document, ref, own, status))
                    yield from (_said(document, ref, other, None) for other in reported)
        waiting = []


def _says_nothing(document: Document, answered: _Answered, update: bool) -> bool:
    """Whether it is no answer: a word on how far the work has got, in a table or a progress report."""
    span = answered.answer.span
    short = span.end - span.start < _STATUS_LENGTH and document.text.count("\n", span.start - 1, span.end + 1) > 1
    return answered.verdict.disposition is Disposition.UNCLEAR and (update or short)


def _waits(entry: Entry) -> bool:
    """Whether an entry without an answer may be answered together with the next: it quotes a recommendation."""
    return entry.mark.noun != "conclusion" and bool(entry.words) and entry.words != (entry.title,)


def _each(answered: _Answered) -> Iterator[_Answered]:
    """One answer for each government, where several answer as one."""
    names = tuple(bodies(answered.by))
    if len(names) > 1 and all(_GOVERNMENT.search(name) for name in names):
        yield from (replace(answered, by=name) for name in names)
    else:
        yield answered


def _lead_answers(document: Document, seen: Survey) -> Iterator[_Answered]:
    """What the lead-in of a list says of all of it: "The following recommendations enjoy the support of …"."""
    text = document.text
    judged = {lead: judge(text, lead) for lead in {entry.lead for entry in seen.entries if entry.lead}}
    for entry in seen.entries:
        verdict = judged.get(entry.lead) if entry.lead else None
        if entry.lead is None or verdict is None or verdict.disposition not in _TAKEN_TOGETHER:
            continue
        by = _OF.search(text, entry.lead.start, entry.lead.end)
        for number in entry.mark.numbers:
            ref = AskRef(number, seen.inquiry, entry.span, entry.span.of(text) if entry.span else "")
            yield _Answered(ref, Answer(entry.lead), verdict, " ".join(by["by"].split()) if by else "")


def _labelled(text: str, entry: Entry) -> bool:
    """Whether an answer in a document that is no response is marked as one."""
    return is_labelled(text, entry.after[0].span)


def _title_status(text: str, entry: Entry) -> Verdict | None:
    """The status printed beside the number: "Recommendation 3 – Accepted"."""
    return judge_label(text, entry.title) if entry.title else None


def _status_answer(entry: Entry, status: Verdict | None) -> Answer:
    assert entry.title is not None
    return Answer(entry.title, "", status)


def _row_answers(document: Document, seen: Survey) -> Iterator[_Answered]:
    for row in seen.rows:
        for number in row.mark.numbers:
            words = row.words.of(document.text) if row.words else ""
            ref = AskRef(number, seen.inquiry, row.words, words)
            for answer in row.answers:
                yield _said(document, ref, answer, None)


def _said(document: Document, ref: AskRef, answer: Answer, status: Verdict | None) -> _Answered:
    verdict = answer.label or status or judge(document.text, answer.span, answer.without)
    by = answer.by or subject(document.text, answer.span)
    return _Answered(ref, answer, verdict, by or (responder(document) if is_response(document) else ""))


def _with_lists(document: Document, seen: Survey, found: Iterable[_Answered]) -> list[_Answered]:
    """Let sentences that list numbers decide open answers, and answer what nothing else answers."""
    answered = list(found)
    words = [place for entry in seen.entries for place in entry.words]
    for listed in find_listed(document.text, seen.blocks):
        if any(listed.span.overlaps(place) for place in words):
            continue
        for number in listed.numbers:
            own = [n for n, a in enumerate(answered) if _is_number(a.ask.number, number)]
            for n in own:
                if answered[n].verdict.disposition is Disposition.UNCLEAR:
                    answered[n] = replace(answered[n], verdict=listed.verdict)
            if not own:
                ref = AskRef(number, seen.inquiry)
                by = subject(document.text, listed.span) or responder(document)
                answered.append(_Answered(ref, Answer(listed.span), listed.verdict, by))
    return answered


def _is_number(given: str | None, number: str) -> bool:
    return given is not None and number_key(given) == number_key(number)


def _with_references(text: str, found: Sequence[_Answered]) -> Iterator[_Answered]:
    """Give an answer that decides nothing and points to another ("see our response to 22") what that one says."""
    said = {number_key(a.ask.number): a.verdict for a in found if a.ask.number and a.verdict.deciding}
    for answered in found:
        span = answered.answer.span
        undecided = answered.verdict.disposition is Disposition.UNCLEAR and span.end - span.start < _SHORT
        match = _SEE.search(text, span.start, span.end) if undecided else None
        there = [said.get(number_key(number)) for number in expand(match["numbers"])] if match else []
        if match and there and there[0] and all(v and v.disposition == there[0].disposition for v in there):
            deciding = (Span(match.start(), match.end()), *there[0].deciding)
            answered = replace(answered, verdict=Verdict(there[0].disposition, tuple(sorted(deciding))))
        yield answered


def _response(document: Document, answered: _Answered) -> Response:
    span = answered.answer.span
    return Response(
        id=key("response", document.id, answered.ask.number or "", answered.by, spans_key((span,))),
        document=document.id,
        ask=answered.ask,
        disposition=answered.verdict.disposition,
        span=span,
        text=span.of(document.text),
        by=Ref(None, answered.by) if answered.by else None,
        deciding=answered.verdict.deciding,
    )
