"""What a decision makes anew, at once or in the background."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from answerable.model import Judgement, Verdict
from answerable.store import Store, facets, queries, writes, writes_review
from answerable.store.search import Wanted, search_statements
from answerable.text import key
from answerable.web.rebuilding import Rebuilder, touches_joins
from tests.web import ferry


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Store]:
    store = ferry.record(tmp_path / "own.db")
    yield store
    store.close()


def decided(store: Store, subject: str, verdict: Verdict, *value: tuple[str, str]) -> Judgement:
    at = datetime(2025, 6, 2, 12, len(queries.judgements(store)), tzinfo=UTC)
    judgement = Judgement(key("judgement", subject, verdict, at.isoformat()), subject, verdict, "Edie", at, "", value)
    writes.judge(store, judgement)
    return judgement


def test_only_joins_need_the_whole_record(own: Store) -> None:
    statement = search_statements(own, Wanted("hiding")).hits[0].statement
    matter = queries.matters(own)[0]
    assert statement
    rejected = decided(own, statement.id, Verdict.REJECT)
    assert not touches_joins(own, rejected)
    assert not touches_joins(own, decided(own, rejected.id, Verdict.UNDO))
    assert not touches_joins(own, decided(own, matter.responses[0].id, Verdict.CORRECT, ("disposition", "rejected")))
    assert touches_joins(own, decided(own, matter.ask.id, Verdict.REJECT))
    assert touches_joins(own, decided(own, matter.links[0].id, Verdict.REJECT))
    assert touches_joins(own, decided(own, queries.actors(own)[0].id, Verdict.RENAME, ("name", "N.")))


@pytest.mark.parametrize("small", [0, 1000], ids=["in the background", "at once"])
def test_a_rejected_statement_is_counted_nowhere(own: Store, small: int) -> None:
    rebuilder = Rebuilder(own, small)
    before = search_statements(own, Wanted())
    statement = search_statements(own, Wanted("hiding")).hits[0].statement
    assert statement
    rejected = decided(own, statement.id, Verdict.REJECT)
    rebuilder.after(rejected)
    assert search_statements(own, Wanted("hiding")).total == 0  # the search itself never waits
    rebuilder.wait()
    assert not rebuilder.busy
    assert search_statements(own, Wanted()).total == before.total - 1
    rebuilder.after(decided(own, rejected.id, Verdict.UNDO))
    rebuilder.wait()
    assert search_statements(own, Wanted()) == before


def test_a_failure_in_the_background_does_not_end_it(own: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    statement = search_statements(own, Wanted("hiding")).hits[0].statement
    assert statement

    def broken(store: Store) -> None:
        raise RuntimeError("no room")

    rebuilder = Rebuilder(own, 0)
    with monkeypatch.context() as patched:
        patched.setattr(facets, "count_up", broken)
        rebuilder.after(decided(own, statement.id, Verdict.REJECT))
        rebuilder.wait()
    rebuilder.after(decided(own, statement.id, Verdict.CONFIRM))
    rebuilder.wait()
    assert search_statements(own, Wanted()).total == 6


def test_the_secret_of_a_record_stays(own: Store) -> None:
    assert writes_review.secret(own) == writes_review.secret(own) != ""
