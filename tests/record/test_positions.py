from answerable.model import Act, Ref
from answerable.record import positions, reversals
from tests.entries import statement


def test_a_reversal_is_two_pinned_statements() -> None:
    said = (
        statement("late", Act.CALL_FOR, "Bo Ray", None, "2025-01-01"),
        statement("early", Act.REJECT, "Bo Ray", None, "2021-01-01"),
        statement("other", Act.CALL_FOR, "Ann Lee", None, "2022-01-01"),
    )
    held = positions(Ref(None, "Ray"), said)
    assert [(p.said.id, p.side) for p in held] == [("early", -1), ("late", 1)]
    (turn,) = reversals(held)
    assert (turn.earlier.said.id, turn.later.said.id) == ("early", "late")
