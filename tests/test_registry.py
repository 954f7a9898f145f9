from __future__ import annotations

from datetime import date

import pytest

from answerable.registry import Alias, Membership, OtherName, Person, Registry, merged, same_given, title_key

HOME = "The Secretary of State for the Harbour Department"
UNDER = "Parliamentary Under-Secretary of State for the Harbour Department"
REGISTRY = Registry(
    (Person("p1", "Ada Hale"), Person("p2", "Jon Reva"), Person("p3", "Mina Osk")),
    (
        Membership("p1", HOME, None, date(2028, 1, 1), date(2030, 5, 1)),
        Membership("p2", HOME, None, date(2030, 5, 1), None, as_of=date(2031, 1, 1)),
        Membership("p3", UNDER, None, date(2028, 1, 1), None),
        Membership("p3", "Minister of State", None, date(2028, 1, 1), None),
        Membership("p3", "Lord Warden and Leader of the House of Piers", None, date(2028, 1, 1), None),
        Membership("p1", "Chair", "Ferries Committee", date(2031, 1, 1), None),
    ),
    (Alias("Harbour Secretary", HOME, None, date(2030, 12, 31)),),
    (OtherName("Mina Osk", "Wilhelmina Osk"),),
)


@pytest.mark.parametrize(
    "title,day,holder",
    [
        ("the Secretary of State for the Harbour Department", date(2029, 1, 1), "Ada Hale"),
        ("Harbour Secretary", date(2029, 1, 1), "Ada Hale"),
        ("harbour secretary", date(2030, 6, 1), "Jon Reva"),
        (UNDER, date(2029, 1, 1), "Mina Osk"),
        ("Leader of the House of Piers", date(2029, 1, 1), "Mina Osk"),
        ("chairwoman of the Ferries Committee", date(2031, 2, 1), "Ada Hale"),
        ("Harbour Secretary", date(2031, 1, 1), None),  # no longer so called
        (HOME, date(2030, 5, 1), None),  # handed over that day: two holders
        (HOME, date(2027, 1, 1), None),  # a gap
        (HOME, date(2031, 1, 2), None),  # beyond what the registry vouches for
        ("Minister of State", date(2029, 1, 1), None),  # many hold it, though one is known
        ("Secretary of State", date(2029, 1, 1), None),
        ("Harbour Department", date(2029, 1, 1), None),
    ],
)
def test_only_a_whole_title_with_one_holder_gives_a_person(title: str, day: date, holder: str | None) -> None:
    found = REGISTRY.holder(title, day)
    assert (found.name if found else None) == holder


def test_titles_are_compared_without_articles_case_and_punctuation() -> None:
    assert title_key("The Lord  Chancellor & Keeper of Her Majesty’s Piers") == title_key(
        "lord chancellor and keeper of piers"
    )


def test_persons_are_found_by_other_names_and_told_apart_by_what_they_held() -> None:
    assert [p.id for p in REGISTRY.named("Wilhelmina Osk")] == ["p3"]
    two = merged([REGISTRY, Registry((Person("p9", "Ada Hale"),))])
    assert {p.id for p in two.named("Ada Hale")} == {"p1", "p9"}
    assert [p.id for p in two.named("Ada Hale", date(2029, 1, 1))] == ["p1"]


def test_merging_joins_entries_of_one_id_and_repeats_nothing() -> None:
    again = merged([REGISTRY, REGISTRY, Registry((Person("p1", "Dame Ada Hale"),))])
    assert len(again.memberships) == len(REGISTRY.memberships)
    assert again.person("p1") == Person("p1", "Ada Hale", ("Ada Hale", "Dame Ada Hale"))


def test_posts_are_given_as_the_registry_words_them() -> None:
    (post,) = REGISTRY.posts_named("Harbour Secretary", "p1", date(2029, 1, 1))
    assert (post.role, post.start, post.end) == (HOME, date(2028, 1, 1), date(2030, 5, 1))


def test_given_names_are_one_in_their_short_forms_and_with_a_letter_doubled() -> None:
    assert same_given("mike", "michael") and same_given("phillip", "philip") and same_given("a", "ada")
    assert not same_given("ada", "otto") and not same_given("ana", "anna")
