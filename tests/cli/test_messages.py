"""Progress without a terminal: lines now and then, and one at the end of what took long."""

import pytest

from answerable.cli import messages


def lines(capsys: pytest.CaptureFixture[str]) -> list[str]:
    with messages.progress("Adding", 3) as step:
        for _ in range(3):
            step()
    return capsys.readouterr().err.splitlines()


def test_nothing_is_said_of_what_is_quick(capsys: pytest.CaptureFixture[str]) -> None:
    assert lines(capsys) == []


def test_the_last_line_tells_the_whole(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    moments = iter((0.0, 6.0, 6.0, 7.0, 8.0, 9.0, 9.0))
    monkeypatch.setattr("answerable.cli.messages.time.monotonic", lambda: next(moments))
    assert lines(capsys) == ["Adding: 1 of 3, 6 s", "Adding: 3 of 3, 9 s"]
