"""Sentences keep their places and are not cut after what British documents abbreviate."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.extract.sentences import sentences


@pytest.mark.parametrize(
    "parts",
    [
        ["The ferry is late.", "Nobody has said why."],
        ["See para. 5 and s. 3 of the Act.", "No. 5 was lost."],
        ["The Rt Hon. Ada Quill spoke.", "Cllr. Bone and Dr. F. M. Alder did not."],
        ["Q14. Why was it late?", "I cannot say."],
        ["12. The council should publish its list.", "13. The list should be kept."],
        ["“Is it safe?” she asked.", "He said: “It is.”"],
        ["The 😀 bridge opened.", "Cafe\u0301 owners cheered."],
        ["Costs rose by 2.5 per cent.", "Then they fell."],
    ],
)
def test_cuts_where_a_reader_would(parts: list[str]) -> None:
    text = " ".join(parts)
    assert [s.of(text) for s in sentences(text)] == parts


def test_a_line_break_ends_a_sentence() -> None:
    text = "A heading\r\n\r\nThe text begins.\r\nIt goes on"
    assert [s.of(text) for s in sentences(text)] == ["A heading", "The text begins.", "It goes on"]


def test_nothing_in_nothing() -> None:
    assert sentences("") == sentences(" \n\u00a0\r\n ") == ()


def test_blanks_of_several_bytes_end_sentences_too() -> None:
    text = "B\u00a0. !.'..\u2003It goes on.\u202fIt ends."
    assert [s.of(text) for s in sentences(text)][-2:] == ["It goes on.", "It ends."]


@given(st.text(alphabet="aB .?!\n\r\t\u00a0\u2003“”'1é\u0301😀", max_size=60))
def test_in_order_never_blank_never_overlapping_and_nothing_is_left_out(text: str) -> None:
    found = sentences(text)
    assert all(s.of(text).strip() == s.of(text) != "" for s in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    covered = {i for s in found for i in range(s.start, s.end)}
    assert all(c.isspace() for i, c in enumerate(text) if i not in covered)
