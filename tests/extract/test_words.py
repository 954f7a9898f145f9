"""Words keep their places; looks tell case, digits, marks and paragraphs; windows fit and leave nothing out."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from answerable.extract.words import PLACES, QUOTING, SHAPES, is_word, place, quoting, windows, words


def described(text: str) -> list[tuple[str, str, str, str]]:
    found = words(text)
    return [
        (form, SHAPES[look % len(SHAPES)], QUOTING[quoting(look)], PLACES[place(look)])
        for form, look in zip(found.forms(), found.looks, strict=True)
    ]


def test_looks() -> None:
    assert described("Ada Quill, MP: ‘No 5.’\nThen McBone left. She won") == [
        ("Ada", "initial", "outside", "paragraph"),
        ("Quill", "initial", "outside", "inner"),
        (",", "mark", "outside", "inner"),
        ("MP", "upper", "outside", "inner"),
        (":", "mark", "outside", "inner"),
        ('"', "mark", "opening", "inner"),
        ("No", "initial", "inside", "inner"),
        ("5", "digit", "inside", "inner"),
        (".", "mark", "inside", "inner"),
        ('"', "mark", "closing", "sentence"),
        ("Then", "initial", "outside", "paragraph"),
        ("McBone", "mixed", "outside", "inner"),
        ("left", "lower", "outside", "inner"),
        (".", "mark", "outside", "inner"),
        ("She", "initial", "outside", "sentence"),
        ("won", "lower", "outside", "inner"),
    ]


def test_places_of_words_among_odd_characters() -> None:
    text = "😀 don’t\u00a0stop—cafe\u0301 2.5%\r\nU.S."
    found = words(text)
    assert [text[s:e] for s, e in zip(found.starts, found.ends, strict=True)] == [
        "😀", "don’t", "stop", "—", "cafe", "\u0301", "2.5", "%", "U.S", ".",
    ]  # fmt: skip


def test_a_mark_is_no_word() -> None:
    assert [is_word(look) for look in words("So — 5 !").looks] == [True, False, True, False]


def test_windows_prefer_to_begin_with_a_paragraph() -> None:
    found = words("One two. Three four.\nFive six seven. Eight.")
    assert list(windows(found, [1] * len(found), 9)) == [range(6), range(6, 12)]


@given(st.lists(st.sampled_from(["a", ".", "\n", "“b”", "Cd"]), max_size=60), st.integers(3, 12), st.integers(1, 12))
def test_windows_follow_each_other_and_fit(parts: list[str], limit: int, first: int) -> None:
    found = words(" ".join(parts))
    sizes = [1 + i % 3 for i in range(len(found))]
    cut = list(windows(found, sizes, limit, first))
    assert [w for window in cut for w in window] == list(range(len(found)))
    assert all(sum(sizes[w] for w in window) <= max(limit, first) or len(window) == 1 for window in cut)
