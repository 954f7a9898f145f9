"""Inquiries that were asked for and refused: which request a refusal answers, across documents."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from typing import TypeVar

from answerable.model import Ask, Basis, Extraction, InquiryEvent, InquiryEventKind, Link, LinkKind, Ref, Response
from answerable.record.inquiries import join_inquiries
from answerable.record.names import same_actor, same_side
from answerable.record.register import Register, day_of

Entry = TypeVar("Entry", Ask, Response)

_WANTED = frozenset({InquiryEventKind.REQUESTED, InquiryEventKind.CALLED_FOR})
_SCORE = 0.7
_NEAR = 200  # characters before a refusal in which whoever asked is named
_GOVERNMENT = Ref(None, "the Government")


def refusals(extractions: Sequence[Extraction], register: Register) -> Iterator[tuple[Response, Link | None]]:
    """Each refusal of an inquiry and the latest request for the same inquiry before it; no link where a document only
    tells again of what another has from whoever refused.

    A request by somebody who is named shortly before the refusal comes first, then one that is addressed to whoever
    refuses; a request in its own document comes before the same one as others tell of it.
    """
    sources = {extraction.document: extraction for extraction in extractions}
    asks = _by_document(ask for extraction in extractions for ask in extraction.asks)
    responses = _by_document(response for extraction in extractions for response in extraction.responses)
    for joined in join_inquiries(extractions):
        events = joined.inquiry.events
        wanted = [ask for e in events if e.event in _WANTED for ask in _at(e, asks) if ask.quoted_from is None]
        refused: list[tuple[InquiryEvent, Ask]] = []  # with what each answers
        for event in sorted((e for e in events if e.event is InquiryEventKind.REFUSED), key=_when):
            for refusal in _at(event, responses):
                again = next((pair for pair in reversed(refused) if _is_retold(pair[0], event, refusal)), None)
                if again and _is_own(again[0], sources[again[0].document]):
                    yield refusal, None
                    continue
                before = [ask for ask in wanted if _is_before(ask, refusal)]
                if before or again:
                    named = _named_before(refusal, sources[refusal.document])
                    ask = again[1] if again else max(before, key=partial(_fit, refusal, named))
                    refused.append((event, ask))
                    first = register.canonical(ask.id) or ask
                    reason = f"refuses the inquiry that it asks for ({joined.inquiry.name})"
                    yield refusal, Link.of(LinkKind.ANSWERS, refusal.id, first.id, _SCORE, reason)


def _is_before(ask: Ask, refusal: Response) -> bool:
    """Whether an ask can be what is refused: of an earlier day, or on the day further up in the same document."""
    if ask.document == refusal.document:
        return ask.span.end <= refusal.span.start and not same_actor(ask.by, refusal.by)
    return _day(ask) <= _day(refusal)


def _is_own(event: InquiryEvent, extraction: Extraction) -> bool:
    """Whether whoever refused says so in a document of their own."""
    source = extraction.source
    return any(same_actor(event.by, Ref(None, name)) for name in (source.author, source.publisher) if name)


def _is_retold(first: InquiryEvent, event: InquiryEvent, refusal: Response) -> bool:
    """Whether a document that gives no day tells again of an earlier refusal by the same, or by "the Government"."""
    undated = event.date is None or event.date.basis is Basis.PUBLICATION
    general = event.by is None or same_side(event.by, _GOVERNMENT)
    own = event.by is None or same_actor(refusal.by, event.by)  # else who tells of it agrees, and refuses too
    return undated and own and first.document != event.document and (general or same_actor(first.by, event.by))


def _when(event: InquiryEvent) -> date:
    return day_of(event.date) or date.max


def _named_before(refusal: Response, said: Extraction) -> tuple[Ref, ...]:
    near = range(refusal.span.start - _NEAR, refusal.span.end)
    return tuple(Ref(m.actor, m.name) for m in said.mentions if m.span.start in near)


def _fit(refusal: Response, named: Sequence[Ref], ask: Ask) -> tuple[bool, bool, date, int]:
    asked = any(same_actor(ask.by, ref) for ref in named)
    return asked, any(same_actor(refusal.by, a) for a in ask.addressees), _day(ask), -ask.span.start


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
