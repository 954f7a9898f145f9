"""The form by which anybody asks for a correction of an entry, with what was asked before and the replies."""

from __future__ import annotations

from dataclasses import dataclass, replace

from answerable.errors import NotFoundError
from answerable.store import Store
from answerable.store.queries import Request, requests
from answerable.web.pages.sides import Side, sides
from answerable.web.pages.subjects import subjects


@dataclass(frozen=True, slots=True)
class CorrectionPage:
    """The form by which anybody asks for a correction of an entry.

    title: heading of the page
    subject: id of the entry
    words: the words that the entry is pinned to
    document_title: the document that they stand in
    address: where they stand in it
    entry: the entry as other pages show it, empty where an editor has rejected it
    sent: whether a request has just been sent
    requests: earlier requests on the entry with their replies
    """

    title: str
    subject: str
    words: str
    document_title: str
    address: str
    entry: Side | None
    sent: bool
    requests: tuple[Request, ...]


def correction_page(store: Store, subject: str, *, sent: bool = False) -> CorrectionPage:
    """The form for an entry, also for one that an editor has rejected. Raises NotFoundError where there is none."""
    about = subjects(store, [subject]).get(subject)
    if about is None or not about.document_title:
        raise NotFoundError(f"no entry {subject}")
    return CorrectionPage(
        title="Ask for a correction",
        subject=subject,
        words=about.words,
        document_title=about.document_title,
        address=about.address,
        entry=sides(store, [subject]).get(subject),
        sent=sent,
        requests=tuple(public(r) for r in requests(store, subject=subject)),
    )


def public(request: Request) -> Request:
    """A request as everybody may see it: how to reach whoever made it is for editors alone."""
    return replace(request, contact="")
