from __future__ import annotations

import pytest

from answerable.extract.coreference import resolve
from answerable.extract.mentions import find_mentions
from answerable.model import Document, Medium, Source


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
        ("Ada Hale left. “I saw her,” Jon Reva said.", "her", "Ada Hale"),
        ("After meeting Jon Reva, Otto Lind spoke. He left.", "He", "Otto Lind"),
        ("A judge spoke on Monday.\n\nJudge Ada Hale said no.", "A judge", "Ada Hale"),
    ],
)
def test_what_points_back(text: str, words: str, name: str) -> None:
    assert set(meant(text, words)) == {name}


def test_what_is_not_decided_stays_undecided() -> None:
    assert meant("He left. It rained.", "He") == [None]
    assert meant("Ada Hale met Jon Reva. The surgeon left.", "The surgeon") == [None]


def test_the_first_person_of_a_quotation_is_not_the_writers() -> None:
    text = "By Mina Osk\n\nAda Hale said: “I left.” I stayed."
    assert meant(text, "I") == [None, "Mina Osk"]


def test_a_headline_names_whom_the_text_names() -> None:
    text = "Hale Accuses Council Of Hiding Survey\n\nAda Hale, the minister, spoke on Monday."
    assert meant(text, "Hale") == ["Ada Hale"]


def test_where_a_place_stands_is_no_person() -> None:
    text = "They met in Tarn on Monday. Tarn has lost its ferry, and so has Osk Bay. Osk Bay said so. Ada Hale agreed."
    document = Document.of(text, Source("a", medium=Medium.NEWS))
    cast, _ = resolve(document, find_mentions(text))
    assert {m.name: m.place for m in cast if m.name[0].isupper()} == {"Tarn": True, "Osk Bay": True, "Ada Hale": False}
