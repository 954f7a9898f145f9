"""Inquiries that were asked for and refused: which request a refusal answers, across documents."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import TypeVar

from answerable.model import Ask, Basis, Extraction, InquiryEvent, InquiryEventKind, Link, LinkKind, Ref, Response
from answerable.record.inquiries import join_inquiries
from answerable.record.names import same_actor, same_side
from answerable.record.register import Register, day_of

Entry = TypeVar("Entry", Ask, Response)

_WANTED = frozenset({InquiryEventKind.REQUESTED, InquiryEventKind.CALLED_FOR})
_SCORE = 0.7
_GOVERNMENT = Ref(None, "the Government")


def refusals(extractions: Sequence[Extraction], register: Register) -> Iterator[Link]:
    """Each refusal of an inquiry and the latest request for the same inquiry before it.

    A request that is addressed to whoever refuses comes before others, and a request in its own document before the
    same one as others tell of it.
    """
    asks = _by_document(ask for extraction in extractions for ask in extraction.asks)
    responses = _by_document(response for extraction in extractions for response in extraction.responses)
    for joined in join_inquiries(extractions):
        events = joined.inquiry.events
        wanted = [ask for e in events if e.event in _WANTED for ask in _at(e, asks) if ask.quoted_from is None]
        refused: list[tuple[InquiryEvent, Ask]] = []  # with what each answers
        for event in sorted((e for e in events if e.event is InquiryEventKind.REFUSED), key=_when):
            for refusal in _at(event, responses):
                before = [ask for ask in wanted if _day(ask) <= _day(refusal) and ask.document != refusal.document]
                again = next((ask for first, ask in reversed(refused) if _is_retold(first, event)), None)
                if before or again:
                    ask = again or max(before, key=lambda a: _fit(a, refusal))
                    refused.append((event, ask))
                    first = register.canonical(ask.id) or ask
                    reason = f"refuses the inquiry that it asks for ({joined.inquiry.name})"
                    yield Link.of(LinkKind.ANSWERS, refusal.id, first.id, _SCORE, reason)


def _is_retold(first: InquiryEvent, event: InquiryEvent) -> bool:
    """Whether a document that gives no day tells again of an earlier refusal by the same, or by "the Government"."""
    undated = event.date is None or event.date.basis is Basis.PUBLICATION
    general = event.by is None or same_side(event.by, _GOVERNMENT)
    return undated and first.document != event.document and (general or same_actor(first.by, event.by))


def _when(event: InquiryEvent) -> date:
    return day_of(event.date) or date.max


def _fit(ask: Ask, refusal: Response) -> tuple[bool, date, int]:
    return any(same_actor(refusal.by, a) for a in ask.addressees), _day(ask), -ask.span.start


def _by_document(entries: Iterator[Entry]) -> Mapping[str, list[Entry]]:
    found: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        found[entry.document].append(entry)
    return found


def _at(event: InquiryEvent, entries: Mapping[str, list[Entry]]) -> list[Entry]:
    """The entries that stand in the sentence of an event."""
    return [entry for entry in entries.get(event.document, ()) if entry.span.overlaps(event.span)]


def _day(entry: Ask | Response) -> date:
    return day_of(entry.date) or date.max
