import pytest

from answerable.extract.numerals import number


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("58", 58),
        ("1,204", 1204),
        ("twelve", 12),
        ("twenty-two", 22),
        ("Ninety nine", 99),
        ("none", 0),
        ("both", 2),
        ("a", 1),
        ("several", None),
        ("twenty-twelve", None),
    ],
)
def test_number(words: str, expected: int | None) -> None:
    assert number(words) == expected
