from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from answerable import ingest
from answerable.ingest import Failure, Setup, Stored, Told, Workers
from answerable.model import Judgement, Medium, Source, Verdict
from answerable.scale import AHEAD, executor
from answerable.store import Store, open_store, queries, writes
from answerable.store.writes import Added
from tests import mixed_folder
from tests.scripted import load

ROOT = Path(__file__).parent.parent
SETUP = Setup(tagger=load)
NOW = datetime(2031, 4, 2, tzinfo=UTC)


def add(store: Store, folder: Path, workers: Workers | None = None) -> list[Stored | Failure]:
    names = [str(path.relative_to(folder)) for path in sorted(folder.rglob("*")) if path.is_file()]
    told = Told(Source("", publisher="Tarn Herald", medium=Medium.NEWS), folder=str(folder))
    return list(ingest.add(store, names, told, workers or Workers.here(), now=lambda: NOW, setup=SETUP))


@pytest.mark.parametrize("workers", [1, 2])
def test_ten_good_files_are_stored_and_each_broken_one_is_named(tmp_path: Path, workers: int) -> None:
    reasons = mixed_folder.fill(tmp_path / "in")
    with closing(open_store(tmp_path / "a.db")) as store:
        with executor(workers) as pool:
            found = add(store, tmp_path / "in", Workers(pool, AHEAD * workers))
        failed = {f.name.split(":")[0]: f.reason for f in found if isinstance(f, Failure)}
        assert sorted(failed) == sorted(reasons)
        for name, reason in failed.items():
            assert re.search(reasons[name], reason), f"{name}: {reason}"
        stored = [s for s in found if isinstance(s, Stored)]
        assert {s.name.split("#")[0] for s in stored} == set(mixed_folder.GOOD)
        assert {s.added for s in stored} == {Added.NEW}
        before = queries.totals(store)
        assert (before.documents, before.statements >= 10) == (10, True)

        again = add(store, tmp_path / "in")
        assert {s.added for s in again if isinstance(s, Stored)} == {Added.PRESENT}
        assert queries.totals(store) == before


def test_one_process_and_several_find_the_same(tmp_path: Path) -> None:
    for n in range(5):
        (tmp_path / f"{n}.txt").write_text(mixed_folder.SAID.format(n=n) * (5 - n))
    names = [str(path) for path in sorted(tmp_path.iterdir())]

    def found(workers: Workers) -> list[object]:
        return list(ingest.extract_all(ingest.read_all(names, Told(), workers), SETUP, workers))

    with executor(2) as pool:
        assert found(Workers(pool, 3)) == found(Workers.here())


def test_what_the_user_tells_of_a_source_is_kept(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(mixed_folder.SAID)
    with closing(open_store(tmp_path / "a.db")) as store:
        (stored,) = add(store, tmp_path / "in")
        assert isinstance(stored, Stored)
        source = queries.document(store, stored.document).source
    assert (source.url, source.publisher, source.medium, source.retrieved) == ("a.txt", "Tarn Herald", Medium.NEWS, NOW)


def test_what_the_user_tells_later_takes_the_place_of_what_was_known(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "Dear Minister,\n\nI ask you to publish the survey.\n\nYours sincerely,\n\nAda Hale"
    )

    def told(source: Source) -> Stored:
        told = Told(source, folder=str(tmp_path))
        (stored,) = ingest.add(store, ["a.txt"], told, Workers.here(), now=lambda: NOW, setup=SETUP)
        assert isinstance(stored, Stored)
        return stored

    with closing(open_store(tmp_path / "a.db")) as store:
        first = told(Source("", publisher="Tarn Herald"))
        anew = told(Source("", published=date(2031, 3, 1), medium=Medium.LETTER))
        assert (first.added, anew.added, anew.document) == (Added.NEW, Added.TOLD, first.document)
        source = queries.document(store, first.document).source
        assert (source.publisher, source.published, source.medium) == ("Tarn Herald", date(2031, 3, 1), Medium.LETTER)
        (listed,) = queries.list_documents(store)
        assert (listed.publisher, listed.published, listed.medium) == ("Tarn Herald", date(2031, 3, 1), Medium.LETTER)
        assert queries.extraction(store, first.document).source.published == date(2031, 3, 1)

        assert told(Source("", published=date(2031, 3, 1))).added is Added.PRESENT  # said already
        assert told(Source("")).added is Added.PRESENT  # nothing said takes nothing back
        assert queries.document(store, first.document).source == source
        assert len(queries.versions(store, first.document)) == 1


def test_what_no_database_keeps_fails_alone(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    rows = [{"text": mixed_folder.SAID}, {"text": "One.", "title": "a\0b"}, {"text": "Two.", "id": "\ud800"}]
    (tmp_path / "in" / "a.jsonl").write_text("\n".join(map(json.dumps, rows)))
    (tmp_path / "in" / os.fsdecode(b"caf\xe9.txt")).write_text(mixed_folder.SAID)
    with closing(open_store(tmp_path / "a.db")) as store:
        found = add(store, tmp_path / "in")
    reasons = [f.reason for f in found if isinstance(f, Failure)]
    assert len(found) == 4 and len(reasons) == 3
    assert "in its title" in reasons[0] and "surrogate" in reasons[1] and "not UTF-8" in reasons[2]


def test_rebuilding_finds_the_same_and_keeps_what_people_entered(tmp_path: Path) -> None:
    mixed_folder.fill(tmp_path / "in")
    with closing(open_store(tmp_path / "a.db")) as store:
        add(store, tmp_path / "in")
        before = list(queries.extractions(store))
        decision = Judgement("j", before[0].statements[0].id, Verdict.CONFIRM, "mina", NOW)
        writes.judge(store, decision)
        rebuilt = list(ingest.rebuild(store, Workers.here(), setup=SETUP))
        assert len(rebuilt) == 10
        assert list(queries.extractions(store)) == before
        assert queries.judgements(store) == (decision,)
        ingest.build_record(store)
        assert queries.totals(store).actors >= 1


def test_a_fault_in_one_document_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Boom.")
    (tmp_path / "b.txt").write_text("Fine.")
    names = [str(tmp_path / "a.txt"), str(tmp_path / "b.txt")]
    here = Workers.here()
    first, second = ingest.extract_all(ingest.read_all(names, Told(), here), Setup(tagger=exploding), here)
    assert isinstance(first, Failure)
    assert re.search(r"RuntimeError: boom, test_ingest.py:\d+", first.reason)
    assert not isinstance(second, Failure)


class _Exploding:
    def tag(self, document: object) -> tuple[()]:
        if "Boom" in getattr(document, "text", ""):
            raise RuntimeError("boom")
        return ()


def exploding() -> _Exploding:
    return _Exploding()


def test_killed_in_the_middle_and_run_again_loses_and_doubles_nothing(tmp_path: Path) -> None:
    records = [{"id": str(n), "text": mixed_folder.SAID.format(n=n)} for n in range(200)]
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "all.jsonl").write_text("\n".join(map(json.dumps, records)))
    kills = 0
    for _ in range(3):
        child = subprocess.Popen(
            [sys.executable, __file__, str(tmp_path)], cwd=ROOT, env={**os.environ, "PYTHONPATH": "."}
        )
        while child.poll() is None and held(tmp_path) < 30 * (kills + 1):
            time.sleep(0.1)
        child.send_signal(signal.SIGKILL)
        kills += child.wait() == -signal.SIGKILL
        assert held(tmp_path) < 200 or kills == 0
    assert kills >= 2
    with closing(open_store(tmp_path / "a.db")) as store:
        add(store, tmp_path / "in")
        found = list(queries.extractions(store))
        texts = sorted(document.text for document in queries.documents(store))
    assert texts == sorted(record["text"] for record in records)
    assert [len(extraction.statements) >= 1 for extraction in found] == [True] * 200
    with closing(open_store(tmp_path / "whole.db")) as whole:
        add(whole, tmp_path / "in")
        key = lambda extraction: extraction.document  # noqa: E731
        assert sorted(queries.extractions(whole), key=key) == sorted(found, key=key)
        assert queries.totals(whole).statements == sum(len(extraction.statements) for extraction in found)


def held(folder: Path) -> int:
    """How many documents the store holds at this moment."""
    if not (folder / "a.db").exists():
        return 0
    try:
        with closing(open_store(folder / "a.db")) as store:
            return queries.totals(store).documents
    except Exception:
        return 0


if __name__ == "__main__":  # the process that is killed
    with closing(open_store(Path(sys.argv[1]) / "a.db")) as opened:
        add(opened, Path(sys.argv[1]) / "in")
