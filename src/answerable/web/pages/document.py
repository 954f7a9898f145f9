"""A document as it reads, every statement marked in it and noted in the margin."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from answerable.errors import NotFoundError
from answerable.model import Document, Medium, PartKind
from answerable.store import Store, queries
from answerable.text import Span, shortened
from answerable.web.acts import Family
from answerable.web.highlight import Layer, Role, Segment, segments
from answerable.web.pages.entry import Entry, title_of
from answerable.web.pages.marked import MAIN, Mark, marks_of
from answerable.web.pages.pinned import Pinned
from answerable.web.reading import Block, blocks, sections
from answerable.web.signs import signs


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text with its marks.

    `marks` are the roles and the family that it is drawn with; `anchors` the ids of the statements that begin here;
    `page` is the label of the page that begins here; `entries` are the ids of all statements that cover it.
    """

    text: str
    marks: tuple[str, ...] = ()
    entries: tuple[str, ...] = ()
    anchors: tuple[str, ...] = ()
    page: str | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of the text, its place in it, and the notes that stand beside it in the margin.

    `notes` are the statements and `pins` the asks, answers, promises and progress claims that begin here. In a table
    `row` is where its row begins, `column` the number of its cell, from 0, and `heading` what stands above that column.
    """

    span: Span
    kind: PartKind
    level: int
    quoted: bool
    row: int | None
    column: int | None
    heading: str
    pieces: tuple[Piece, ...]
    notes: tuple[Entry, ...]
    pins: tuple[Pinned, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a long document: its number, and its first heading or words."""

    number: int
    heading: str


@dataclass(frozen=True, slots=True)
class DocumentPage:
    """A document as it reads, with who said what of whom in the margin.

    id: the document's id, a key of its text
    title: the document's title, or its address where it has none
    publisher: who published it
    author: its byline or signatory
    medium: what kind of publication it is
    published: the day of publication
    url: where it was read from
    addresses: every address of this text
    newer: id of the text that this address gives now, where it has changed
    changed: whether the text at this address was another before
    ocr: whether the text was recognised from pictures
    counts: how many entries of each family of acts stand in its margin
    section: which section is shown, from 1
    sections: all sections; a short document has one
    paragraphs: the blocks of this section with their marks and notes
    threads: for each entry in the margin that hangs on a matter, the id of that matter
    chosen: id of the entry that the reader came for
    place: the character offset that the reader came for
    """

    id: str
    title: str
    publisher: str | None
    author: str | None
    medium: Medium
    published: date | None
    url: str
    addresses: tuple[str, ...]
    newer: str | None
    changed: bool
    ocr: bool
    counts: dict[Family, int]
    section: int
    sections: tuple[Section, ...]
    paragraphs: tuple[Paragraph, ...]
    threads: dict[str, str]
    chosen: str | None
    place: int | None


def document_page(
    store: Store, id: str, section: int | None = None, chosen: str | None = None, place: int | None = None
) -> DocumentPage:
    """A section of a document: the one asked for, else that of the chosen entry or place, else the first.

    `place` is a character offset. Raises NotFoundError where there is no such document, section or entry.
    """
    document = queries.document(store, id)
    marks = marks_of(store, document, chosen)
    runs = sections(blocks(document))
    if chosen:
        place = _place(marks, chosen)
    at = section - 1 if section else _section_of(runs, place or 0)
    if not 0 <= at < len(runs):
        raise NotFoundError(f"the document has {len(runs)} sections")
    source, versions = document.source, queries.versions(store, id)
    paragraphs = _paragraphs(document, runs[at], marks, chosen)
    return DocumentPage(
        id=id,
        title=title_of(source),
        publisher=source.publisher,
        author=source.author,
        medium=source.medium,
        published=source.published,
        url=source.url,
        addresses=tuple(dict.fromkeys(v.source.url for v in versions if v.document == id)),
        newer=_newer(versions, id),
        changed=any(v.document == id and v.version > 1 for v in versions),
        ocr=document.ocr,
        counts={f: n for f in Family if (n := sum(m.family is f for m in marks if m.note or m.pin))},
        section=at + 1,
        sections=tuple(Section(n, _heading(document, run)) for n, run in enumerate(runs, 1)),
        paragraphs=paragraphs,
        threads=queries.matters_with(store, (p.id for block in paragraphs for p in block.pins)),
        chosen=chosen,
        place=place,
    )


def _newer(versions: Iterable[queries.Version], id: str) -> str | None:
    current = [v.document for v in versions if v.current]
    return current[0] if current and id not in current else None


def _place(marks: Iterable[Mark], chosen: str) -> int:
    for mark in marks:
        if mark.id == chosen:
            return mark.begins
    raise NotFoundError(f"no entry {chosen} in this document")


def _section_of(runs: Sequence[Sequence[Block]], place: int) -> int:
    return max((n for n, run in enumerate(runs) if run and run[0].span.start <= place), default=0)


def _heading(document: Document, run: Sequence[Block]) -> str:
    block = next((b for b in run if b.kind is PartKind.HEADING), run[0] if run else None)
    if block is None:
        return ""
    first = " ".join(block.span.of(document.text).split()).strip("*#: ")
    return shortened(first, 60)


def _layers(document: Document, marks: Iterable[Mark], chosen: str | None, whole: Span) -> list[Layer]:
    layers = [Layer(p.span, Role.BOLD) for p in document.parts_of(PartKind.EMPHASIS) if p.span.overlaps(whole)]
    layers += [Layer(span, Role.SIGN) for span in signs(document, whole)]
    for mark in marks:
        layers += [Layer(span, role, mark.id) for role, spans in mark.layers for span in spans]
        if mark.id == chosen:
            layers += [
                Layer(span, Role.CHOSEN, chosen) for role, spans in mark.layers if role in MAIN for span in spans
            ]
    return layers


def _paragraphs(
    document: Document, run: Sequence[Block], marks: Sequence[Mark], chosen: str | None
) -> tuple[Paragraph, ...]:
    if not run:
        return ()
    whole = Span(run[0].span.start, run[-1].span.end)
    near = [m for m in marks if any(s.overlaps(whole) for _, spans in m.layers for s in spans)]
    layers = _layers(document, near, chosen, whole)
    families = {m.id: m.family for m in near}
    begins = {m.id: m.begins for m in near}
    starts = [block.span.start for block in run]
    beside: dict[int, list[Mark]] = {}
    for mark in sorted(near, key=lambda m: begins[m.id]):
        if whole.start <= begins[mark.id] < whole.end:
            beside.setdefault(bisect_right(starts, begins[mark.id]) - 1, []).append(mark)
    shown = []
    for n, block in enumerate(run):
        here = beside.get(n, [])
        row = segments(document.text, (a for a in layers if a.span.overlaps(block.span)), block.span)
        pieces = tuple(_pieces(row, families, begins, block.pages))
        notes, pins = tuple(m.note for m in here if m.note), tuple(m.pin for m in here if m.pin)
        set_in = (block.row, block.column, block.heading)
        shown.append(Paragraph(block.span, block.kind, block.level, block.quoted, *set_in, pieces, notes, pins))
    return tuple(shown)


def _pieces(
    row: Iterable[Segment], families: dict[str, Family], begins: dict[str, int], pages: Sequence[tuple[int, str]]
) -> Iterable[Piece]:
    """The segments of a block; one in which a page begins is cut there."""
    for segment in row:
        for start, text, page in _cut_at_pages(segment, pages):
            anchors = tuple(dict.fromkeys(a.entry for a in segment.layers if begins.get(a.entry) == start))
            entries = tuple(dict.fromkeys(a.entry for a in segment.layers if a.entry))
            yield Piece(text, _marks(segment, families), entries, anchors, page)


def _cut_at_pages(segment: Segment, pages: Sequence[tuple[int, str]]) -> Iterable[tuple[int, str, str | None]]:
    """(offset, text, label of the page that begins with it) of the pieces of a segment."""
    end = segment.start + len(segment.text)
    begun = {at: label for at, label in pages if segment.start <= at < end}
    for at, until in pairwise((*sorted({segment.start, *begun}), end)):
        yield at, segment.text[at - segment.start : until - segment.start], begun.get(at)


def _marks(segment: Segment, families: dict[str, Family]) -> tuple[str, ...]:
    """Roles in a fixed order, then the family of the innermost content, then whether contents overlap."""
    roles = [role.value for role in Role if any(a.role is role for a in segment.layers)]
    contents = [a for a in segment.layers if a.role in MAIN]
    owners = contents or [a for a in segment.layers if a.entry]
    if owners:
        roles.append(families[owners[-1].entry].value)
    if len(contents) > 1:
        roles.append("nested")
    return tuple(roles)
