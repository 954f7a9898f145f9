"""What stands in the margin of a document: every entry once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from answerable.model import (
    Act,
    Ask,
    AskKind,
    Document,
    Extraction,
    Part,
    PartKind,
    Progress,
    Source,
    Statement,
    Status,
    Voice,
)
from answerable.store import Store, open_store, writes
from answerable.text import Span
from answerable.web import render
from answerable.web.acts import Family
from answerable.web.pages.document import document_page
from answerable.web.pages.marked import marks_of
from answerable.web.sheet import beside

TEXT = "We recommend that the pier should be closed.\n\nNo.\nWhat\n\n7\nPier closed\n\nIt was shut, the mayor said."
NOW = datetime(2025, 3, 1, tzinfo=UTC)


def at(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def table() -> tuple[Part, ...]:
    head = Part(PartKind.CELL, at("No."), level=0), Part(PartKind.CELL, at("What"), level=1)
    cells = Part(PartKind.CELL, at("7"), "No.", 0), Part(PartKind.CELL, at("Pier closed"), "What", 1)
    return (Part(PartKind.ROW, at("No.\nWhat")), *head, Part(PartKind.ROW, at("7\nPier closed")), *cells)


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[tuple[Store, Document]]:
    source = Source("pier.docx", published=date(2025, 3, 1))
    document = Document.of(TEXT, source, table())
    whole, asked = (at("We recommend that the pier should be closed."),), at("the pier should be closed")
    authorial = Statement("s1", document.id, (), (), whole, act=Act.RECOMMEND, voice=Voice.AUTHORIAL)
    reported = Statement("s2", document.id, (at("the mayor"),), (at("said"),), (at("It was shut"),), act=Act.STATE)
    ask = Ask("a1", document.id, AskKind.RECOMMENDATION, asked, asked.of(TEXT), number="7")
    row = at("7\nPier closed")
    done = Progress("p1", document.id, Status.COMPLETE, row, row.of(TEXT))
    found = Extraction(document.id, source, statements=(authorial, reported), asks=(ask,), progress=(done,))
    store = open_store(tmp_path / "pier.db")
    writes.add(store, document, found, [], now=NOW)
    yield store, document
    store.close()


def test_a_statement_that_an_entry_tells_in_its_words_is_not_noted_again(kept: tuple[Store, Document]) -> None:
    noted = {m.id for m in marks_of(*kept, None) if m.note or m.pin}
    assert noted == {"s2", "a1", "p1"}


def test_a_statement_that_the_reader_came_for_is_noted(kept: tuple[Store, Document]) -> None:
    assert {m.id for m in marks_of(*kept, "s1") if m.note} == {"s1", "s2"}


def test_the_legend_counts_what_stands_in_the_margin(kept: tuple[Store, Document]) -> None:
    store, document = kept
    assert document_page(store, document.id).counts == {Family.CLAIM: 1, Family.ASK: 1, Family.DEED: 1}


def test_notes_and_pins_stand_in_the_order_of_the_text(kept: tuple[Store, Document]) -> None:
    store, document = kept
    page = document_page(store, document.id, chosen="s1")
    assert [e.id for block in page.paragraphs for e in beside(block)] == ["s1", "a1", "p1", "s2"]
    turned = replace(page.paragraphs[0], pieces=page.paragraphs[0].pieces[::-1])
    assert [e.id for e in beside(turned)] == ["a1", "s1"]


def test_a_table_is_set_as_a_table_with_its_notes_beside_the_row(kept: tuple[Store, Document]) -> None:
    store, document = kept
    frame = render.Frame("nonce", f"/documents/{document.id}", "", date(2025, 3, 2))
    shown = bytes(render.html("document.html", document_page(store, document.id), frame).body).decode()
    headings, row = shown.split('<tr role="row"')[1:]
    assert headings.count("<th ") == 2 and "Pier closed" not in headings
    assert 'data-label="What"' in row and 'id="n-p1"' in row.split("</tr>")[0]
    sought = document_page(store, document.id, place=at("Pier closed").start)
    shown = bytes(render.html("document.html", sought, frame).body).decode()
    assert shown.count('id="here"') == 1
