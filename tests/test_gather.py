"""What a briefing is gathered from."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from sqlalchemy import event

from answerable import gather
from answerable.export.brief import brief
from answerable.export.brief_forms import html, markdown
from answerable.gather import gathered
from answerable.store import Store
from answerable.web.pages.briefing import briefing_page
from tests.web import ferry


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    made = ferry.record(tmp_path_factory.mktemp("gather") / "ferry.db")
    yield made
    made.close()


def test_on_an_inquiry(store: Store) -> None:
    found = gathered(store, "quill inquiry", ferry.TODAY)
    assert [i.name for i in found.inquiries] == [ferry.INQUIRY]
    assert [m.ask.number for m, _ in found.matters] == ["1", "2", "3"]
    assert {e.document for m, _ in found.matters for e in m.responses} <= set(found.documents)


def test_on_a_person(store: Store) -> None:
    found = gathered(store, "loxley", ferry.TODAY)
    assert not found.inquiries and not found.matters
    assert all("Mara Loxley" in {r.name for r in (s.speaker, *s.targets) if r} for s in found.statements)
    assert len(found.statements) == 4


def test_on_nothing(store: Store) -> None:
    found = gathered(store, "nobody at all", ferry.TODAY)
    assert not found.inquiries and not found.matters and not found.statements


def test_what_is_left_out_is_told(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    assert gathered(store, "quill inquiry", ferry.TODAY).cuts == ()
    monkeypatch.setattr(gather, "OWN", 2)
    found = gathered(store, "quill inquiry", ferry.TODAY)
    assert [m.ask.number for m, _ in found.matters] == ["1", "2"]
    told = "Of 3 recommendations and calls of these inquiries, 2 are drawn on here, in the order of the reports."
    assert found.cuts == (told,)
    for written in (markdown(brief(found)), html(brief(found))):
        assert told in written
    assert told in briefing_page(store, "quill inquiry", ferry.TODAY).cuts


def test_of_many_statements_the_answered_ones_are_kept(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    links = gathered(store, "loxley", ferry.TODAY).links
    monkeypatch.setattr(gather, "STATEMENTS", 2)
    found = gathered(store, "loxley", ferry.TODAY)
    assert links and found.links == links
    assert found.cuts == (
        "Of 4 statements by and about them, 2 are drawn on here, answered ones first, then the latest.",
    )


def test_only_what_was_said_by_the_day_is_counted(store: Store) -> None:
    assert gathered(store, "loxley", date(1990, 1, 1)).statements == ()
    assert gathered(store, "loxley", date(1990, 1, 1)).cuts == ()


def test_the_number_of_queries_does_not_grow(store: Store) -> None:
    """However many matters, statements and documents there are: each kind is read at once."""
    asked: list[str] = []
    event.listen(store.engine, "before_cursor_execute", lambda *given: asked.append(given[2]))
    for wanted in ("quill inquiry", "loxley", "ferry"):
        asked.clear()
        gathered(store, wanted, ferry.TODAY)
        assert len(asked) < 50, wanted
