"""Options that several commands share."""

from __future__ import annotations

import os
from datetime import date
from enum import StrEnum
from typing import Annotated

import typer

from answerable.config import Config
from answerable.model import Medium, Source


def config() -> Config:
    """The settings of this process."""
    return Config.read(os.environ)


Db = Annotated[
    str,
    typer.Option(
        "--db",
        default_factory=lambda: config().db,
        show_default=False,
        metavar="PATH|URL",
        help="The record: a SQLite file or a PostgreSQL address; $ANSWERABLE_DB or answerable.db unless given.",
    ),
]
WorkerCount = Annotated[
    int,
    typer.Option(
        "--workers",
        min=1,
        default_factory=lambda: config().workers,
        show_default=False,
        metavar="N",
        help="Processes that read and extract; one a core unless given.",
    ),
]
Host = Annotated[
    str,
    typer.Option(
        default_factory=lambda: config().host,
        show_default=False,
        help="Where to listen; 127.0.0.1, this machine alone, unless given.",
    ),
]
Port = Annotated[
    int,
    typer.Option(
        min=0,
        max=65535,
        default_factory=lambda: config().port,
        show_default=False,
        help="8000 unless given; 0 takes a free one.",
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Published = Annotated[
    str, typer.Option(metavar="DAY", help="When it was published, such as 2024-05-31, where it does not say.")
]
Publisher = Annotated[str, typer.Option(metavar="NAME", help="Who published it.")]
Author = Annotated[str, typer.Option(metavar="NAME", help="Who wrote or signed it.")]
Kind = Annotated[Medium | None, typer.Option("--medium", help="What kind of publication it is.", show_default=False)]
Ocr = Annotated[
    bool, typer.Option("--ocr", help="Recognise the text of PDF pages that are pictures (needs tesseract).")
]


class Format(StrEnum):
    """How results of `extract` are printed."""

    JSONL = "jsonl"
    CSV = "csv"
    TABLE = "table"


def told(published: str, publisher: str, author: str, medium: Medium | None) -> Source:
    """What the user says of the inputs. A day that is none is wrong usage."""
    known = day(published, "--published")
    return Source("", publisher or None, author or None, medium or Medium.UNKNOWN, published=known)


def day(words: str, option: str) -> date | None:
    """The day that an option gives, None where it is left out. A day that is none is wrong usage."""
    try:
        return date.fromisoformat(words) if words else None
    except ValueError as error:
        raise typer.BadParameter(f"{words!r} is not a day such as 2024-05-31", param_hint=option) from error
