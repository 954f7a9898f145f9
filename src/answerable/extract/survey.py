"""A document surveyed once for its recommendations and the answers to them: blocks, entries, table rows, origin."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from answerable.extract.blocks import Block, blocks
from answerable.extract.entries import Entry, find_entries
from answerable.extract.origin import inquiry_name, is_response
from answerable.extract.tables import Row, find_rows
from answerable.model import Document, Inquiry, Medium

_PREVENTING = re.compile(r"prevent future deaths", re.IGNORECASE)
_UNNUMBERED = (Medium.NEWS, Medium.POST, Medium.HANSARD, Medium.TRANSCRIPT)


@dataclass(frozen=True, slots=True)
class Survey:
    """What a document shows of recommendations.

    `answered` says that it responds to somebody else's, `update` that it reports on how far they have got.
    """

    answered: bool
    update: bool
    inquiry: str | None
    blocks: tuple[Block, ...] = ()
    entries: tuple[Entry, ...] = ()
    rows: tuple[Row, ...] = ()


def survey(document: Document, inquiries: Sequence[Inquiry] = ()) -> Survey:
    """Survey `document`; one that never says "recommend" is not looked at, but for a coroner's report."""
    answered = is_response(document)
    update = document.source.medium is Medium.UPDATE
    if not _PREVENTING.search(document.text) and (
        document.source.medium in _UNNUMBERED or "ecommend" not in document.text.lower()
    ):
        return Survey(answered, update, None)
    found = blocks(document)
    entries = find_entries(document.text, found, answered=answered)
    rows = find_rows(document.text, found)
    name = inquiry_name(document, inquiries) if entries or rows or answered else None
    return Survey(answered, update, name, found, entries, rows)
