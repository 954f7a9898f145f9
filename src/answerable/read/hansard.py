"""Hansard in the XML of TheyWorkForYou and parlparse: headings, and speakers' turns with person ids."""

from __future__ import annotations

import re
from collections.abc import Callable

from lxml import etree

from answerable.errors import NoTextError, UnreadableError
from answerable.model import Document, Medium, PartKind, Source
from answerable.read.draft import Draft
from answerable.read.metadata import day, filled

_LEVELS = {"oral-heading": 1, "major-heading": 1, "minor-heading": 2}
_DAY = re.compile(r"(\d{4}-\d\d-\d\d)")
_HOUSES = (("/debate/", "House of Commons"), ("/lords/", "House of Lords"), ("/westminhall/", "House of Commons"))


def read_hansard(data: bytes, source: Source) -> Document:
    """A sitting day as one document: HEADING parts, and a TURN a speech, labelled with the speaker's printed name.

    The name stands on a line of its own before the turn; `ref` is the person id where the file has one.
    Raises UnreadableError if the XML is broken, NoTextError if nobody speaks in it.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True, load_dtd=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise UnreadableError(source.url, f"broken XML: {error.msg}") from None
    draft = Draft()
    for element in root.iterchildren(etree.Element):
        write = _WRITERS.get(element.tag)
        if write:
            write(element, draft)
    if not draft.text:
        raise NoTextError(source.url, "no speeches in it")
    return draft.document(_described(source, root))


def _described(source: Source, root: etree._Element) -> Source:
    first = next((i for i in (e.get("id") for e in root.iterchildren(etree.Element)) if i), "")
    told = _DAY.search(first) or _DAY.search(source.url)
    publisher = next((house for mark, house in _HOUSES if mark in first), "Hansard")
    published = day(told[1]) if told else None
    title = f"{publisher}, {published:%-d %B %Y}" if published else publisher
    return filled(source, title=title, publisher=publisher, published=published, medium=Medium.HANSARD)


def _heading(element: etree._Element, draft: Draft) -> None:
    if words := _words(element):
        draft.block(PartKind.HEADING, words, level=_LEVELS[element.tag], ref=element.get("id"))


def _speech(element: etree._Element, draft: Draft) -> None:
    name = element.get("speakername") or ""
    if name == "None" or element.get("nospeaker"):
        name = ""
    draft.gap()
    if name:
        draft.write(name)
        draft.gap("\n")
    start = draft.at
    for paragraph in element.iterchildren(etree.Element):
        _paragraph(paragraph, draft)
    if name:
        draft.mark(PartKind.TURN, start, label=name, ref=element.get("person_id"))


def _paragraph(element: etree._Element, draft: Draft) -> None:
    """One paragraph, or each row of a table."""
    rows = element.findall(".//tr")
    for block in rows or [element]:
        if words := _words(block):
            start = draft.write(words)
            draft.mark(_kind(block), start)
            draft.gap()


def _kind(block: etree._Element) -> PartKind:
    if block.tag == "tr":
        return PartKind.ROW
    indented = "indent" in (block.get("class") or "")
    return PartKind.QUOTATION if indented else PartKind.PARAGRAPH


def _division(element: etree._Element, draft: Draft) -> None:
    """A vote: who said aye, who said no."""
    draft.gap()
    for names in element.iter("mplist", "msplist", "lordlist"):
        listed = "; ".join(filter(None, (_words(member) for member in names.iterchildren(etree.Element))))
        side = (names.get("vote") or "").capitalize()
        draft.block(PartKind.PARAGRAPH, f"{side}: {listed}")


def _words(element: etree._Element) -> str:
    cells = element.findall("td") + element.findall("th") if element.tag == "tr" else []
    if cells:
        return "\t".join(_words(cell) for cell in cells)
    return " ".join("".join(element.itertext()).split())


_WRITERS: dict[object, Callable[[etree._Element, Draft], None]] = {
    **dict.fromkeys(_LEVELS, _heading),
    "speech": _speech,
    "division": _division,
}
