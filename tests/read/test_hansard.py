from datetime import date

import pytest

from answerable.errors import NoTextError, UnreadableError
from answerable.model import Medium, PartKind, Source
from answerable.read.hansard import read_hansard

DAY = """<?xml version="1.0" encoding="UTF-8"?>
<publicwhip>
<major-heading id="uk.org.publicwhip/debate/2021-05-03a.1.0" nospeaker="true">
TRANSPORT
</major-heading>
<minor-heading id="uk.org.publicwhip/debate/2021-05-03a.1.1" nospeaker="true">Ferries</minor-heading>
<speech id="uk.org.publicwhip/debate/2021-05-03a.1.2" nospeaker="true"><p>The Minister was asked—</p></speech>
<speech id="uk.org.publicwhip/debate/2021-05-03a.1.3" person_id="uk.org.publicwhip/person/9" speakername="Ann Vale">
 <p>Will the <phrase class="honfriend">Minister</phrase> act?</p><p>When?</p></speech>
<speech id="uk.org.publicwhip/debate/2021-05-03a.1.4" person_id="uk.org.publicwhip/person/8" speakername="Ben Orr">
 <p>I will.</p><p class="indent">“Ferries matter”</p></speech>
<division id="d" nospeaker="true"><mplist vote="aye"><mpname vote="aye">Ann Vale</mpname></mplist></division>
</publicwhip>"""


def test_turns_carry_speakers_and_person_ids() -> None:
    document = read_hansard(DAY.encode(), Source("debates.xml"))
    turns = [(p.label, p.ref, p.span.of(document.text)) for p in document.parts_of(PartKind.TURN)]
    assert turns == [
        ("Ann Vale", "uk.org.publicwhip/person/9", "Will the Minister act?\n\nWhen?"),
        ("Ben Orr", "uk.org.publicwhip/person/8", "I will.\n\n“Ferries matter”"),
    ]
    headings = [(p.level, p.span.of(document.text)) for p in document.parts_of(PartKind.HEADING)]
    assert headings == [(1, "TRANSPORT"), (2, "Ferries")]
    assert "Ann Vale\nWill the Minister act?" in document.text
    assert document.text.endswith("Aye: Ann Vale")
    assert len(document.parts_of(PartKind.QUOTATION)) == 1


def test_the_day_comes_from_the_ids() -> None:
    source = read_hansard(DAY.encode(), Source("debates.xml")).source
    assert (source.published, source.medium) == (date(2021, 5, 3), Medium.HANSARD)
    assert (source.publisher, source.title) == ("House of Commons", "House of Commons, 3 May 2021")


def test_entities_are_not_resolved() -> None:
    entity = '<!DOCTYPE p [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    day = f'{entity}<publicwhip><speech id="x"><p>A &a; b</p></speech></publicwhip>'
    assert "root" not in read_hansard(day.encode(), Source("x.xml")).text


def test_broken_xml_is_named() -> None:
    with pytest.raises(UnreadableError, match=r"x\.xml: broken XML"):
        read_hansard(b"<publicwhip><speech>", Source("x.xml"))


def test_a_day_without_speeches_is_refused() -> None:
    with pytest.raises(NoTextError, match="no speeches"):
        read_hansard(b"<publicwhip></publicwhip>", Source("x.xml"))
