from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from answerable.model import ActorKind, Judgement, Verdict
from answerable.store import Store, open_store, queries, writes
from answerable.store.queries import list_actors


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
    told = "answerable: no actor is called 'Ada Hale'; `answerable actors` lists them\n"
    assert (nobody.returncode, nobody.stderr) == (1, told)


SAID = {
    "a.txt": "On Monday the Pier Warden, Otto Lind, said that the pier leaked.",
    "b.txt": "On Tuesday the Pier Warden, Otto Lind, said that the pier was mended.",
    "c.txt": "On Monday Ada Hale said that the ferry was late.",
    "d.txt": "On Tuesday Ada Hale said that the harbour was full.",
}


def ids(store: Store, name: str) -> list[str]:
    """The documents' actors of one name, the earliest first."""
    found = [(e.source.url, a.id) for e in queries.extractions(store) for a in e.actors if a.name == name]
    return [id for _, id in sorted(found)]


def people(store: Store) -> dict[str, int]:
    """{name: how many actors of the record bear it}."""
    return dict(Counter(a.name for a in list_actors(store, limit=99) if a.kind is ActorKind.PERSON))


def test_merge_split_and_rename_survive_the_rebuild(tmp_path: Path) -> None:
    for name, text in SAID.items():
        (tmp_path / name).write_text(text)
    command = [sys.executable, "-m", "answerable"]
    subprocess.run([*command, "add", *SAID, "--medium", "news"], cwd=tmp_path, check=True)
    with closing(open_store(tmp_path / "answerable.db")) as store:
        assert people(store) == {"Otto Lind": 1, "Ada Hale": 2}  # joined by office; a name alone joins nobody
        hales, linds = ids(store, "Ada Hale"), ids(store, "Otto Lind")
        decided = (
            (Verdict.MERGE, hales[0], (("actor", hales[1]),)),
            (Verdict.SPLIT, linds[0], (("actor", linds[1]),)),
            (Verdict.RENAME, hales[0], (("name", "Dame Ada Hale"),)),
        )
        for n, (verdict, subject, value) in enumerate(decided):
            at = datetime(2031, 5, 1, 12, n, tzinfo=UTC)
            writes.judge(store, Judgement(f"j{n}", subject, verdict, "mina", at, value=value))
    for _ in range(2):
        subprocess.run([*command, "rebuild"], cwd=tmp_path, check=True)
        with closing(open_store(tmp_path / "answerable.db")) as store:
            assert people(store) == {"Otto Lind": 2, "Dame Ada Hale": 1}
            (hale,) = list_actors(store, named="Dame Ada Hale")
            assert hale.said == 2


def test_who_accused_whom_and_what_was_answered(tmp_path: Path) -> None:
    record = str(tmp_path / "demo.db")
    subprocess.run(
        [sys.executable, "-m", "answerable", "demo", "--no-serve", "--workers", "1", "--db", record], check=True
    )
    told = json.loads(run("Lena Marsh", "--on", "Tobias Renn", "--db", record, "--json", cwd=tmp_path).stdout)
    assert "accuse" in {s["act"] for s in told["said"]}
    assert "deny" in {s["act"] for s in told["answered"]}
    assert told["on"]["posts"][0]["role"] == "Secretary of State for Water and Rivers"


def test_who_else_has_the_name_is_said(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Greta Sandling accused Owen Trask of hiding the survey.")
    (tmp_path / "b.txt").write_text("Ms Sandling accused the minister of breaking his word.")
    add = [sys.executable, "-m", "answerable", "add", "a.txt", "b.txt", "--workers", "1"]
    subprocess.run(add, cwd=tmp_path, check=True, capture_output=True)
    assert "also in the record: Greta Sandling (" in run("Sandling", cwd=tmp_path).stderr
    assert "also" not in run("Greta Sandling", cwd=tmp_path).stderr
    assert "`answerable actors` lists them" in run("Nobody Here", cwd=tmp_path).stderr
