"""One small record, one site over it, for all tests of the pages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from answerable.store import Store
from answerable.web.app import create_app
from tests.web import ferry


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The ferry record; tests that write make their own."""
    made = ferry.record(tmp_path_factory.mktemp("web") / "ferry.db")
    yield made
    made.close()


@pytest.fixture(scope="session")
def site(store: Store) -> TestClient:
    """A client of the site over the ferry record, on 1 June 2025."""
    app = create_app(store, notice="Fiction: everybody in this record is invented.", today=lambda: ferry.TODAY)
    return TestClient(app, follow_redirects=False)


@pytest.fixture
def empty_site(tmp_path: Path) -> Iterator[TestClient]:
    """A client of a site whose record holds nothing."""
    from answerable.store import open_store

    made = open_store(tmp_path / "empty.db")
    yield TestClient(create_app(made, today=lambda: ferry.TODAY), follow_redirects=False)
    made.close()
