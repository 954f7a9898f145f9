"""What wants an answer."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from answerable.model.actors import Ref
from answerable.model.dates import When
from answerable.text import Span, Spans


class AskKind(StrEnum):
    """Kinds of ask."""

    CALL = "call"
    REQUEST = "request"
    RECOMMENDATION = "recommendation"


@dataclass(frozen=True, slots=True)
class AskRef:
    """How a document points at an ask: its number as printed, the inquiry's name, a quotation of its words."""

    number: str | None = None
    inquiry: str | None = None
    quoted: Span | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class AskPart:
    """A lettered or numbered part of an ask; `label` as printed, with its parent's ("4(a)(iii)")."""

    label: str
    span: Span


@dataclass(frozen=True, slots=True)
class Ask:
    """A statement that wants an answer. `span` is its fullest wording, `also` other places of the same words.

    `addressees` are whom it asks; `by` who asks; `inquiry` the name of the inquiry whose recommendation it is.
    `text` is `Document.text[span]`.
    """

    id: str
    document: str
    kind: AskKind
    span: Span
    text: str
    by: Ref | None = None
    addressees: tuple[Ref, ...] = ()
    inquiry: str | None = None
    number: str | None = None
    parts: tuple[AskPart, ...] = ()
    due: tuple[When, ...] = ()
    also: Spans = ()
    statement: str | None = None
    date: When | None = None
    quoted_from: AskRef | None = None  # set where the document repeats somebody else's ask (a response that quotes it)
    score: float = 1.0
