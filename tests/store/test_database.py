from __future__ import annotations

import os
import signal
import sys
import threading
from contextlib import closing
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event, text

from answerable.errors import StoreError
from answerable.ingest import build_record
from answerable.store import Store, open_store, queries, schema, writes
from answerable.store.database import form
from tests.store.example import NOW, document, extraction, sentences


def test_a_record_stays_when_it_is_opened_again(address: str) -> None:
    article = document()
    with closing(open_store(address)) as store:
        writes.add(store, article, extraction(article), sentences(), now=NOW)
    with closing(open_store(address, create=False)) as store:
        assert queries.extraction(store, article.id) == extraction(article)


def test_what_was_found_can_be_dropped_and_what_was_read_stays(address: str) -> None:
    article = document()
    with closing(open_store(address)) as store:
        writes.add(store, article, extraction(article), sentences(), now=NOW)
    with closing(open_store(address, reset=True)) as store:
        assert queries.totals(store).statements == 0
        assert list(queries.documents(store)) == [article]
        writes.replace_found(store, article, extraction(article), sentences())
        assert queries.extraction(store, article.id) == extraction(article)


def test_a_record_of_another_form_says_what_to_do(address: str) -> None:
    with closing(open_store(address)) as store, store.writing() as connection:
        connection.execute(text("UPDATE about_this_record SET value = 'older' WHERE name = 'found'"))
    with pytest.raises(StoreError, match="answerable rebuild"):
        open_store(address)
    with closing(open_store(address, reset=True)), closing(open_store(address)):
        pass


def test_a_record_from_the_future_is_left_alone(address: str) -> None:
    with closing(open_store(address)) as store, store.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(StoreError, match="newer version"):
        open_store(address)


def test_no_file_where_one_is_expected(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"no record at .*answerable add"):
        open_store(tmp_path / "none.db", create=False)
    assert not (tmp_path / "none.db").exists()


def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    (tmp_path / "notes.db").write_text("not a database, whatever its name says" * 100)
    with pytest.raises(StoreError, match="not a database"):
        open_store(tmp_path / "notes.db")


def test_a_password_is_never_shown(tmp_path: Path) -> None:
    with pytest.raises(StoreError) as caught:
        open_store("postgresql://ada:secret@127.0.0.1:1/none")
    assert "secret" not in str(caught.value)


def test_several_can_open_a_new_record_at_once(tmp_path: Path) -> None:
    failures: list[BaseException] = []

    def work(number: int) -> None:
        try:
            with closing(open_store(tmp_path / "new.db")) as store:
                article = document(f"Text {number}.", f"a{number}")
                writes.add(store, article, None, (), now=NOW)
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    with closing(open_store(tmp_path / "new.db")) as store:
        assert queries.totals(store).documents == 6


def test_the_form_is_the_same_each_time() -> None:
    assert form() == form()


def test_the_work_of_a_whole_is_seen_in_it_and_stored_together_or_not_at_all(store: Store) -> None:
    first, second = document("One.", "a1"), document("Two.", "a2")
    with pytest.raises(RuntimeError), store.whole() as whole:
        writes.add(whole, first, None, (), now=NOW)
        assert queries.totals(whole).documents == 1
        raise RuntimeError
    assert queries.totals(store).documents == 0
    with store.whole() as whole:
        writes.add(whole, first, None, (), now=NOW)
        writes.add(whole, second, None, (), now=NOW)
    assert queries.totals(store).documents == 2


@pytest.mark.parametrize("moment", ["DELETE FROM merge_proposals", "DELETE FROM matters", "DELETE FROM tallies"])
def test_killed_while_the_record_is_built_the_earlier_one_stays_whole(address: str, moment: str) -> None:
    with closing(open_store(address)) as store:
        article = document()
        writes.add(store, article, extraction(article), sentences(), now=NOW)
        build_record(store)
        before = record(store)
        less = replace(extraction(article), statements=(), asks=(), actors=extraction(article).actors[:1])
        writes.replace_found(store, article, less, sentences())
    child = get_context("spawn").Process(target=build_and_die, args=(address, moment))
    child.start()
    child.join()
    assert child.exitcode == -signal.SIGKILL
    with closing(open_store(address)) as store:
        assert record(store) == before
        build_record(store)
        assert record(store) != before


def record(store: Store) -> list[Any]:
    """The rows of the record, table by table."""
    tables = (schema.record_actors, schema.actor_members, schema.matters, schema.matter_entries, schema.tallies)
    with store.reading() as connection:
        return [connection.execute(table.select()).all() for table in tables]


def build_and_die(address: str, moment: str) -> None:
    """Builds the record in a process that is killed when it comes to a certain step."""

    def die(connection: Any, cursor: Any, statement: str, *_: object) -> None:
        if statement.startswith(moment):
            os.kill(os.getpid(), signal.SIGKILL)

    store = open_store(address)
    event.listen(store.engine, "before_cursor_execute", die)
    build_record(store)


def test_a_missing_driver_is_named_with_its_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(StoreError, match=r"cannot open postgresql://reader:\*\*\*@none/water: .*\[postgres\]"):
        open_store("postgresql://reader:secret@none/water")
