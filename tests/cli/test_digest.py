"""`answerable digest` prints, or says what is missing."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Run
from tests.web import ferry


def test_a_dry_run_prints(run: Run, tmp_path: Path) -> None:
    ferry.record(tmp_path / "r.db").close()
    done = run("digest", "--db", "r.db", "--since", "2025-06-01", "--dry-run", "--site", "https://record.example")
    assert done.returncode == 0, done.stderr
    assert "What changed in the record since 1 June 2025" in done.stdout
    assert "https://record.example/documents/" in done.stdout


def test_sending_needs_a_server(run: Run) -> None:
    done = run("digest", "--to", "desk@paper.example")
    assert done.returncode == 2
    assert "--smtp" in done.stderr
