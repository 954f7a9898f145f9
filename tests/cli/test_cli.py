"""What holds for every command."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from answerable import __version__
from answerable.cli import COMMANDS
from tests.cli.conftest import Run

NAMES = [command.__name__ for command in COMMANDS]


@pytest.mark.parametrize("name", NAMES)
def test_every_command_has_help_with_an_example(run: Run, name: str) -> None:
    done = run(name, "--help")
    assert done.returncode == 0
    assert f"  answerable {name}" in done.stdout.split("Examples:")[1]


def test_help_names_every_command_and_loads_no_heavy_library(run: Run) -> None:
    shown = run("--help").stdout
    assert all(f"\n  {name} " in shown for name in NAMES)
    code = (
        "import sys, answerable.cli as c; sys.argv = ['answerable', '--help']\n"
        "try: c.main()\n"
        "except SystemExit: pass\n"
        "heavy = {'sqlalchemy', 'fastapi', 'onnxruntime', 'trafilatura', 'docx', 'pypdfium2', 'numpy', 'lxml'}\n"
        "sys.exit(', '.join(heavy & set(sys.modules)) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_version(run: Run) -> None:
    assert run("--version").stdout == f"answerable {__version__}\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ("add",),
        ("nonsense",),
        ("search", "x", "--act", "shout"),
        ("add", "x", "--published", "May"),
        ("serve", "--port", "x"),
    ],
)
def test_wrong_usage_is_2(run: Run, arguments: tuple[str, ...]) -> None:
    done = run(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert "Usage:" in done.stderr


@pytest.mark.parametrize("arguments", [("search", "x"), ("serve",), ("rebuild",), ("verify",)])
def test_no_record_is_said_and_none_is_made(run: Run, tmp_path: Path, arguments: tuple[str, ...]) -> None:
    done = run(*arguments)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "answerable: there is no record at answerable.db: make one with `answerable add`\n"
    assert not (tmp_path / "answerable.db").exists()
