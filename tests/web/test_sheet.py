"""How a document is set: tables as tables, and notes that do not push the text apart."""

from __future__ import annotations

from dataclasses import replace

from answerable.model import PartKind
from answerable.text import Span
from answerable.web.pages.document import Paragraph, Piece
from answerable.web.pages.entry import Entry
from answerable.web.sheet import ROOM, laid_out

PLAIN = Paragraph(Span(0, 1), PartKind.PARAGRAPH, 0, False, None, None, "", (Piece("It"),), (), ())
NOTED = replace(PLAIN, notes=(object.__new__(Entry),))


def cell(at: int, row: int | None, column: int | None, heading: str = "") -> Paragraph:
    return replace(PLAIN, span=Span(at, at + 1), row=row, column=column, heading=heading)


def test_rows_that_follow_each_other_are_one_table() -> None:
    head = cell(1, 1, 0), cell(2, 1, 1)
    row = cell(3, 3, 0, "No."), cell(4, 3, 1, "Owner"), cell(5, 3, 1, "Owner")
    before, table, after = laid_out((PLAIN, *head, *row, PLAIN))
    assert before.block == after.block == PLAIN and not before.rows
    assert [r.heading for r in table.rows] == [True, False]
    assert table.rows[0].cells == ((head[0],), (head[1],))
    assert table.rows[1].cells == ((row[0],), (row[1], row[2]))
    assert table.rows[1].blocks == row


def test_a_cell_that_is_empty_keeps_its_place() -> None:
    full, gap = (cell(n, 0, n) for n in range(3)), (cell(5, 5, 0), cell(6, 5, 2))
    (table,) = laid_out((*full, *gap))
    assert table.rows[1].cells == ((gap[0],), (), (gap[1],))
    assert not any(row.heading for row in table.rows)


def test_a_row_without_cells_has_one_for_each_block() -> None:
    (table,) = laid_out((cell(1, 1, None), cell(2, 1, None)))
    assert [len(c) for c in table.rows[0].cells] == [1, 1]


def test_notes_reach_down_to_the_next_that_has_some_or_to_a_table() -> None:
    row = cell(9, 9, 0)
    assert [s.room for s in laid_out((NOTED, PLAIN, PLAIN, NOTED, PLAIN, row))] == [3, 2, 1, 2, 1, 1]
    assert laid_out((NOTED, *[PLAIN] * 20))[0].room == ROOM
    assert laid_out(()) == []


def test_a_block_that_is_all_signs_is_left_out() -> None:
    sign, mixed = Piece("#", ("sign",)), (Piece("**", ("sign",)), Piece("It"))
    assert [s.block for s in laid_out((replace(PLAIN, pieces=(sign,)), replace(PLAIN, pieces=mixed)))] == [
        replace(PLAIN, pieces=mixed)
    ]
