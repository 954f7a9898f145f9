"""The nouns and the closed lists: frozen values, no input, no output, no clock.

    documents    what was published where, and the text that was read from it
    dates        days and intervals, as far as the words give them
    actors       who speaks, is spoken of, is asked and promises
    statements   who says what, and what saying it does
    inquiries    inquiries, reviews and commissions, and what happens to them
    asks         what wants an answer
    answers      what was answered, promised and done, and the claims on how much of it
    extractions  what one document yields
    links        what one entry is to another, as the program proposes
    judgements   what people decide
    matters      an ask with all that hangs on it

All positions are half-open character offsets into `Document.text`. Identity is content: an entry's id hashes its
document, its kind and its spans, never its score, so that a person's decision outlives a better model.
"""

from __future__ import annotations

from answerable.model.actors import Actor, ActorKind, Mention, Post, Ref
from answerable.model.answers import Commitment, Count, Disposition, Progress, Response, Status
from answerable.model.asks import Ask, AskKind, AskPart, AskRef
from answerable.model.dates import Basis, Precision, When, months_later
from answerable.model.documents import Document, Medium, Part, PartKind, Source
from answerable.model.extractions import Extraction
from answerable.model.inquiries import Inquiry, InquiryEvent, InquiryEventKind, InquiryKind
from answerable.model.judgements import Judgement, Verdict
from answerable.model.links import Link, LinkKind
from answerable.model.matters import Matter
from answerable.model.statements import ASKING, Act, Quoted, Statement, Voice

__all__ = [
    "ASKING",
    "Act",
    "Actor",
    "ActorKind",
    "Ask",
    "AskKind",
    "AskPart",
    "AskRef",
    "Basis",
    "Commitment",
    "Count",
    "Disposition",
    "Document",
    "Extraction",
    "Inquiry",
    "InquiryEvent",
    "InquiryEventKind",
    "InquiryKind",
    "Judgement",
    "Link",
    "LinkKind",
    "Matter",
    "Medium",
    "Mention",
    "Part",
    "PartKind",
    "Post",
    "Precision",
    "Progress",
    "Quoted",
    "Ref",
    "Response",
    "Source",
    "Statement",
    "Status",
    "Verdict",
    "Voice",
    "When",
    "months_later",
]
