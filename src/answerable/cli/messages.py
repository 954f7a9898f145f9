"""What a command says while it works: on standard error, a bar on a terminal and plain lines otherwise."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

import typer

from answerable.cli.printing import say
from answerable.ingest import Failure

T = TypeVar("T")

SECONDS = 5.0
"""Between two plain lines of progress."""


class Failures:
    """Takes failures out of results, says each as it comes, and knows at the end how the command went."""

    def __init__(self) -> None:
        self.count = 0

    def taken_from(self, results: Iterable[T | Failure]) -> Iterator[T]:
        """The results that are no failures."""
        for result in results:
            if isinstance(result, Failure):
                self.count += 1
                say(f"FAILED {result.name}: {result.reason}")
            else:
                yield result

    def end(self) -> None:
        """Ends the command with 1 if anything failed."""
        if self.count:
            raise typer.Exit(1)


@contextmanager
def progress(doing: str, total: int | None) -> Iterator[Callable[[], None]]:
    """Shows how far a command is; call what it gives once for each document done. `total` may be unknown."""
    if sys.stderr.isatty():
        with _bar(doing, total) as step:
            yield step
    else:
        yield _lines(doing, total)


@contextmanager
def _bar(doing: str, total: int | None) -> Iterator[Callable[[], None]]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(doing, total=total)
        yield lambda: bar.advance(task)


def _lines(doing: str, total: int | None) -> Callable[[], None]:
    done, last = 0, time.monotonic()

    def step() -> None:
        nonlocal done, last
        done += 1
        if time.monotonic() - last >= SECONDS:
            last = time.monotonic()
            say(f"{doing}: {done}" + (f" of {total}" if total else ""))

    return step


def expected(names: list[str]) -> int | None:
    """How many documents some inputs hold, if each holds one."""
    return None if any(name.endswith((".jsonl", ".ndjson")) for name in names) else len(names)
