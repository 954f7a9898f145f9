"""What a briefing is gathered from."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from answerable.gather import gathered
from answerable.store import Store
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
