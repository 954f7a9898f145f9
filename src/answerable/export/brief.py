"""A neutral briefing on an inquiry, a person or a topic: who said what, side by side, every sentence with its pin.

Nothing is said in the record's own voice: each sentence names its speaker or its source, words taken from a document
stand in quotation marks, and numbers are counts of what stands below them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from answerable.export.standing import Clash, Stands
from answerable.model import (
    Ask,
    Count,
    Document,
    Inquiry,
    InquiryEvent,
    InquiryEventKind,
    Link,
    LinkKind,
    Matter,
    Precision,
    Progress,
    Ref,
    Statement,
    When,
)
from answerable.text import Span, words

_SAID_OF = frozenset(
    {InquiryEventKind.CALLED_FOR, InquiryEventKind.REQUESTED, InquiryEventKind.REFUSED, InquiryEventKind.REDIRECTED}
)
_DID = {
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
_LONGEST = 280  # characters of a quotation


@dataclass(frozen=True, slots=True)
class Gathered:
    """What a briefing is made of; `documents` by id are those that its entries stand in."""

    subject: str
    day: date
    inquiries: tuple[Inquiry, ...]
    matters: tuple[tuple[Matter, Stands], ...]
    statements: tuple[Statement, ...]
    links: tuple[Link, ...]
    documents: Mapping[str, Document]


@dataclass(frozen=True, slots=True)
class Pin:
    """A place that shows a sentence: its number in the briefing, the document, the characters, the words."""

    number: int
    document: Document
    span: Span

    @property
    def words(self) -> str:
        """The words at the place, blanks evened out."""
        return " ".join(self.span.of(self.document.text).split())


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a briefing and the numbers of its pins."""

    text: str
    pins: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One recommendation: number, words, answers, how it stands and according to whom, by when."""

    cells: tuple[str, str, str, str, str]
    pins: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, its sentences, and the rows of its table if it has one."""

    title: str
    sentences: tuple[Sentence, ...]
    rows: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True)
class Briefing:
    """A briefing as of a day; sections that would be empty are left out."""

    title: str
    day: date
    sections: tuple[Section, ...]
    pins: tuple[Pin, ...]


HEADINGS = ("No.", "Recommendation", "Answers", "State, according to", "By when")


@dataclass(slots=True)
class _Pins:
    """Numbers the places as they are cited."""

    documents: Mapping[str, Document]
    found: dict[tuple[str, Span], Pin] = field(default_factory=dict)

    def cite(self, document: str, span: Span) -> int:
        if (document, span) not in self.found:
            self.found[document, span] = Pin(len(self.found) + 1, self.documents[document], span)
        return self.found[document, span].number


def brief(gathered: Gathered) -> Briefing:
    """The briefing of what was gathered."""
    pins = _Pins(gathered.documents)
    events = [(i, e) for i in gathered.inquiries for e in i.events]
    recommended = [(m, s) for m, s in gathered.matters if m.ask.number]
    sections = (
        Section("What happened", tuple(_told(pins, [(i, e) for i, e in events if e.event not in _SAID_OF]))),
        Section(
            "Who asked, who answered",
            (
                *_told(pins, [(i, e) for i, e in events if e.event in _SAID_OF]),
                *_called(pins, [m.ask for m, _ in gathered.matters if not m.ask.number], events),
            ),
        ),
        Section("Positions side by side", tuple(_positions(pins, gathered))),
        Section("State of the recommendations", tuple(_counted(pins, recommended)), tuple(_rows(pins, recommended))),
        Section("Dates that moved", tuple(_moved(pins, recommended))),
        Section("What conflicts", tuple(_conflicts(pins, recommended))),
    )
    kept = tuple(s for s in sections if s.sentences or s.rows)
    title = gathered.inquiries[0].name if len(gathered.inquiries) == 1 else gathered.subject
    return Briefing(title, gathered.day, kept, tuple(pins.found.values()))


def _told(pins: _Pins, events: Sequence[tuple[Inquiry, InquiryEvent]]) -> Iterator[Sentence]:
    """Each event once a day and doer, however many documents tell it, with all their pins."""
    groups: dict[tuple[object, ...], list[tuple[Inquiry, InquiryEvent]]] = defaultdict(list)
    for inquiry, event in sorted(events, key=lambda pair: (_first(pair[1].date) or date.max, pair[1].span)):
        who = event.by.name.split()[-1].lower() if event.by else event.document
        groups[inquiry.id, event.event, _first(event.date), who].append((inquiry, event))
    for members in groups.values():
        inquiry, event = max(members, key=lambda pair: (pair[1].reason is not None, len(pair[1].text)))
        cited = tuple(dict.fromkeys(pins.cite(e.document, e.span) for _, e in members))
        doer = _deed(event)
        source = _source(pins.documents[event.document])
        text = f"{_when(event.date)}{inquiry.name}: {doer}. {source}: {quoted(event.text)}"
        if event.reason:
            reason = event.reason.of(pins.documents[event.document].text)
            cited = (*cited, pins.cite(event.document, event.reason))
            text += f" Reason given: {quoted(reason)}"
        yield Sentence(text, cited)


def _deed(event: InquiryEvent) -> str:
    """ "Ann Lee refused it", "pointed to another body: Port Lyle", "final report, by Ida Lind"."""
    did = _DID[event.event]
    if event.event not in _SAID_OF:
        return f"{did}, by {event.by.name}" if event.by else did
    whom = f": {event.to.name}" if event.to and event.event is InquiryEventKind.REDIRECTED else ""
    return f"{event.by.name if event.by else 'somebody not named'} {did}{whom}"


def _called(pins: _Pins, asks: Iterable[Ask], events: Sequence[tuple[Inquiry, InquiryEvent]]) -> Iterator[Sentence]:
    """Calls and requests that are not told as events of an inquiry."""
    told = [(event.document, event.span) for _, event in events]
    for ask in asks:
        if any(document == ask.document and span.overlaps(ask.span) for document, span in told):
            continue
        whom = " of " + " and ".join(a.name for a in ask.addressees) if ask.addressees else ""
        text = f"{_when(ask.date)}{_name(ask.by)} asked{whom}: {quoted(ask.text)}"
        yield Sentence(text, (pins.cite(ask.document, ask.span),))


def _positions(pins: _Pins, gathered: Gathered) -> Iterator[Sentence]:
    """Each accusation with the answers to it beside it."""
    said = {s.id: s for s in gathered.statements}
    answers: dict[str, list[Statement]] = defaultdict(list)
    for link in gathered.links:
        if link.kind is LinkKind.REPLIES_TO and link.subject in said and link.object in said:
            answers[link.object].append(said[link.subject])
    for id, replies in sorted(answers.items(), key=lambda pair: _first(said[pair[0]].date) or date.max):
        both = (said[id], *replies)
        text = " Answered by ".join(_said(pins, statement) for statement in both)
        yield Sentence(text, tuple(pins.cite(s.document, _place(s)) for s in both))


def _said(pins: _Pins, statement: Statement) -> str:
    text = pins.documents[statement.document].text
    target = f", of {statement.targets[0].name}" if statement.targets else ""
    act = statement.act.value.replace("_", " ")
    return (
        f"{_name(statement.speaker)} ({act}{target}; {_day(statement.date)}): {quoted(words(text, statement.content))}"
    )


def _place(statement: Statement) -> Span:
    places = (*statement.source, *statement.cue, *statement.content)
    return Span(min(p.start for p in places), max(p.end for p in places))


def _counted(pins: _Pins, matters: Sequence[tuple[Matter, Stands]]) -> Iterator[Sentence]:
    """How many answers of which kind each body gave, and the counts that others claim."""
    by_body: dict[str, Counter[str]] = defaultdict(Counter)
    cited: dict[str, list[int]] = defaultdict(list)
    for matter, _ in matters:
        for response in matter.responses:
            body = _name(response.by).removeprefix("The ").removeprefix("the ")
            by_body[body][response.disposition.value.replace("_", " ")] += 1
            cited[body].append(pins.cite(response.document, response.span))
    for body, kinds in by_body.items():
        listed = ", ".join(f"{kind} {n}" for kind, n in kinds.most_common())
        yield Sentence(f"Answers of {body} listed below: {listed}.", tuple(dict.fromkeys(cited[body])))
    silent = [m.ask for m, s in matters if not m.responses]
    if silent:
        numbers = ", ".join(a.number or "" for a in silent)
        text = f"No answer was found, in the documents read, to: {numbers}."
        yield Sentence(text, tuple(pins.cite(a.document, a.span) for a in silent))
    counts = {c.id: c for m, _ in matters for c in m.counts}
    said: dict[tuple[str, Span], Count] = {(c.document, c.span): c for c in counts.values()}
    for count in said.values():
        text = f"{_name(count.by)} ({_day(count.as_of)}): {quoted(count.text)}"
        yield Sentence(text, (pins.cite(count.document, count.span),))


def _rows(pins: _Pins, matters: Sequence[tuple[Matter, Stands]]) -> Iterator[Row]:
    for matter, standing in matters:
        ask = matter.ask
        cited = [pins.cite(ask.document, ask.span)]
        cited += [pins.cite(r.document, r.span) for r in matter.responses]
        answers = "; ".join(f"{_name(r.by)}: {r.disposition.value}" for r in matter.responses) or str(standing.answered)
        state = "no claim found"
        if standing.claim:
            cited.append(pins.cite(standing.claim.document, standing.claim.span))
            state = f"{standing.status.value}, {_name(standing.according_to)}, as of {_day(standing.as_of)}"
        due = f"{'overdue since ' if standing.overdue else ''}{standing.due}" if standing.due else "no date found"
        cells = (ask.number or "", quoted(ask.text), answers.replace("_", " "), state.replace("_", " "), due)
        yield Row(cells, tuple(dict.fromkeys(cited)))


def _moved(pins: _Pins, matters: Sequence[tuple[Matter, Stands]]) -> Iterator[Sentence]:
    for matter, standing in matters:
        for slip in standing.slips:
            later, cited = slip.later, [pins.cite(slip.earlier.document, slip.earlier.span)]
            cited.append(pins.cite(later.document, later.span))
            why = "no reason found"
            if slip.reason:
                cited.append(pins.cite(later.document, slip.reason))
                why = f"reason given: {quoted(slip.reason.of(pins.documents[later.document].text))}"
            before, after = (quoted(c.due.words if c.due else "") for c in (slip.earlier, later))
            text = (
                f"Recommendation {matter.ask.number}: {_name(slip.earlier.by)} ({_day(slip.earlier.date)}) promised it "
                f"{before}; {_name(slip.by)} ({_day(later.date)}) {after}; {why}."
            )
            yield Sentence(text, tuple(cited))


def _conflicts(pins: _Pins, matters: Sequence[tuple[Matter, Stands]]) -> Iterator[Sentence]:
    """Each pair of speakers once, with the recommendations on which their claims conflict."""
    groups: dict[tuple[str, str], list[tuple[str, Clash]]] = defaultdict(list)
    for matter, standing in matters:
        for clash in standing.disputed:
            groups[clash.earlier.document, clash.later.document].append((matter.ask.number or "", clash))
    for members in groups.values():
        numbers = ", ".join(dict.fromkeys(number for number, _ in members))
        sides = [[m.earlier for _, m in members], [m.later for _, m in members]]
        cited = [pins.cite(c.document, c.span) for side in sides for c in side]
        text = f"On recommendation{'s' * (len(members) > 1)} {numbers}: {'; '.join(_claim(pins, s) for s in sides)}."
        yield Sentence(text, tuple(dict.fromkeys(cited)))


def _claim(pins: _Pins, claims: Sequence[Progress | Count]) -> str:
    """What one speaker claims, in the deciding words, each wording once."""
    said: dict[str, None] = {}
    for claim in claims:
        text = pins.documents[claim.document].text
        said[words(text, claim.deciding) if isinstance(claim, Progress) and claim.deciding else claim.text] = None
    return f"{_name(claims[0].by)} ({_day(claims[0].as_of)}) says {' or '.join(map(quoted, said))}"


def quoted(text: str) -> str:
    """Words of a document in quotation marks, blanks evened out, cut after a word where they are long."""
    plain = " ".join(text.split()).strip('“”"')
    if len(plain) > _LONGEST:
        plain = plain[:_LONGEST].rsplit(" ", 1)[0] + " …"
    return f"“{plain}”"


def _source(document: Document) -> str:
    return document.source.publisher or document.source.author or document.source.title or document.source.url


def _name(ref: Ref | None) -> str:
    return ref.name if ref else "somebody not named"


def _first(when: When | None) -> date | None:
    return (when.start or when.end) if when else None


def _day(when: When | None) -> str:
    day = _first(when)
    if when is None or day is None:
        return "no day given"
    if when.precision is Precision.MONTH:
        return f"{day:%B %Y}"
    return str(day.year) if when.precision is Precision.YEAR else f"{day.day} {day:%B %Y}"


def _when(when: When | None) -> str:
    return f"{_day(when)}. " if _first(when) else ""
