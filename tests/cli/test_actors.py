from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path


def run(*words: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "answerable", "actors", *words], cwd=cwd, capture_output=True, text=True
    )


def test_registries_are_imported_and_bad_ones_named(tmp_path: Path) -> None:
    (tmp_path / "posts.csv").write_text("id,name,role,from\np1,Ada Hale,Pier Warden,2030-01-01\n")
    (tmp_path / "bad.csv").write_text("a,b\n1,2\n")
    done = run("import", "posts.csv", "bad.csv", "gone.csv", cwd=tmp_path)
    assert done.returncode == 1
    assert "1 persons, 1 posts and seats" in done.stdout
    assert "FAILED bad.csv: its header has neither" in done.stderr
    assert "FAILED gone.csv: No such file" in done.stderr
    again = run("import", "posts.csv", cwd=tmp_path)
    assert (again.returncode, "1 persons, 1 posts" in again.stdout) == (0, True)


def test_an_empty_record_lists_nobody_and_wrong_usage_is_told(tmp_path: Path) -> None:
    (tmp_path / "posts.csv").write_text("name,role\nAda Hale,Pier Warden\n")
    assert run("import", "posts.csv", cwd=tmp_path).returncode == 0
    assert json.loads(run("--json", cwd=tmp_path).stdout) == []
    assert run("--on", "Jon Reva", cwd=tmp_path).returncode == 2
    assert run("import", cwd=tmp_path).returncode == 2
    nobody = run("Ada Hale", cwd=tmp_path)
    assert (nobody.returncode, nobody.stderr) == (1, "answerable: no actor Ada Hale\n")
