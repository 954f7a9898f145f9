"""What is written about the program is what the program says of itself."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent


def test_the_reference_is_what_the_program_says() -> None:
    check = [sys.executable, str(ROOT / "docs" / "make_reference.py"), "--check"]
    done = subprocess.run(check, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_every_link_in_the_docs_leads_somewhere() -> None:
    pages = [ROOT / "README.md", *(ROOT / "docs").rglob("*.md")]
    for page in pages:
        for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text("utf-8")):
            assert (page.parent / target).exists(), f"{page.name} links to {target}"


def test_every_option_in_the_readme_and_tutorial_exists() -> None:
    reference = (ROOT / "docs" / "reference" / "commands.md").read_text("utf-8")
    helps = dict(re.findall(r"## answerable (\w+)\n\n```text\n(.*?)\n```", reference, re.S))
    for page in (ROOT / "README.md", ROOT / "docs" / "tutorial.md"):
        for command, rest in re.findall(r"^    answerable (\w+)(.*)$", page.read_text("utf-8"), re.M):
            for option in re.findall(r"--[a-z-]+", rest):
                assert option in helps[command], f"{page.name}: answerable {command} {option}"
