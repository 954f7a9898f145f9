from __future__ import annotations

import json
import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest

from answerable.cli import printing
from answerable.cli.printing import clean, show_json
from tests.cli.conftest import Run

EVIL = "Ada \x1b[2J\x9b31mHale\r \u202egnihton\u2069 \udc9b\x7f"
OBEYED = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\udc80-\udc9f]")


def test_what_a_terminal_obeys_is_written_out() -> None:
    assert clean(EVIL) == r"Ada \x1b[2J\x9b31mHale\x0d \u202egnihton\u2069 \udc9b\x7f"
    assert clean("Zoë\tsaid: “naïve”\n🚢 עברית") == "Zoë\tsaid: “naïve”\n🚢 עברית"


def test_json_gives_every_character_back(capsys: pytest.CaptureFixture[str]) -> None:
    show_json({"words": EVIL + "Zoë"})
    printed = capsys.readouterr().out
    assert not OBEYED.search(printed) and "Zoë" in printed
    assert json.loads(printed) == {"words": EVIL + "Zoë"}


@pytest.mark.parametrize("command", [["add"], ["extract", "--format", "table"], ["extract"]])
def test_no_title_text_or_name_of_a_file_commands_the_terminal(run: Run, tmp_path: Path, command: list[str]) -> None:
    row = {"text": "Ada \x1b[2JHale\x9b said the \u202eferry was late.", "title": "A \x1b]0;title\x07"}
    (tmp_path / "a.jsonl").write_text(json.dumps(row))
    (tmp_path / "b\x1b[2J.txt").write_bytes(b"\x89PNG\r\n")
    done = run(*command, "--workers", "1", "a.jsonl", "b\x1b[2J.txt")
    assert done.returncode == 1 and r"FAILED b\x1b[2J.txt" in done.stderr
    assert not OBEYED.search(done.stdout + done.stderr)
    if command == ["extract"]:
        assert json.loads(done.stdout)["text"] == row["text"]


def test_on_a_terminal_nothing_but_our_own_bold_is_obeyed(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps({"text": "The \x1b[2J ferry was late.", "title": "A \x9bB"}))
    assert run("add", "a.jsonl", "--workers", "1").returncode == 0
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "answerable", "search", "--sentences", "ferry"]
    subprocess.run(command, cwd=tmp_path, stdout=theirs, stderr=theirs, check=True, timeout=60)
    os.close(theirs)
    printed = os.read(ours, 10_000).decode()
    os.close(ours)
    assert "\x1b[1mferry\x1b[0m" in printed
    assert not OBEYED.search(printed.replace("\x1b[1m", "").replace("\x1b[0m", "").replace("\r\n", "\n"))


def test_commands_print_nowhere_else() -> None:
    here = Path(printing.__file__)
    others = [path for path in here.parent.glob("*.py") if path != here]
    prints = re.compile(r"typer\.echo|stdout\.write|stderr\.write|\bprint\(")
    assert [path.name for path in others if prints.search(path.read_text().replace(").print(table)", ""))] == []
