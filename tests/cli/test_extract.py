from __future__ import annotations

import csv
import json
import subprocess
import sys
from pathlib import Path

from tests.cli.conftest import Run
from tests.mixed_folder import SAID

FIELDS = {
    *("id", "path", "title", "published", "text", "actors", "statements", "inquiries", "asks", "responses"),
    *("commitments", "progress", "counts"),
}


def test_one_line_a_document_in_the_order_given(run: Run, tmp_path: Path) -> None:
    lines = [json.dumps({"id": f"n{n}", "text": SAID.format(n=n) * (4 - n)}) for n in range(4)]
    (tmp_path / "in.jsonl").write_text("\n".join(lines))
    (tmp_path / "a.txt").write_text(SAID)
    done = run("extract", "in.jsonl", "a.txt", "none.txt", "--workers", "2")
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert [f["id"] for f in found[:4]] == ["n0", "n1", "n2", "n3"]
    assert [f["text"] for f in found[:4]] == [json.loads(line)["text"] for line in lines]
    assert all(set(f) == FIELDS for f in found)
    assert done.returncode == 1
    assert "FAILED none.txt" in done.stderr
    assert not (tmp_path / "answerable.db").exists()


def test_a_table_to_read(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Ada Hale accused the board of hiding the survey.")
    shown = run("extract", "a.txt", "--format", "table", "--workers", "1").stdout
    assert "who" in shown and "of whom" in shown


def test_a_reader_that_goes_away_is_no_error(tmp_path: Path) -> None:
    lines = [json.dumps({"id": str(n), "text": SAID.format(n=n) * 20}) for n in range(300)]
    (tmp_path / "in.jsonl").write_text("\n".join(lines))
    command = [sys.executable, "-m", "answerable", "extract", "in.jsonl", "--workers", "1"]
    with subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as child:
        assert child.stdout and child.stderr
        child.stdout.readline()
        child.stdout.close()
        assert "Traceback" not in child.stderr.read()


def test_a_row_a_statement_for_a_spreadsheet(run: Run, tmp_path: Path) -> None:
    for name in ("a", "b"):
        lines = f"Wall {name}\nBy Nell Ormsby\n4 March 2025\n\nAda Hale accused Jon Reva of hiding the survey.\n"
        (tmp_path / f"{name}.txt").write_text(lines)
    rows = list(csv.DictReader(run("extract", "a.txt", "b.txt", "--format", "csv").stdout.splitlines()))
    assert [(row["document"], row["title"], row["published"]) for row in rows] == [
        ("a.txt", "Wall a", "2025-03-04"),
        ("b.txt", "Wall b", "2025-03-04"),
    ]
    assert {(row["speaker"], row["act"], row["of_whom"]) for row in rows} == {("Ada Hale", "accuse", "Jon Reva")}
