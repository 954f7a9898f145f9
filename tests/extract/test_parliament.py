from __future__ import annotations

from datetime import date

from answerable.extract.speakers import resolve_speakers
from answerable.model import Document, Medium, Part, PartKind, Source
from answerable.registry import Membership, Person, Registry
from answerable.text import Span

REGISTRY = Registry(
    (Person("p1", "Ada Hale"), Person("p2", "Jon Reva"), Person("p3", "Mina Osk")),
    (Membership("p1", "Minister of State, Harbour Department"), Membership("p3", "Keeper of the Piers")),
)
TURNS = (
    ("Ada Hale", "p1", "I shall publish the survey. My hon. Friend the Keeper of the Piers agrees."),
    ("Jon Reva", "p2", "Will the Minister give way? She promised it to the hon. Member for Tarn South (Mr Lind)."),
    ("Ada Hale", "p1", "I thank the hon. Gentleman. I met the hon. Member for Tarn South. He agreed."),
    ("Pia Berg", "p4", "My hon. Friend the Minister for Lighthouses spoke."),
)


def said() -> dict[str, str | None]:
    """{words, with the turn's number: whom they mean}."""
    text, parts = "", []
    for name, ref, words in TURNS:
        text += f"{name}\n\n"
        parts.append(Part(PartKind.TURN, Span(len(text), len(text) + len(words)), name, ref=ref))
        text += f"{words}\n\n"
    document = Document.of(text, Source("d", medium=Medium.HANSARD, published=date(2031, 4, 1)), tuple(parts))
    actors, mentions, _ = resolve_speakers(document, (), REGISTRY)
    names = {a.id: a.name for a in actors}
    found: dict[str, str | None] = {}
    for m in mentions:
        turn = next((i for i, p in enumerate(parts) if p.span.contains(m.span)), None)
        found[f"{turn} {m.span.of(text)}"] = names.get(m.actor or "")
    return found


def test_forms_of_address_mean_members() -> None:
    found = said()
    assert found["0 I"] == "Ada Hale"
    assert found["0 My hon. Friend the Keeper of the Piers"] == "Mina Osk"
    assert found["1 the Minister"] == "Ada Hale"
    assert found["1 She"] == "Ada Hale"
    assert found["3 My hon. Friend the Minister for Lighthouses"] is None  # whom no registry knows
    assert found["1 the hon. Member for Tarn South (Mr Lind)"] == "Lind"
    assert found["2 the hon. Gentleman"] == "Jon Reva"
    assert found["2 the hon. Member for Tarn South"] == "Lind"
    assert found["2 He"] == "Lind"
