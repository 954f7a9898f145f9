"""Who takes part in one document, by the names that it gives them."""

from __future__ import annotations

from answerable.extract.cast import Cast


def test_a_body_is_known_by_its_initials() -> None:
    cast = Cast()
    board = cast.body("Tarn Water Board", 0)
    assert cast.body_of("TWB") is board
    assert cast.body_of("the Guild") is None


def test_a_name_of_marks_alone_is_nobodys_short_form() -> None:
    cast = Cast()
    cast.body("—", 0)
    cast.body("Tarn Water Board", 5)
    assert [member.name for member in cast] == ["—", "Tarn Water Board"]
