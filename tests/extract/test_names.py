from __future__ import annotations

import pytest

from answerable.extract.names import Sort, find_names


def names(text: str) -> list[tuple[str, Sort]]:
    return [(n.name, n.sort) for n in find_names(text)]


@pytest.mark.parametrize(
    "text,name,title",
    [
        ("Then Mr. Guido van der Meer-Hall spoke.", "Guido van der Meer-Hall", "Mr."),
        ("They asked Transport Secretary Ada Hale to resign.", "Ada Hale", "Transport Secretary"),
        ("They asked Retired U.S. Air Force Gen. Ada Hale to resign.", "Ada Hale", "Retired U.S. Air Force Gen."),
        ("They asked Foreign Minister Ada O’Hale Jr. to resign.", "Ada O’Hale Jr.", "Foreign Minister"),
        ("They asked Home Secretary Helen May to resign.", "Helen May", "Home Secretary"),
        ("They asked Secretary of State John Reva to resign.", "John Reva", "Secretary of State"),
        ("They asked Rep. J. D. McHale to resign.", "J. D. McHale", "Rep."),
    ],
)
def test_a_person_is_named_without_the_title(text: str, name: str, title: str) -> None:
    (found,) = find_names(text)
    assert (found.name, found.title, found.sort) == (name, title, Sort.PERSON)
    assert found.head.of(text) == name


@pytest.mark.parametrize(
    "name",
    [
        "Department for Environment, Food and Rural Affairs",
        "House Oversight and Government Reform Committee",
        "Tarn Water Company",
        "Centre for Tidal Research",
        "TRWC",
    ],
)
def test_a_body_may_hold_small_words(name: str) -> None:
    assert names(f"We heard from the {name} on Monday.") == [(name, Sort.BODY)]


def test_two_bodies_are_not_run_together() -> None:
    assert [n for n, _ in names("The Cabinet Office and the Treasury met Ada Hale and Jon Reva.")] == [
        "Cabinet Office",
        "Treasury",
        "Ada Hale",
        "Jon Reva",
    ]


def test_a_word_that_only_opens_a_sentence_is_no_part_of_a_name() -> None:
    text = "Yesterday Ada Hale spoke. But Hale said yesterday that nobody asked. May came."
    assert [n for n, _ in names(text)] == ["Ada Hale", "Hale"]


def test_places_and_peoples_are_told_from_persons() -> None:
    assert names("The Mexicans came to North Carolina.") == [
        ("Mexicans", Sort.PEOPLE),
        ("North Carolina", Sort.PLACE),
    ]


def test_headlines_are_left_to_what_the_text_teaches() -> None:
    assert names("Hale Accuses Council Of Hiding Survey\n\nThe minister spoke on Monday.") == []


def test_a_body_ends_where_another_begins() -> None:
    assert names("We asked the Department for Tides and Piers and the board.") == [
        ("Department for Tides and Piers", Sort.BODY)
    ]
    assert [
        n
        for n, _ in names(
            "On Monday we had asked the Department of Health and Tarn County Council about the old and broken pier."
        )
    ] == [
        "Department of Health",
        "Tarn County Council",
    ]


def test_a_title_of_two_subjects_is_an_office() -> None:
    (office,) = names("She met the Secretary of State for Water and Piers.")
    assert office == ("Secretary of State for Water and Piers", Sort.OFFICE)
    assert ("Jon Reva", Sort.PERSON) in names("The Leader of the Opposition, Jon Reva, spoke.")


def test_what_a_title_is_of_is_no_name() -> None:
    assert names("She met the Minister for Public Safety on Monday.") == [("Minister for Public Safety", Sort.OFFICE)]
    assert names("She met Secretary of State for Harbours Ada Hale.") == [("Ada Hale", Sort.PERSON)]
