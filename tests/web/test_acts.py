"""Every member of every closed list has words for readers."""

from __future__ import annotations

from enum import StrEnum

import pytest

from answerable.model import Act, ActorKind, AskKind, Disposition, InquiryEventKind, InquiryKind, Medium, Quoted, Status
from answerable.web.acts import ACTS, FAMILIES, WORDS, Family, several, verb, worded

LISTS = (Act, ActorKind, AskKind, Disposition, InquiryEventKind, InquiryKind, Medium, Quoted, Status)


@pytest.mark.parametrize("value", [value for closed in LISTS for value in closed], ids=str)
def test_every_value_is_worded(value: StrEnum) -> None:
    assert worded(value)
    assert "_" not in worded(value)


def test_the_tables_name_only_what_is_there() -> None:
    assert set(ACTS) == set(Act)
    assert set(FAMILIES) == set(Family)
    for closed, value in WORDS:
        assert closed(value)


def test_verbs_before_their_targets() -> None:
    assert verb(Act.CALL_FOR) == "called for"
    assert verb(Act.CALL_FOR, aimed=True) == "called on"


def test_kinds_of_which_there_are_several() -> None:
    assert [several(kind) for kind in ActorKind][:2] == ["people", "organisations"]
    assert several(ActorKind.WORK) == "documents"
