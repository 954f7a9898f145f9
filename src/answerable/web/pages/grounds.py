"""What a refusal of an inquiry says besides no: why, and who is to hold one instead, in its own words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from answerable.model import Disposition, InquiryEvent, InquiryEventKind, Ref, Response
from answerable.store import Store, queries
from answerable.store.queries import passage
from answerable.text import on_one_line
from answerable.web.pages.entry import joined_ref


@dataclass(frozen=True, slots=True)
class Ground:
    """Words of a refusal: the reason that it gives (kind "refused"), or whom it sends the request to ("redirected").

    `answer` is the id of the refusal; `to` is whom it is sent to; `address` opens the words in their document.
    """

    answer: str
    kind: InquiryEventKind
    words: str
    to: Ref | None
    address: str


def grounds(store: Store, responses: Iterable[Response]) -> tuple[Ground, ...]:
    """The grounds of those responses that refuse an inquiry, each in the order of its document."""
    refusals = {r.document: r for r in responses if r.disposition is Disposition.REJECTED}
    if not refusals:
        return ()
    told = [e for i in queries.inquiries(store) for e in i.events if e.document in refusals]
    told.sort(key=lambda e: (e.document, e.reason or e.span))
    return tuple(dict.fromkeys(ground for e in told for ground in _of(store, e, refusals[e.document])))


def _of(store: Store, event: InquiryEvent, refusal: Response) -> Iterator[Ground]:
    pin = f"/documents/{event.document}?at="
    if event.event is InquiryEventKind.REFUSED and event.reason and event.span.overlaps(refusal.span):
        words = passage(store, event.document, event.reason)
        yield Ground(refusal.id, event.event, words, None, f"{pin}{event.reason.start}#here")
    if event.event is InquiryEventKind.REDIRECTED and (not event.by or not refusal.by or event.by.id == refusal.by.id):
        joined = queries.known_as(store, [event.to.id]) if event.to and event.to.id else {}
        to = joined_ref(event.to, joined)
        yield Ground(refusal.id, event.event, on_one_line(event.text), to, f"{pin}{event.span.start}#here")
