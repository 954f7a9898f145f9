"""The history of decisions says on which words each was taken, and tells nobody how to reach who asked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from answerable.errors import NotFoundError
from answerable.model import Judgement, Verdict
from answerable.store import Store, queries, writes, writes_review
from answerable.store.search import Wanted, search_statements
from answerable.web.app import create_app
from answerable.web.pages.corrections import correction_page
from answerable.web.pages.decisions import decisions_page
from tests.web import ferry

NOW = datetime(2025, 6, 1, tzinfo=UTC)


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Store]:
    store = ferry.record(tmp_path / "own.db")
    yield store
    store.close()


@pytest.fixture
def said(own: Store) -> str:
    """The id of a statement."""
    hit = search_statements(own, Wanted(words="vessel")).hits[0]
    assert hit.statement
    return hit.statement.id


def decide(store: Store, id: str, subject: str, verdict: Verdict, *value: tuple[str, str]) -> None:
    writes.judge(store, Judgement(id, subject, verdict, "Edie", NOW, "as she says", value))


def test_a_decision_leads_to_the_words_even_of_what_it_rejects(own: Store, said: str) -> None:
    decide(own, "j1", said, Verdict.REJECT)
    (decision,) = decisions_page(own).decisions
    (on,) = decision.on
    site = TestClient(create_app(own))
    assert "vessel" in on.words and on.document_title
    assert 'id="here"' in site.get(on.address.split("#")[0]).text
    shown = site.get("/decisions").text
    assert on.address.replace("&", "&amp;") in shown and "Rejected" in shown


def test_what_undoes_a_decision_says_which(own: Store, said: str) -> None:
    decide(own, "j1", said, Verdict.CORRECT, ("act", "deny"))
    decide(own, "j2", "j1", Verdict.UNDO)
    undo, first = decisions_page(own).decisions
    assert undo.undoes is Verdict.CORRECT and undo.on == first.on != ()
    assert first.undone and first.value == (("act", "denied"),)
    assert "Undid a decision</b>: “corrected”" in TestClient(create_app(own)).get("/decisions").text


def test_a_join_and_a_merge_tell_both_ends(own: Store) -> None:
    matter = next(m for m in queries.matters(own) if m.links)
    one, other, *_ = queries.actors(own)
    decide(own, "j1", matter.links[0].id, Verdict.CONFIRM)
    decide(own, "j2", one.id, Verdict.SPLIT, ("actor", other.id))
    apart, joined = decisions_page(own).decisions
    assert [on.words for on in apart.on] == [one.name, other.name]
    assert len(joined.on) == 2 and all(on.document_title for on in joined.on)


def test_what_is_gone_is_said_to_be_gone(own: Store) -> None:
    decide(own, "j1", "of-long-ago", Verdict.CONFIRM)
    assert decisions_page(own).decisions[0].on == ()
    assert "no longer has what this was on (of-long-ago)" in TestClient(create_app(own)).get("/decisions").text


def test_nobody_but_editors_learns_how_to_reach_who_asked(own: Store, said: str) -> None:
    writes_review.ask_correction(own, said, "Ivo", "ivo@ferry.example", "Not so.", now=NOW)
    site = TestClient(create_app(own))
    for path in ("/decisions", "/decisions.json", f"/corrections/{said}", f"/corrections/{said}.json"):
        answer = site.get(path)
        assert "Not so." in answer.text and "ivo@ferry.example" not in answer.text
    assert decisions_page(own).subjects[said].address in site.get("/decisions").text


def test_a_correction_can_be_asked_of_what_was_rejected(own: Store, said: str) -> None:
    assert correction_page(own, said).entry
    decide(own, "j1", said, Verdict.REJECT)
    page = correction_page(own, said)
    assert page.entry is None and "vessel" in page.words
    assert "an editor has taken this entry out" in TestClient(create_app(own)).get(f"/corrections/{said}").text
    with pytest.raises(NotFoundError):
        correction_page(own, queries.actors(own)[0].id)
