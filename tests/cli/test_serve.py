from __future__ import annotations

import re
import signal
import subprocess
import sys
import urllib.request
from pathlib import Path

from tests.cli.conftest import Run
from tests.mixed_folder import SAID


def interruptible() -> None:
    """Lets Ctrl-C end a process also where these tests run in the background, which ignores it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_the_record_is_served_until_ctrl_c(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(SAID)
    run("add", "a.txt", "--workers", "1")
    command = [sys.executable, "-m", "answerable", "serve", "--port", "0"]
    server = subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.PIPE, text=True, preexec_fn=interruptible)
    try:
        assert server.stderr
        told = re.search(r"http://127\.0\.0\.1:(\d+)/", server.stderr.readline())
        assert told
        with urllib.request.urlopen(told[0], timeout=30) as page:
            assert page.status == 200
        taken = run("serve", "--port", told[1])
        assert (taken.returncode, "cannot listen" in taken.stderr) == (2, True)
        server.send_signal(signal.SIGINT)
        assert server.wait(30) == 130
        assert "Traceback" not in server.stderr.read()
    finally:
        server.kill()
        server.communicate()
