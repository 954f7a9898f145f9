"""What a command says while it works: on standard error, a bar on a terminal and plain lines otherwise."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

import typer

from answerable.cli.printing import say
from answerable.fetch import is_address
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
    with _bar(doing, total) if sys.stderr.isatty() else _lines(doing, total) as step:
        yield step


@contextmanager
def _bar(doing: str, total: int | None) -> Iterator[Callable[[], None]]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(doing, total=total)
        yield lambda: bar.advance(task)


@contextmanager
def _lines(doing: str, total: int | None) -> Iterator[Callable[[], None]]:
    """A line now and then, and one at the end of what took long enough for any."""
    done, started = 0, time.monotonic()
    last, told = started, 0

    def tell() -> None:
        nonlocal last, told
        last, told = time.monotonic(), done
        say(f"{doing}: {done}" + (f" of {total}" if total else "") + f", {last - started:.0f} s")

    def step() -> None:
        nonlocal done
        done += 1
        if time.monotonic() - last >= SECONDS:
            tell()

    yield step
    if done > told and time.monotonic() - started >= SECONDS:
        tell()


def expected(names: list[str]) -> int | None:
    """How many documents some inputs hold, if each holds one; an address may be that of a feed."""
    several = any(is_address(name) or name.endswith((".jsonl", ".ndjson")) for name in names)
    return None if several else len(names)
