"""The words of an entry on a page: the cells of a table's row apart, and the sentence around words that are too few."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from answerable.model import Act, Document, Extraction, Medium, Part, PartKind, Progress, Source, Statement, Status
from answerable.store import Store, open_store, queries, writes
from answerable.store.search import Wanted, search_statements
from answerable.text import Span
from answerable.web.pages.entry import entries_of_hits
from answerable.web.pages.pinned import Cell, pinned
from tests.marks import marked

NOW = datetime(2025, 6, 1, tzinfo=UTC)
UPDATE = """[Q:The harbour wall is closed.] [Q:Mr Ode [C1:denied] [T1:it].] [Q:He [C2:said] that \
[T2:the wall would hold].]

[R:[D:4]
[D:Alarms on every ferry]
[D:Under way]]

[P:Work goes on
at the pier.]"""
HEADS = ("No.", "Measure", "")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    text, at = marked(UPDATE)
    rows = [Part(PartKind.ROW, at["R"][0])]
    cells = [Part(PartKind.CELL, span, head, n) for n, (span, head) in enumerate(zip(at["D"], HEADS, strict=True))]
    source = Source("update.txt", medium=Medium.UPDATE)
    document = Document.of(text, source, (*rows, *cells, Part(PartKind.PARAGRAPH, at["P"][0])))

    def claim(name: str) -> Progress:
        span = at[name][0]
        return Progress(name, document.id, Status.IN_PROGRESS, span, span.of(text))

    def said(n: int, act: Act) -> Statement:
        cue, content = (tuple(at[f"{letter}{n}"]) for letter in "CT")
        return Statement(f"said {n}", document.id, (), cue, content, None, act)

    found = Extraction(
        document.id, source, statements=(said(1, Act.DENY), said(2, Act.STATE)), progress=(claim("R"), claim("P"))
    )
    made = open_store(tmp_path / "update.db")
    writes.add(made, document, found, at["Q"], now=NOW)
    yield made
    made.close()


def test_the_cells_of_a_row_stand_apart_under_the_headings_of_their_columns(store: Store) -> None:
    row, prose = pinned(store, queries.extraction(store, _document(store)).progress)
    assert row.cells == (Cell("No.", "4"), Cell("Measure", "Alarms on every ferry"), Cell("", "Under way"))
    assert (prose.cells, prose.words) == ((), "Work goes on at the pier.")


def test_a_place_without_cells_has_none(store: Store) -> None:
    document = _document(store)
    assert queries.cells_in(store, [(document, Span(0, 5)), ("nowhere", Span(0, 5))]) == {}
    assert queries.cells_in(store, []) == {}


def test_places_inside_each_other_have_each_their_cells(store: Store) -> None:
    document = _document(store)
    row = queries.extraction(store, document).progress[0].span
    inside = Span(row.start, row.start + 1)
    found = queries.cells_in(store, [(document, inside), (document, row), (document, row)])
    assert [len(found[document, span]) for span in (inside, row)] == [1, 3]


def test_words_that_are_too_few_stand_in_their_sentence(store: Store) -> None:
    by_act = {e.act: e for e in entries_of_hits(store, search_statements(store, Wanted()).hits)}
    denied = by_act[Act.DENY]
    assert (denied.before, denied.words, denied.after) == ("Mr Ode denied ", "it", ".")
    assert (by_act[Act.STATE].before, by_act[Act.STATE].after) == ("", "")


def test_the_sentence_around_a_character(store: Store) -> None:
    document = _document(store)
    (denied,) = queries.extraction(store, document).statements[0].content
    assert queries.sentences_at(store, [(document, denied.start), (document, 99_999), ("nowhere", 0)]) == {
        (document, denied.start): (Span(28, 45), "Mr Ode denied it.")
    }
    assert queries.sentences_at(store, []) == {}


def _document(store: Store) -> str:
    return queries.list_documents(store)[0].id
