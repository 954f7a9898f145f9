"""What was published where, and the text that was read from it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from answerable.text import Span, key


class Medium(StrEnum):
    """What kind of publication a text is."""

    NEWS = "news"
    POST = "post"
    STATEMENT = "statement"
    REPORT = "report"
    RESPONSE = "response"
    UPDATE = "update"
    HANSARD = "hansard"
    LETTER = "letter"
    TRANSCRIPT = "transcript"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Source:
    """Where and when a text was published.

    `url` is an address, or the path as the user gave it. `published` may be unknown; `retrieved` is set by whoever
    fetched the bytes. `author` is the byline or the signatory, `publisher` the outlet or body.
    """

    url: str
    publisher: str | None = None
    author: str | None = None
    medium: Medium = Medium.UNKNOWN
    media_type: str | None = None
    published: date | None = None
    retrieved: datetime | None = None
    title: str | None = None


class PartKind(StrEnum):
    """What the typography or the mark-up of a document says about a stretch of it."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"  # a numbered or bulleted paragraph; label = the number as printed
    PAGE = "page"  # label = the page label
    TURN = "turn"  # one speaker's turn, without its name line; label = the speaker as printed, ref = person id
    ROW = "row"  # a table row
    CELL = "cell"  # a table cell; level = its column, from 0; label = the header of that column
    QUOTATION = "quotation"  # a block quotation or a box
    EMPHASIS = "emphasis"  # a run in bold
    ITALIC = "italic"  # a paragraph set in italics: reports so tell recommendations from conclusions
    FOOTNOTE = "footnote"  # label = the mark


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a document and what it is.

    `level` is the depth of a heading (1 = top) or item (0 = top), or the column of a cell.
    """

    kind: PartKind
    span: Span
    label: str = ""
    level: int = 0
    ref: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A text that never changes once read. `id` is a key of the text alone.

    `parts` are in order of start, then of longest first. `ocr` says that the text was recognised from pictures.
    """

    id: str
    text: str
    source: Source
    parts: tuple[Part, ...] = ()
    ocr: bool = False
    name: str | None = None  # the caller's own id, for bulk input

    @classmethod
    def of(
        cls, text: str, source: Source, parts: tuple[Part, ...] = (), *, ocr: bool = False, name: str | None = None
    ) -> Document:
        """A document with the id that belongs to `text`."""
        ordered = tuple(sorted(parts, key=lambda p: (p.span.start, -p.span.end)))
        return cls(key("document", text), text, source, ordered, ocr, name)

    def parts_of(self, *kinds: PartKind) -> tuple[Part, ...]:
        """The parts of the given kinds, in order."""
        return tuple(p for p in self.parts if p.kind in kinds)
