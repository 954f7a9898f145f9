"""What a command prints: the one place through which words from documents reach a terminal.

Texts, titles and names of files may hold characters that a terminal obeys. They are shown as escapes instead.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable
from typing import Any

import typer

_OBEYED = (
    *(code for code in range(0x20) if chr(code) not in "\n\t"),  # C0, with ESC and carriage return
    *range(0x7F, 0xA0),  # DEL and C1
    *range(0x202A, 0x202F),  # bidirectional embeddings and overrides
    *range(0x2066, 0x206A),  # bidirectional isolates
    *range(0xDC80, 0xDCA0),  # C1 as bare bytes in names of files that are not UTF-8
)
_SHOWN = {code: f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" for code in _OBEYED}
_IN_JSON = {code: f"\\u{code:04x}" for code in _OBEYED}


def clean(text: str) -> str:
    """The text with what a terminal would obey written out, such as ESC as \\x1b."""
    return text.translate(_SHOWN)


def show(text: str) -> None:
    """A line or more for people, on standard output."""
    typer.echo(clean(text))


def show_found(head: str, pieces: Iterable[tuple[str, bool]]) -> None:
    """A head and words below it; the pieces with a True stand out on a terminal."""
    strong = sys.stdout.isatty()
    cleaned = ((clean(re.sub(r"\s+", " ", piece)), matches) for piece, matches in pieces)
    words = "".join(typer.style(piece, bold=True) if strong and matches else piece for piece, matches in cleaned)
    typer.echo(f"{clean(head)}\n    {words.strip()}")


def show_json(value: Any, *, indent: int | None = 2) -> None:
    """A value as JSON; every character comes back when it is read."""
    typer.echo(json.dumps(value, ensure_ascii=False, indent=indent).translate(_IN_JSON))


def write(text: str) -> None:
    """Text that is meant for a file or a program, which get it exactly; a terminal gets it as `show` would print it."""
    sys.stdout.write(clean(text.replace("\r\n", "\n")) if sys.stdout.isatty() else text)


def say(message: str) -> None:
    """A line on standard error."""
    typer.echo(clean(message), err=True)


def counted(count: int, noun: str) -> str:
    """ "1 ask", "2 asks"."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
