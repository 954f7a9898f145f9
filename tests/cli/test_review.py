"""The first editor is made on the command line."""

from __future__ import annotations

from pathlib import Path

from answerable.store import open_store
from answerable.store.queries import password_of
from answerable.web.session import matches
from tests.cli.conftest import Run


def test_an_editor_with_a_password_from_standard_input(run: Run, tmp_path: Path) -> None:
    done = run("review", "add-editor", "Edie", "--db", "r.db", stdin="a long password\n")
    assert done.returncode == 0, done.stderr
    assert matches("a long password", password_of(open_store(tmp_path / "r.db"), "Edie"))


def test_a_short_password_is_refused(run: Run) -> None:
    done = run("review", "add-editor", "Edie", "--db", "r.db", stdin="short\n")
    assert done.returncode == 2
    assert "at least 10 characters" in done.stderr


def test_an_editor_is_removed_and_let_in_again(run: Run, tmp_path: Path) -> None:
    run("review", "add-editor", "Edie", "--db", "r.db", stdin="a long password\n")
    done = run("review", "remove-editor", "Edie", "--db", "r.db")
    assert done.returncode == 0 and "no more" in done.stderr
    assert password_of(open_store(tmp_path / "r.db"), "Edie") is None
    assert run("review", "remove-editor", "Edie", "--db", "r.db").returncode != 0
    run("review", "add-editor", "Edie", "--db", "r.db", stdin="another password\n")
    assert matches("another password", password_of(open_store(tmp_path / "r.db"), "Edie"))


def test_nobody_is_removed_from_a_record_that_is_not_there(run: Run, tmp_path: Path) -> None:
    assert run("review", "remove-editor", "Edie", "--db", "none.db").returncode != 0
    assert not (tmp_path / "none.db").exists()
