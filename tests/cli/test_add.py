from __future__ import annotations

import json
from pathlib import Path

from tests import mixed_folder
from tests.cli.conftest import Run


def test_add_names_what_failed_and_keeps_the_rest(run: Run, tmp_path: Path) -> None:
    broken = mixed_folder.fill(tmp_path / "in")
    done = run("add", "in", "--workers", "2")
    assert done.returncode == 1
    assert done.stdout == f"10 new, {len(broken)} failed; in answerable.db\n"
    failed = [line.removeprefix("FAILED in/").split(":")[0] for line in done.stderr.splitlines() if "FAILED" in line]
    assert sorted(failed) == sorted(broken)

    again = run("add", "in", "--workers", "1")
    assert (again.returncode, again.stdout) == (1, f"10 present, {len(broken)} failed; in answerable.db\n")


def test_a_changed_text_is_a_new_version(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(mixed_folder.SAID)
    assert run("add", "a.txt", "--workers", "1").stdout.startswith("1 new, 0 failed")
    file.write_text(mixed_folder.SAID + " Then it rained.")
    assert run("add", "a.txt", "--workers", "1").stdout.startswith("1 new version, 0 failed")


def test_what_was_added_is_found_verified_and_rebuilt(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("Ada Hale said the café survey was hidden. It rained.")
    options = ("--publisher", "Tarn Herald", "--published", "2031-04-01", "--medium", "news", "--workers", "1")
    assert run("add", "a.txt", *options).returncode == 0

    shown = run("search", "--sentences", "cafe surveys").stdout
    assert shown.splitlines()[0] == "2031-04-01 · a.txt"
    (hit,) = json.loads(run("search", "rain", "--sentences", "--json").stdout)["hits"]
    assert (hit["words"].strip(), hit["url"], hit["published"]) == ("It rained.", "a.txt", "2031-04-01")
    assert run("search", "o'neill AND \"").returncode == 0

    before = run("search", "survey", "--json").stdout
    assert run("rebuild", "--workers", "1").stdout == "1 documents rebuilt, 0 failed; in answerable.db\n"
    assert run("search", "survey", "--json").stdout == before

    assert run("verify", "--workers", "1").returncode == 0
    file.unlink()
    gone = run("verify", "--workers", "1")
    assert gone.returncode == 1
    assert "FAILED a.txt: no such file" in gone.stderr.lower().replace("failed", "FAILED")
