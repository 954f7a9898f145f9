from __future__ import annotations

import json
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from answerable import ingest
from answerable.ingest import Failure, Setup, Told, Workers
from answerable.store import Store, open_store
from answerable.text import Fate
from answerable.verify import Verified, verify
from tests import mixed_folder
from tests.scripted import load


def verified(store: Store) -> tuple[dict[str, set[Fate]], dict[str, str]]:
    """The fates of the pins by address, and the reasons of failures by name."""
    found = list(verify(store, Workers.here()))
    fates = {v.url: {pin.fate for pin in v.pins} for v in found if isinstance(v, Verified)}
    return fates, {f.name: f.reason for f in found if isinstance(f, Failure)}


def test_pins_stand_move_and_go_with_their_sources(tmp_path: Path) -> None:
    said = mixed_folder.SAID
    for name in ("still.txt", "moved.txt", "gone.txt", "other.txt", "odd#None"):
        (tmp_path / name).write_text(f"{name}. {said}")
    rows = tmp_path / "rows.jsonl"
    rows.write_text("\n".join(json.dumps({"id": n, "text": f"{n}. {said}"}) for n in range(3)))
    names = [str(path) for path in sorted(tmp_path.iterdir())]
    with closing(open_store(tmp_path / "a.db")) as store:
        now = datetime(2031, 4, 2, tzinfo=UTC)
        list(ingest.add(store, names, Told(), Workers.here(), now=lambda: now, setup=Setup(tagger=load)))
        assert verified(store) == (
            {name: {Fate.FOUND} for name in (*names[:-2], *(f"{rows}#{n}" for n in range(3)), names[-1])},
            {},
        )

        (tmp_path / "moved.txt").write_text(f"Corrected. moved.txt. {said}")
        (tmp_path / "gone.txt").unlink()
        (tmp_path / "other.txt").write_text("Nothing of the kind.")
        rows.write_text(json.dumps({"id": 1, "text": f"1. {said}"}))
        fates, reasons = verified(store)
    assert fates[str(tmp_path / "moved.txt")] == {Fate.MOVED}
    assert fates[str(tmp_path / "other.txt")] == {Fate.ORPHANED}
    assert fates[str(tmp_path / "odd#None")] == fates[f"{rows}#1"] == {Fate.FOUND}
    gone = "is no longer there"
    assert reasons == {f"{rows}#0": gone, f"{rows}#2": gone, str(tmp_path / "gone.txt"): "no such file or directory"}
