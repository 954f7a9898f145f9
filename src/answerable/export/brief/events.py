"""What happened to inquiries, who asked for what, and who answered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from answerable.export.brief.book import Book, Said
from answerable.export.brief.nouns import Sentence
from answerable.export.tellings import is_day, tellings
from answerable.export.wording import SAID, dated, first, listed, opening, quoted, source, told
from answerable.model import (
    Ask,
    AskKind,
    Disposition,
    Inquiry,
    InquiryEvent,
    Matter,
    Medium,
    Response,
)
from answerable.text import Span

Pair = tuple[Inquiry, InquiryEvent]
_ISSUED = frozenset({Medium.REPORT, Medium.RESPONSE, Medium.UPDATE})


def happened(book: Book, events: Sequence[Pair]) -> Iterator[Sentence]:
    """What happened to inquiries: each event once, however many documents tell it, with all their pins."""
    for members in tellings([(i, e) for i, e in events if e.event not in SAID]):
        inquiry, event = _best(book, members)
        document = book.document(event.document)
        if not first(event.date):
            continue  # mentioned in passing
        by = book.introduce(event.by, first(event.date), event.document) if event.by else ""
        text = f"{_day(event)}{opening(told(event, book.inquiry(inquiry, event.event), by))}"
        issued = document.source.medium in _ISSUED and first(event.date) == document.source.published
        if issued and document.source.title:
            text += f", {quoted(document.source.title)}."
        else:
            text += f", according to {source(document)}: {book.quote(event.document, event.span)}"
        yield Sentence(text, _pins(book, event, members))


def asked(book: Book, matters: Iterable[Matter], events: Sequence[Pair]) -> Iterator[Sentence]:
    """Inquiries asked for and refused, calls and requests with the answers beneath them, in order of day."""
    said = [(*_best(book, members), members) for members in tellings([(i, e) for i, e in events if e.event in SAID])]
    calls = list(_calls(book, matters, events))
    days = [(first(event.date) or date.max, 0, n) for n, (_, event, _) in enumerate(said)]
    days += [(first(matter.ask.date) or date.max, 1, n) for n, matter in enumerate(calls)]
    for _, kind, n in sorted(days):
        if kind:
            yield from _called(book, calls[n], events)
        else:
            yield _said(book, *said[n])


def _said(book: Book, inquiry: Inquiry, event: InquiryEvent, members: Sequence[Pair]) -> Sentence:
    """An inquiry asked for, refused or pointed to, in the words of whoever did, with the reason given."""
    who = book.introduce(event.by, first(event.date), event.document)
    what = told(event, book.inquiry(inquiry, event.event))
    text = f"{_day(event)}{who} {what}{book.reported(event.document, event.span, event.by)}: "
    text += book.quote(event.document, event.span, event.by)
    pins = _pins(book, event, members)
    if event.reason and not book.whole(event.document, event.span, event.by).contains(event.reason):
        pins = (*pins, book.cite(event.document, event.reason))
        reason = book.sentence(event.document, event.reason).of(book.document(event.document).text)
        text += f" The reason given: {quoted(reason)}"
    return Sentence(text, pins)


def _best(book: Book, members: Sequence[Pair]) -> Pair:
    """The telling to quote: in a sentence and not in a heading, in the doer's own words, with a reason, with a day."""

    def rank(pair: Pair) -> tuple[bool, ...]:
        _, event = pair
        own = event.by is not None and not book.reported(event.document, event.span, event.by)
        headed = event.event in SAID and book.in_heading(event.document, event.span)
        return (not headed, own, event.reason is not None, is_day(event.date))

    return max(members, key=rank)


def _pins(book: Book, told: InquiryEvent, members: Sequence[Pair]) -> tuple[int, ...]:
    """The pin of the telling that is quoted, and those of the others."""
    others = (book.cite(e.document, e.span) for _, e in members if e.id != told.id)
    return tuple(dict.fromkeys((book.cite_whole(told.document, told.span, told.by), *others)))


def _day(event: InquiryEvent) -> str:
    return f"{dated(event.date)}: " if first(event.date) else ""


def _calls(book: Book, matters: Iterable[Matter], events: Sequence[Pair]) -> Iterator[Matter]:
    """The calls and requests that are not told as events of an inquiry, each once and in its own words."""
    shown: set[tuple[str, Span]] = set()
    listed = list(matters)
    asks = [_said_by(matter.ask) for matter in listed]
    for matter, asking in zip(listed, asks, strict=True):
        ask = matter.ask
        place = (ask.document, book.whole(ask.document, ask.span))
        if place in shown or _is_told(ask, events) or book.in_heading(ask.document, ask.span):
            continue
        if book.told_again(asking, asks) is None:
            shown.add(place)
            yield matter


def _called(book: Book, matter: Matter, events: Sequence[Pair]) -> Iterator[Sentence]:
    ask = matter.ask
    text = f"{opening(dated(ask.date))}: {_asked(book, ask)}{book.reported(ask.document, ask.span, ask.by)}: "
    pins = (book.cite_whole(ask.document, ask.span, ask.by),)
    yield Sentence(text + book.quote(ask.document, ask.span, ask.by), pins)
    given: set[Disposition] = set()
    for response in matter.responses:
        again = response.disposition in given and book.reported(response.document, response.span, response.by)
        if not again and not _is_told(response, events):
            yield _answer(book, response)
        given.add(response.disposition)


def _said_by(ask: Ask) -> Said:
    return ask.document, ask.span, ask.by


def _asked(book: Book, ask: Ask) -> str:
    who = book.introduce(ask.by, first(ask.date))
    whom = listed([book.name(a) for a in ask.addressees]) if ask.addressees else ""
    if not whom:
        return f"{who} made this {'request' if ask.kind is AskKind.REQUEST else 'call'}"
    return f"{who} {'asked' if ask.kind is AskKind.REQUEST else 'called on'} {whom}"


def _answer(book: Book, response: Response) -> Sentence:
    who = book.introduce(response.by, first(response.date))
    text = f"{who} answered, {dated(response.date)}{book.reported(response.document, response.span, response.by)}: "
    pins = (book.cite_whole(response.document, response.span, response.by),)
    return Sentence(text + book.quote(response.document, response.span, response.by), pins, beside=True)


def _is_told(entry: Ask | Response, events: Sequence[Pair]) -> bool:
    """Whether an entry stands in the sentence of an event."""
    return any(e.document == entry.document and e.span.overlaps(entry.span) for _, e in events)
