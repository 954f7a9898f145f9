"""Settings, read once from the environment and then passed as an argument."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from answerable.errors import UsageError
from answerable.scale import cores

MOST_WORKERS = 8
"""Processes used unless told otherwise: each holds a model of its own."""


@dataclass(frozen=True, slots=True)
class Config:
    """What can be set in the environment; every command-line option wins over it.

    db       ANSWERABLE_DB       a path or a database address; "answerable.db" in the current folder unless set
    workers  ANSWERABLE_WORKERS  processes that read and extract; one a core, 8 at the most, unless set
    host     ANSWERABLE_HOST     where the site listens; this machine alone unless set
    port     ANSWERABLE_PORT     8000 unless set
    notice   ANSWERABLE_NOTICE   a sentence to stand on every page
    smtp     ANSWERABLE_SMTP     the server that `digest` sends by: smtp://[user:password@]host[:port], or smtps://
    sender   ANSWERABLE_FROM     the address that it sends from
    site     ANSWERABLE_SITE     the address of the site, for links in mail and feeds
    """

    db: str = "answerable.db"
    workers: int = 1
    host: str = "127.0.0.1"
    port: int = 8000
    notice: str = ""
    smtp: str = ""
    sender: str = ""
    site: str = ""

    @classmethod
    def read(cls, environment: Mapping[str, str]) -> Config:
        """The settings in an environment. Raises UsageError for a number that is none."""
        default = cls()
        return cls(
            db=environment.get("ANSWERABLE_DB") or default.db,
            workers=_number(environment, "ANSWERABLE_WORKERS", min(cores(), MOST_WORKERS)),
            host=environment.get("ANSWERABLE_HOST") or default.host,
            port=_number(environment, "ANSWERABLE_PORT", default.port),
            notice=environment.get("ANSWERABLE_NOTICE", default.notice),
            smtp=environment.get("ANSWERABLE_SMTP", default.smtp),
            sender=environment.get("ANSWERABLE_FROM", default.sender),
            site=environment.get("ANSWERABLE_SITE", default.site),
        )


def _number(environment: Mapping[str, str], name: str, otherwise: int) -> int:
    held = environment.get(name)
    if not held:
        return otherwise
    if not held.isdecimal() or int(held) == 0:
        raise UsageError(f"{name} is {held!r}; it must be a whole number above 0")
    return int(held)
