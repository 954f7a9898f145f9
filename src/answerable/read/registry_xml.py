"""parlparse's older XML registries: who has which id, and other names of members."""

from __future__ import annotations

from lxml import etree

from answerable.errors import UnreadableError, UnsupportedError
from answerable.read.partial_dates import first_day, last_day
from answerable.registry import OtherName, Person, Registry


def read_people_xml(data: bytes, name: str) -> Registry:
    """The persons of `<person id latestname>` and the other names of `<alias fullname alternate from to>`.

    An alias is another name of a member, never an office: offices come from memberships.
    Raises UnreadableError if the XML is broken, UnsupportedError if it has neither.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True, load_dtd=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise UnreadableError(name, f"broken XML: {error.msg}") from None
    persons = tuple(
        Person(e.get("id"), e.get("latestname")) for e in root.iter("person") if e.get("id") and e.get("latestname")
    )
    others = tuple(
        OtherName(e.get("fullname"), e.get("alternate"), last_day(e.get("from")), first_day(e.get("to")))
        for e in root.iter("alias")
        if e.get("fullname") and e.get("alternate")
    )
    if not persons and not others:
        raise UnsupportedError(name, "XML without persons or aliases")
    return Registry(persons, others=others)
