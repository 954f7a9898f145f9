"""A neutral briefing on an inquiry, a person or a topic: who said what, side by side, every sentence with its pin.

Nothing is said in the record's own voice: each sentence names its speaker or its source, words taken from a document
stand in quotation marks, and numbers are counts of what stands below them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from answerable.export.standing import Clash, Stands
from answerable.export.tellings import is_day, tellings
from answerable.export.wording import (
    SAID,
    answered,
    dated,
    deed,
    did,
    first,
    listed,
    named,
    opening,
    printed,
    quoted,
    recommendations,
    runs_of,
    source,
)
from answerable.model import (
    Ask,
    Count,
    Disposition,
    Document,
    Inquiry,
    InquiryEvent,
    Link,
    LinkKind,
    Matter,
    Progress,
    Statement,
)
from answerable.text import Span, words


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
        Section("What happened", tuple(_told(pins, [(i, e) for i, e in events if e.event not in SAID]))),
        Section(
            "Who asked, who answered",
            (
                *_told(pins, [(i, e) for i, e in events if e.event in SAID]),
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
    several = len({inquiry.id for inquiry, _ in events}) > 1
    for members in tellings(events):
        inquiry, event = max(members, key=lambda pair: (pair[1].reason is not None, is_day(pair[1].date)))
        cited = tuple(dict.fromkeys(pins.cite(e.document, e.span) for _, e in members))
        document = pins.documents[event.document]
        name = f"{opening(inquiry.name)}: " if several else ""
        day = f"{dated(event.date)}. " if first(event.date) else ""
        text = f"{day}{name}{deed(event) if name else opening(deed(event))}. {_quoting(document, event)}"
        if event.reason:
            cited = (*cited, pins.cite(event.document, event.reason))
            text += f" Reason given: {quoted(event.reason.of(document.text))}"
        yield Sentence(text, cited)


def _quoting(document: Document, event: InquiryEvent) -> str:
    """The words of an event, with who publishes them where that is not who did it."""
    told = source(document)
    own = event.event in SAID and event.by is not None and named(event.by) == told
    return quoted(event.text) if own else f"{opening(told)}: {quoted(event.text)}"


def _called(pins: _Pins, asks: Iterable[Ask], events: Sequence[tuple[Inquiry, InquiryEvent]]) -> Iterator[Sentence]:
    """Calls and requests that are not told as events of an inquiry."""
    told = [(event.document, event.span) for _, event in events]
    for ask in asks:
        if any(document == ask.document and span.overlaps(ask.span) for document, span in told):
            continue
        whom = " " + listed([named(a) for a in ask.addressees]) if ask.addressees else ""
        text = f"{dated(ask.date)}. {opening(named(ask.by))} asked{whom}: {quoted(ask.text)}"
        yield Sentence(text, (pins.cite(ask.document, ask.span),))


def _positions(pins: _Pins, gathered: Gathered) -> Iterator[Sentence]:
    """Each accusation with the answers to it beside it."""
    said = {s.id: s for s in gathered.statements}
    answers: dict[str, list[Statement]] = defaultdict(list)
    for link in gathered.links:
        if link.kind is LinkKind.REPLIES_TO and link.subject in said and link.object in said:
            answers[link.object].append(said[link.subject])
    for id, replies in sorted(answers.items(), key=lambda pair: first(said[pair[0]].date) or date.max):
        both = (said[id], *replies)
        text = " ".join(_said(pins, statement) for statement in both)
        yield Sentence(text, tuple(pins.cite(s.document, _place(s)) for s in both))


def _said(pins: _Pins, statement: Statement) -> str:
    text = pins.documents[statement.document].text
    whom = named(statement.targets[0]) if statement.targets else ""
    what = did(statement.act, whom)
    return (
        f"{opening(named(statement.speaker))} {what}, {dated(statement.date)}: {quoted(words(text, statement.content))}"
    )


def _place(statement: Statement) -> Span:
    places = (*statement.source, *statement.cue, *statement.content)
    return Span(min(p.start for p in places), max(p.end for p in places))


def _counted(pins: _Pins, matters: Sequence[tuple[Matter, Stands]]) -> Iterator[Sentence]:
    """What each body answered to which recommendations, and the counts that others claim."""
    by_body: dict[str, dict[Disposition, list[str]]] = defaultdict(lambda: defaultdict(list))
    cited: dict[str, list[int]] = defaultdict(list)
    for matter, _ in matters:
        for response in matter.responses:
            body, number = named(response.by), matter.ask.number or ""
            if number not in by_body[body][response.disposition]:
                by_body[body][response.disposition].append(number)
            cited[body].append(pins.cite(response.document, response.span))
    for body, kinds in by_body.items():
        ordered = sorted(kinds.items(), key=lambda pair: -len(pair[1]))
        whats = [recommendations(ordered[0][1]), *(runs_of(numbers) for _, numbers in ordered[1:])]
        said = "; ".join(answered(kind, what) for (kind, _), what in zip(ordered, whats, strict=True))
        yield Sentence(f"{opening(body)} {said}.", tuple(dict.fromkeys(cited[body])))
    silent = [m.ask for m, _ in matters if not m.responses]
    if silent:
        numbers = recommendations([a.number or "" for a in silent])
        text = f"No answer to {numbers} was found in the documents read."
        yield Sentence(text, tuple(pins.cite(a.document, a.span) for a in silent))
    said_once = {(c.document, c.span): c for m, _ in matters for c in m.counts}
    for count in said_once.values():
        text = f"{opening(named(count.by))}, {dated(count.as_of)}: {quoted(count.text)}"
        yield Sentence(text, (pins.cite(count.document, count.span),))


def _rows(pins: _Pins, matters: Sequence[tuple[Matter, Stands]]) -> Iterator[Row]:
    for matter, standing in matters:
        ask = matter.ask
        cited = [pins.cite(ask.document, ask.span)]
        cited += [pins.cite(r.document, r.span) for r in matter.responses]
        said = dict.fromkeys(f"{named(r.by)}: {r.disposition.value}" for r in matter.responses)
        state = "no claim found"
        if standing.claim:
            cited.append(pins.cite(standing.claim.document, standing.claim.span))
            state = f"{standing.status.value}, {named(standing.according_to)}, {dated(standing.as_of)}"
        due = printed(standing.due) if standing.due else "no date found"
        due += ", overdue" if standing.overdue else ""
        answers = opening("; ".join(said) or str(standing.answered)).replace("_", " ")
        cells = (ask.number or "", quoted(ask.text), answers, opening(state.replace("_", " ")), due)
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
                f"Recommendation {matter.ask.number}: {named(slip.earlier.by)} promised it {before}, "
                f"{dated(slip.earlier.date)}; {named(slip.by)} {after}, {dated(later.date)}; {why}."
            )
            yield Sentence(text, tuple(cited))


def _conflicts(pins: _Pins, matters: Sequence[tuple[Matter, Stands]]) -> Iterator[Sentence]:
    """Each pair of speakers once, with the recommendations on which their claims conflict."""
    groups: dict[tuple[str, str], list[tuple[str, Clash]]] = defaultdict(list)
    for matter, standing in matters:
        for clash in standing.disputed:
            groups[clash.earlier.document, clash.later.document].append((matter.ask.number or "", clash))
    for members in groups.values():
        numbers = recommendations(list(dict.fromkeys(number for number, _ in members)))
        sides = [[m.earlier for _, m in members], [m.later for _, m in members]]
        cited = [pins.cite(c.document, c.span) for side in sides for c in side]
        text = f"On {numbers}: {'; '.join(_claim(pins, s) for s in sides)}"
        yield Sentence(text, tuple(dict.fromkeys(cited)))


def _claim(pins: _Pins, claims: Sequence[Progress | Count]) -> str:
    """What one speaker claims, in the deciding words, each wording once."""
    said: dict[str, None] = {}
    for claim in claims:
        text = pins.documents[claim.document].text
        said[words(text, claim.deciding) if isinstance(claim, Progress) and claim.deciding else claim.text] = None
    return f"{named(claims[0].by)}, {dated(claims[0].as_of)}, {' or '.join(map(quoted, said))}"
