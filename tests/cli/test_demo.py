from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Run


def test_the_demo_reads_its_dossier_and_starts_again_at_once(run: Run, tmp_path: Path) -> None:
    first = run("demo", "--no-serve", "--workers", "1")
    assert first.returncode == 0, first.stderr
    (record,) = (tmp_path / "cache" / "answerable").glob("demo-*.db")
    before = record.read_bytes()
    again = run("demo", "--no-serve", "--workers", "1")
    assert again.returncode == 0, again.stderr
    assert len(before) > 0
    hits = json.loads(run("search", "inquiry", "--db", str(record), "--json").stdout)
    assert hits["total"] > 5
