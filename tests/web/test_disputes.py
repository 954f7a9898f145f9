"""Claim and counter-claim, each with its words; positions over time; nothing that a person rejected."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from answerable.errors import NotFoundError
from answerable.model import (
    Act,
    Actor,
    ActorKind,
    Document,
    Extraction,
    Judgement,
    LinkKind,
    Medium,
    Ref,
    Source,
    Statement,
    Verdict,
    When,
)
from answerable.store import Store, open_store, queries, writes
from answerable.store.queries import dispute, disputes_of_actor, list_disputes
from answerable.web.app import create_app
from answerable.web.pages.disputes import dispute_page, disputes_page
from answerable.web.pages.positions import issues
from answerable.web.pages.sides import speaker_of
from answerable.web.rebuilding import Rebuilder
from tests.marks import marked
from tests.web import ferry


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Store]:
    store = ferry.record(tmp_path / "own.db")
    yield store
    store.close()


def test_an_accusation_stands_beside_its_denial(store: Store) -> None:
    (link,) = (k for k in list_disputes(store) if k.kind is LinkKind.REPLIES_TO)
    page = dispute_page(store, link.id)
    assert page.title == "Ivo Tarrant said, Mara Loxley replied"
    assert page.pair.claim.words == "of hiding the ferry's safety record"
    assert page.pair.counter.words.startswith("“I have never seen such a record,”")


def test_two_claims_on_one_matter_stand_side_by_side(store: Store, site: TestClient) -> None:
    (link,) = (k for k in list_disputes(store) if k.kind is LinkKind.CONTRADICTS)
    page = dispute_page(store, link.id)
    assert (speaker_of(page.pair.claim), speaker_of(page.pair.counter)) == ("Department for Transport", "Nessa Quill")
    (matter,) = page.matters
    assert f"/disputes/{link.id}" in site.get(f"/matters/{matter.id}").text
    assert f"/matters/{matter.id}" in site.get(f"/disputes/{link.id}").text


def test_an_actor_leads_to_its_disputes(store: Store, site: TestClient) -> None:
    loxley = next(a for a in queries.actors(store) if a.name == "Mara Loxley")
    (link,) = disputes_of_actor(store, loxley.id)
    assert f"/disputes/{link.id}" in site.get(f"/actors/{loxley.id}").text


def test_what_a_person_rejects_is_no_dispute(own: Store) -> None:
    link = list_disputes(own)[0]
    at = datetime(2025, 6, 2, tzinfo=UTC)
    judgement = Judgement("j", link.id, Verdict.REJECT, "Edie", at)
    writes.judge(own, judgement)
    rebuilder = Rebuilder(own, 0)
    rebuilder.after(judgement)
    with pytest.raises(NotFoundError):
        dispute(own, link.id)
    rebuilder.wait()


def test_beyond_the_last_page(store: Store) -> None:
    with pytest.raises(NotFoundError):
        disputes_page(store, 2)


CHANGED = """[H:Two speeches]

[S1:Ada Flint] [C1:criticised] the board, [T1:calling it slow]. [S2:Ada Flint] [C2:defended] the board, \
[T2:calling it careful]. [S3:Ada Flint] had [C3:criticised] it twice, [T3:calling it slow]."""


def test_a_change_of_side_is_two_pinned_sentences(tmp_path: Path) -> None:
    text, at = marked(CHANGED)
    document = Document.of(text, Source("two.txt", title="Two speeches", medium=Medium.NEWS))
    flint = Actor.of(document.id, "Ada Flint", ActorKind.PERSON)
    board = Actor.of(document.id, "The Board", ActorKind.ORGANISATION)

    def said(n: int, act: Act, day: date) -> Statement:
        source, cue, content = ((at[f"{letter}{n}"][0],) for letter in "SCT")
        id = Statement.key(document.id, source, cue, content)
        by, of = Ref(flint.id, flint.name), Ref(board.id, board.name)
        return Statement(id, document.id, source, cue, content, by, act, cue, (of,), date=When.day(day))

    first, second = said(1, Act.CRITICISE, date(2024, 1, 5)), said(2, Act.DEFEND, date(2024, 6, 5))
    again = said(3, Act.CRITICISE, date(2024, 2, 5))
    store = open_store(tmp_path / "two.db")
    found = Extraction(document.id, document.source, (flint, board), statements=(second, first, again))
    writes.add(store, document, found, [], now=ferry.NOW)
    writes.replace_actors(store, {a: [(a.id, 1.0, "the name")] for a in (flint, board)})
    (issue,) = issues(store, flint)
    ((earlier, later),) = issue.reversals
    assert (issue.subject, issue.path) == ("The Board", f"/actors/{board.id}")
    assert (earlier.words, later.words) == ("calling it slow", "calling it careful")
    assert [held.words for held in issue.held] == ["calling it slow", "calling it careful"]  # the same words once
    shown = TestClient(create_app(store)).get(f"/actors/{flint.id}").text
    assert shown.index("calling it slow") < shown.rindex("calling it careful")
    store.close()
