from __future__ import annotations

import pytest

from answerable.extract.coreference import resolve
from answerable.extract.mentions import find_mentions
from answerable.model import ActorKind, Document, Medium, Part, PartKind, Source
from answerable.text import Span


def meant(text: str, words: str, medium: Medium = Medium.NEWS) -> list[str | None]:
    """Whom each place with these words means."""
    document = Document.of(text, Source("a", medium=medium))
    _, resolved = resolve(document, find_mentions(text))
    members = [r.member for r in resolved if r.found.span.of(text) == words]
    return [m.name if m and not m.nameless else None for m in members]


@pytest.mark.parametrize(
    "text,words,name",
    [
        ("The Chancellor, Ada Hale, spoke. The Chancellor left.", "Chancellor", "Ada Hale"),
        ("Jon Reva, who chairs the board, met the lawyer Ada Hale. The lawyer left.", "The lawyer", "Ada Hale"),
        ("Tarn Harbour Committee met. The committee then left.", "The committee", "Tarn Harbour Committee"),
        ("Critics said no. They then left.", "They", "critics"),
        ("Norway met Finland. The Norwegian government agreed.", "The Norwegian government", "Norway"),
        ("Wales met Norway. The Welsh government agreed.", "The Welsh government", "the Welsh government"),
        ("Ada Hale knows the Constitution.", "Constitution", None),
        ("The socialists met. They then left.", "They", "the socialists"),
        ("The candidate Ada Hale spoke. Critics praised the challenger.", "the challenger", "Ada Hale"),
        ("Ada Hale left. “I saw her,” Jon Reva said.", "her", "Ada Hale"),
        ("After meeting Jon Reva, Otto Lind spoke. He left.", "He", "Otto Lind"),
        ("A judge spoke on Monday.\n\nJudge Ada Hale said no.", "A judge", "Ada Hale"),
        ("The Hale Inquiry met. Professor Hale spoke. We thank her.", "her", "Hale"),
    ],
)
def test_what_points_back(text: str, words: str, name: str) -> None:
    assert set(meant(text, words)) == {name}


def test_what_is_not_decided_stays_undecided() -> None:
    assert meant("He left. It rained.", "He") == [None]
    assert meant("Ada Hale met Jon Reva. The surgeon left.", "The surgeon") == [None]


def test_an_office_in_the_lead_is_told_by_all_its_words_and_soon() -> None:
    lead = "Critics accused the Ports Secretary of hiding a survey.\n\n"
    assert meant(lead + "The Health Secretary, Ada Hale, said no.", "Ports Secretary") == [None]
    assert meant(lead + "The Ports Secretary, Ada Hale, said no.", "Ports Secretary")[0] == "Ada Hale"
    long_ago = "It rained. " * 100 + "Jon Reva, who was Ports Secretary until July, left."
    assert meant(lead + long_ago, "Ports Secretary")[0] is None


def test_the_first_person_of_a_quotation_is_not_the_writers() -> None:
    text = "By Mina Osk\n\nAda Hale said: “I left.” I stayed."
    assert meant(text, "I") == [None, "Mina Osk"]


@pytest.mark.parametrize("words", ["I’ve", "I'd", "I’m"])
def test_a_pronoun_that_a_verb_is_drawn_to_is_a_pronoun(words: str) -> None:
    assert meant(f"By Ada Hale\n\n{words} seen it.", "I") == ["Ada Hale"]


def test_a_headline_names_whom_the_text_names() -> None:
    text = "Hale Accuses Council Of Hiding Survey\n\nAda Hale, the minister, spoke on Monday."
    assert meant(text, "Hale") == ["Ada Hale"]


def test_where_a_place_stands_is_no_person() -> None:
    text = "They met in Tarn on Monday. Tarn has lost its ferry, and so has Osk Bay. Osk Bay said so. Ada Hale agreed."
    document = Document.of(text, Source("a", medium=Medium.NEWS))
    cast, _ = resolve(document, find_mentions(text))
    assert {m.name: m.place for m in cast if m.name[0].isupper()} == {"Tarn": True, "Osk Bay": True, "Ada Hale": False}


def cast_of(text: str, *parts: Part, medium: Medium = Medium.NEWS) -> dict[str, ActorKind]:
    """Whom the text names with a capital, and what they are."""
    cast, _ = resolve(Document.of(text, Source("a", medium=medium), parts), find_mentions(text))
    return {m.name: m.kind for m in cast if m.name[0].isupper()}


def test_capitals_alone_make_no_actor() -> None:
    text = (
        "Read Top Stories now. A Harbour Tax came. Follow Ada Hale for more. Then Mina Osk left, and so did her "
        "Opposition Day motion.\n\nPIERS ARE CLOSED FOR THE WINTER Boats were moved. The Latest came."
    )
    assert cast_of(text) == {"Ada Hale": ActorKind.PERSON, "Mina Osk": ActorKind.PERSON}


def test_a_surname_is_found_behind_the_end_of_a_title() -> None:
    text = "Ada Hale left. Former secretary of State Hale agreed. Principal Whoever Zara Hale did not."
    assert "State Hale" not in cast_of(text)


def test_a_name_with_a_capital_inside_or_joined_initials_is_a_body() -> None:
    text = "The strike was called by the TWU-PLA on Monday. HarbourWatch said so. Ada McHale agreed."
    assert cast_of(text) == {
        "TWU-PLA": ActorKind.ORGANISATION,
        "HarbourWatch": ActorKind.ORGANISATION,
        "Ada McHale": ActorKind.PERSON,
    }


def test_a_bodys_name_may_hold_a_plural_owner() -> None:
    text = "Ada Hale of the Tarn Dockers’ Alliance spoke. The Alliance met."
    assert cast_of(text) == {"Ada Hale": ActorKind.PERSON, "Tarn Dockers’ Alliance": ActorKind.ORGANISATION}


def test_the_authority_is_the_body_whose_name_ends_so() -> None:
    text = "The Tarn Harbour Authority met. Otto Lind left the Authority then. The Authority closed it."
    assert set(meant(text, "Authority")) == {"Tarn Harbour Authority"}
    two = "The Tarn Harbour Authority met the Osk River Authority. The Authority closed it."
    assert "Tarn Harbour Authority" not in meant(two, "Authority")


def test_a_learned_title_is_no_office() -> None:
    text = "Professor Ada Hale met Deputy Mayor Jon Reva."
    cast, _ = resolve(Document.of(text, Source("a")), find_mentions(text))
    assert {m.name: [p.role for p in m.posts] for m in cast} == {"Ada Hale": [], "Jon Reva": ["Deputy Mayor"]}


def test_a_heading_alone_names_no_body() -> None:
    text = "Harbour Safety\n\nTarn Ferries are closed\n\nTarn Ferries closed. Their Back Benchers left."
    headings = (Part(PartKind.HEADING, Span(0, 14)), Part(PartKind.HEADING, Span(16, 39)))
    assert "Harbour Safety" not in cast_of(text, *headings)
    assert "Tarn Ferries" in cast_of(text, *headings)
    assert "Benchers" not in cast_of(text, *headings)


def test_a_neighbouring_town_is_a_place() -> None:
    text = "It was closed, as neighbouring Osk had done. Osk agreed."
    cast, _ = resolve(Document.of(text, Source("a")), find_mentions(text))
    assert [(m.name, m.place) for m in cast] == [("Osk", True)]
    text = "Then Tarn North voted, as East Osk had done."
    cast, _ = resolve(Document.of(text, Source("a")), find_mentions(text))
    assert [(m.name, m.place) for m in cast] == [("Tarn North", True), ("East Osk", True)]


@pytest.mark.parametrize(
    "text",
    [
        "The people of Lum were told. Lum’s wells failed. We accept her findings.",
        "The wells failed in Norway, Lum and Osk. Lum’s board sat. We accept her findings.",
        "Osk, Lum and North Reva were told. Osk and Lum’s wells failed. We accept her findings.",
    ],
)
def test_a_town_among_towns_is_no_she(text: str) -> None:
    assert meant(text, "her") == [None]
    cast, _ = resolve(Document.of(text, Source("a")), find_mentions(text))
    assert all(m.place for m in cast if m.name in ("Lum", "Osk"))
