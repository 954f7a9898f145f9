"""The command line as users run it: the real command in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Runs `answerable` with some arguments in an empty folder."""

    def run(*arguments: str, stdin: str | None = None) -> subprocess.CompletedProcess[str]:
        environment = {name: value for name, value in os.environ.items() if not name.startswith("ANSWERABLE_")}
        return subprocess.run(
            [sys.executable, "-m", "answerable", *arguments],
            cwd=tmp_path,
            env=environment | {"XDG_CACHE_HOME": str(tmp_path / "cache")},
            input=stdin,
            capture_output=True,
            encoding="utf-8",
            timeout=300,
        )

    return run
