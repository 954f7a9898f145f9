import pytest

from answerable.read.labels import cited, label


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("12. The Board", "12"), ("12) The Board", "12)"), ("2.15. The Board", "2.15"), ("113.4 That", "113.4"),
        ("(a) minutes", "(a)"), ("b) accounts", "b)"), ("(iv) fares", "(iv)"), ("• One", "•"), ("4.3(b) One", "4.3(b)"),
        ("a. minutes", "a"), ("A4.1. In this", "A4.1"), ("2.17.It is", "2.17"), ("12(b) One", "12(b)"),
        ("2021 was a year", ""), ("The Board", ""), ("12 The Board", ""), ("A. Vale said", ""), ("- and", ""),
        ("3.5", ""),
    ],
)  # fmt: skip
def test_labels(text: str, found: str) -> None:
    assert cited(label(text)) == found


def test_a_bare_number_is_a_label_where_white_space_sets_it_apart() -> None:
    assert label("12 The Board", tabbed=True) == "12"
    assert label("0 20 40 60", tabbed=True) == ""
