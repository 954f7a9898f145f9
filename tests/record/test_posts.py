from __future__ import annotations

from datetime import date

from answerable.model import Post
from answerable.record.posts import tidied


def test_a_post_is_listed_once_and_with_its_days() -> None:
    held = Post("Secretary of State for Piers and Ports", "Ministry of Piers", date(2030, 1, 1), None)
    before = Post("Member for Tarn", None, date(2028, 1, 1), None)
    told = [Post("Piers Secretary"), Post("Secretary of State for Piers and Ports"), held, before, Post("pilot")]
    assert tidied([*told, *told]) == (before, held, Post("pilot"))


def test_of_two_wordings_without_days_the_fuller_stays() -> None:
    assert tidied([Post("leader of the council"), Post("Leader of Tarn Borough Council")]) == (
        Post("Leader of Tarn Borough Council"),
    )


def test_two_terms_of_one_post_are_two() -> None:
    terms = (Post("Mayor", None, date(2020, 1, 1), date(2021, 1, 1)), Post("Mayor", None, date(2024, 1, 1), None))
    assert tidied(terms) == terms
