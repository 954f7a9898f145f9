"""What `answerable export` and `answerable brief` write."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from tests.cli.conftest import Run

REPORT = """---
title: The Quay Inquiry report
date: 2025-03-04
publisher: The Quay Inquiry
medium: report
---

# The Quay Inquiry report

## Recommendations

Recommendation 1: The Department for Ports should publish the survey of the harbour wall by 30 June 2025.

Recommendation 2: The Department for Ports should rebuild the harbour wall by 31 December 2027.
"""


@pytest.fixture
def record(run: Run, tmp_path: Path) -> Run:
    """The command in a folder with a record of one report."""
    (tmp_path / "report.md").write_text(REPORT)
    assert run("add", "report.md", "--workers", "1").returncode == 0
    return run


def test_what_is_overdue_on_a_day_as_csv(record: Run) -> None:
    done = record("export", "--overdue", "--on", "2025-07-01")
    assert [row["number"] for row in csv.DictReader(done.stdout.splitlines())] == ["1"]
    assert done.stderr.strip() == "1 ask"


def test_due_days_as_a_calendar(record: Run) -> None:
    shown = record("export", "--format", "ics", "--on", "2025-03-05").stdout
    assert shown.startswith("BEGIN:VCALENDAR") and shown.count("BEGIN:VEVENT") == 2
    assert "DTSTART;VALUE=DATE:20250630" in shown and "URL:" not in shown


def test_the_name_of_a_file_tells_the_form_of_a_briefing(record: Run, tmp_path: Path) -> None:
    for name, start in (("a.md", b"#"), ("a.html", b"<!"), ("a.docx", b"PK")):
        done = record("brief", "Quay", "-o", name)
        assert done.stderr.strip() == f"Wrote {name}"
        assert (tmp_path / name).read_bytes().startswith(start)


def test_a_briefing_that_cannot_be_written_is_wrong_usage(record: Run) -> None:
    done = record("brief", "Quay", "-o", "nowhere/a.md")
    assert done.returncode == 2
    assert done.stderr.strip() == "answerable: cannot write nowhere/a.md: No such file or directory"
