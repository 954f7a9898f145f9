"""An affair as it is reported, from accusation to answer, by the model that ships: who did what to whom, pinned."""

from __future__ import annotations

from datetime import date

import pytest

from answerable.extract import extract
from answerable.extract.onnx import load_tagger
from answerable.model import Document, Extraction, Medium, Source, Statement
from answerable.registry import Alias, Membership, Person, Registry
from answerable.text import words

AFFAIR = """Minister under fire over damp flats

Councillor Edda Thorne wrote on social media on Monday that the housing minister, Corin Vale, had lied about damp in \
the Marrowby flats. "The minister lied to tenants and he hid the survey," she wrote.

Marrowby Council asked the government to pay for a survey of all 400 flats. Mr Vale refused to pay for the survey. \
"We will not write a blank cheque," he said.

The prime minister, Ansel Brandreth, said the story was misinformation. "Nobody in this government hid anything," \
Mr Brandreth told Parliament on Tuesday.

The leader of the opposition, Petra Lyle, called for a public inquiry into the flats. "Mr Vale must publish the \
survey," Ms Lyle said.

The health secretary, Una Castell, defended Mr Vale. The environment minister, Rufus Oake, also defended him.

Dame Honor Whitlock, who chaired an earlier inquiry into the flats, said that none of her 20 recommendations had been \
carried out. "Not one of the 20 has been carried out," she said.

The government said it was committed to the recommendations of the earlier inquiry.
"""
TOLD = """
Edda Thorne     | accuse          | Corin Vale       | lied             | that the housing minister, Corin Vale, had
Edda Thorne     | accuse          | Corin Vale       | lied             | "The minister lied to tenants
Marrowby Council| request         | the government   | asked            | the government to pay for a survey of all 400
Corin Vale      | refuse          | Marrowby Council | refused          | to pay for the survey
Corin Vale      | refuse          | Marrowby Council | will not write   | "We will not write a blank cheque,"
Ansel Brandreth | dispute         | Edda Thorne      | misinformation   | the story was misinformation
Ansel Brandreth | deny            | Edda Thorne      | Nobody in this   | "Nobody in this government hid anything,"
Petra Lyle      | call_for        |                  | called for       | a public inquiry into the flats
Petra Lyle      | call_for        | Corin Vale       | must             | "Mr Vale must publish the survey,"
Una Castell     | defend          | Corin Vale       | defended         | Mr Vale
Rufus Oake      | defend          | Corin Vale       | defended         | him
Honor Whitlock  | report_progress |                  | none             | that none of her 20 recommendations had been
Honor Whitlock  | report_progress |                  | Not one          | "Not one of the 20 has been carried out,"
the government  | promise         |                  | committed to     | it was committed to the recommendations
"""


def read(text: str, published: date | None = None, registry: Registry | None = None) -> tuple[Document, Extraction]:
    document = Document.of(text, Source("affair", medium=Medium.NEWS, published=published))
    return document, extract(document, load_tagger(), registry)


@pytest.fixture(scope="module")
def affair() -> tuple[Document, Extraction]:
    return read(AFFAIR)


@pytest.mark.parametrize("line", TOLD.strip().splitlines())
def test_every_step_of_an_affair_has_its_speaker_act_target_and_pin(
    affair: tuple[Document, Extraction], line: str
) -> None:
    speaker, act, target, deciding, content = (part.strip() for part in line.split("|"))
    document, extraction = affair
    [statement] = [s for s in extraction.statements if words(document.text, s.content).startswith(content)]
    assert (statement.speaker and statement.speaker.name, statement.act) == (speaker, act)
    assert [ref.name for ref in statement.targets] == ([target] if target else [])
    assert words(document.text, statement.act_spans).startswith(deciding)


def test_an_affair_has_no_other_statements(affair: tuple[Document, Extraction]) -> None:
    assert len(affair[1].statements) == len(TOLD.strip().splitlines())


def of(extraction: Extraction, name: str) -> list[Statement]:
    return [s for s in extraction.statements if s.speaker and s.speaker.name == name]


def test_who_denies_what_he_is_accused_of_does_not_admit_or_say_it() -> None:
    _, extraction = read(
        "Corin Vale, the housing minister, was accused by Edda Thorne of hiding a survey of the flats. "
        "Mr Vale denied hiding the survey. “I did not hide it,” Mr Vale said on Monday."
    )
    assert {s.act.value for s in of(extraction, "Corin Vale")} == {"deny"}
    assert {s.act.value for s in of(extraction, "Edda Thorne")} == {"accuse"}
    assert [ref.name for s in of(extraction, "Edda Thorne") for ref in s.targets] == ["Corin Vale"]


def test_an_office_is_whoever_held_it_on_the_day() -> None:
    registry = Registry(
        (Person("p1", "Corin Vale"), Person("p2", "Una Castell")),
        (
            Membership("p1", "Secretary of State for Dwellings", None, date(2028, 1, 1), date(2030, 5, 1)),
            Membership("p2", "Secretary of State for Dwellings", None, date(2030, 5, 2), None),
        ),
        (Alias("Dwellings Secretary", "Secretary of State for Dwellings"),),
    )
    text = "The Dwellings Secretary refused to pay for a survey. Marrowby Council said the refusal was a disgrace."
    _, earlier = read(text, date(2029, 6, 1), registry)
    _, later = read(text, date(2031, 6, 1), registry)
    assert [s.act for s in of(earlier, "Corin Vale")] == [s.act for s in of(later, "Una Castell")] == ["refuse"]
    assert not of(earlier, "Una Castell") and not of(later, "Corin Vale")


def test_two_people_of_one_surname_are_kept_apart() -> None:
    _, extraction = read(
        "Corin Vale, the housing minister, said the flats were safe. Agnes Vale, who leads the tenants, said they "
        "were a disgrace. “I would not sleep there,” Agnes Vale said. Corin Vale promised to visit the flats."
    )
    assert {s.act.value for s in of(extraction, "Corin Vale")} == {"state", "promise"}
    assert {s.act.value for s in of(extraction, "Agnes Vale")} >= {"criticise"}
    assert len(extraction.statements) == 4
