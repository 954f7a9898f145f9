from pathlib import Path

import pytest
from typer.testing import CliRunner

from answerable.cli import app


@pytest.mark.parametrize("command", ["brief", "matters", "inquiries", "export"])
def test_help_shows_an_example(command: str) -> None:
    result = CliRunner().invoke(app, [command, "--help"])
    assert result.exit_code == 0
    assert f"answerable {command}" in result.output


def test_a_docx_needs_a_file(tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["brief", "ferry", "--format", "docx", "--db", str(tmp_path / "none.db")])
    assert result.exit_code != 0
