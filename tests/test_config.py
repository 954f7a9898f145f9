from __future__ import annotations

import pytest

from answerable.config import Config
from answerable.errors import UsageError


def test_nothing_set() -> None:
    config = Config.read({})
    assert (config.db, config.host, config.port, config.notice) == ("answerable.db", "127.0.0.1", 8000, "")
    assert 1 <= config.workers <= 8


def test_everything_set() -> None:
    names = ("DB", "WORKERS", "HOST", "PORT", "NOTICE", "SMTP", "FROM", "SITE")
    mail = ("smtp://mail.example", "record@paper.example", "https://record.example")
    values = ("water.db", "3", "::1", "81", "Fiction.", *mail)
    environment = {f"ANSWERABLE_{name}": value for name, value in zip(names, values, strict=True)}
    assert Config.read(environment) == Config("water.db", 3, "::1", 81, "Fiction.", *mail)


@pytest.mark.parametrize("value", ["many", "-1", "0", "1.5"])
def test_a_number_that_is_none_is_wrong_usage(value: str) -> None:
    with pytest.raises(UsageError, match=f"ANSWERABLE_WORKERS is '{value}'"):
        Config.read({"ANSWERABLE_WORKERS": value})
