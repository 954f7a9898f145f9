"""Numbers as printed, their marks, and lists and ranges of them."""

from __future__ import annotations

import pytest

from answerable.extract.numbering import (
    expand,
    follows,
    letter_mark,
    letter_marks,
    number_key,
    plain_mark,
    trailing_mark,
    worded_mark,
)
from answerable.text import Span


@pytest.mark.parametrize(
    ("text", "numbers", "content"),
    [
        ("Recommendation 12: That lamps be lit", ("12",), "That lamps be lit"),
        ("Recommendation 4a iii – Lamps", ("4a iii",), "Lamps"),
        ("Recommendation 4(a)(iii) The Guild", ("4(a)(iii)",), "The Guild"),
        ("Recommendations 12 to 14", ("12", "13", "14"), ""),
        ("Recommendations 3, 4 and 7: x", ("3", "4", "7"), "x"),
        ("Recommendation R3: x", ("R3",), "x"),
        ("Recommendation 6.7. x", ("6.7",), "x"),
        ("RECOMMENDATION 10", ("10",), ""),
        ("Rec. 18      We consider", ("18",), "We consider"),
        ("Safety Recommendation 011/20: x", ("011/20",), "x"),
        ("PAC recommendation: x", (), "x"),
    ],
)
def test_worded_marks(text: str, numbers: tuple[str, ...], content: str) -> None:
    mark = worded_mark(text, Span(0, len(text)))
    assert mark
    assert (mark.numbers, text[mark.content :]) == (numbers, content)


@pytest.mark.parametrize("text", ["Recommendation 5 was accepted", "Recommendation 1 a new lamp", "Lamps are good"])
def test_prose_is_no_mark(text: str) -> None:
    assert worded_mark(text, Span(0, len(text))) is None


@pytest.mark.parametrize(
    ("text", "numbers", "noun"),
    [
        ("8.6. We recommend", ("8.6",), ""),
        ("(12) x", ("12",), ""),
        ("121.5 Ratify", ("121.5",), ""),
        ("1: PAC conclusion: x", ("1",), "conclusion"),
        ("1a: PAC recommendation: x", ("1a",), "recommendation"),
        ("122.14– 15", ("122.14", "122.15"), ""),
    ],
)
def test_plain_marks(text: str, numbers: tuple[str, ...], noun: str) -> None:
    mark = plain_mark(text, Span(0, len(text)))
    assert mark
    assert (mark.numbers, mark.noun) == (numbers, noun)


def test_a_share_is_no_mark_and_a_label_is() -> None:
    assert plain_mark("4.5% of lamps", Span(0, 13)) is None
    mark = plain_mark("Lamps be lit", Span(0, 12), "7.")
    assert mark
    assert mark.number == "7"


def test_a_number_at_the_end() -> None:
    text = "Lamps should be lit. (Recommendation 5)"
    mark = trailing_mark(text, Span(0, len(text)))
    assert mark
    assert mark.numbers == ("5",)
    assert mark.content == 0


def test_ranges_are_filled_in() -> None:
    assert expand("1–3, 14– 15, 20") == ("1", "2", "3", "14", "15", "20")
    assert expand("122.17-18, 122.22") == ("122.17", "122.18", "122.22")
    assert expand("80–\n            82") == ("80", "81", "82")


def test_two_printings_of_one_number_have_one_key() -> None:
    assert number_key("4(a)(iii)") == number_key("4a iii") == number_key("4 (a) iii") == "4.a.iii"
    assert number_key("R3") == number_key("3")
    assert number_key("113.4") != number_key("1134")


def test_a_list_goes_on() -> None:
    assert follows("8.9", "8.10")
    assert not follows("12", "1")
    assert not follows("12", "235")


def test_letters_of_parts() -> None:
    assert letter_mark("(a) lamps", Span(0, 9)) == ("a", 4)
    assert letter_mark("A. lamps", Span(0, 8)) == ("A", 3)
    text = "(a) lamps; and (b) oil (see (x) above)"
    assert [letter for _, letter, _ in letter_marks(text, Span(0, len(text)))] == ["a", "b"]
