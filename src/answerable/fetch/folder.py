"""Files and folders on this machine."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from answerable.errors import FetchError

LARGEST = 1024 * 1024 * 1024
"""Bytes up to which a file is read."""


def files(folder: Path) -> Iterator[Path]:
    """Every file under `folder` in order of name, hidden files and folders left out.

    Links to folders are not followed, so that no walk runs in a circle. Raises FetchError if it cannot be listed.
    """
    try:
        entries = sorted(folder.iterdir(), key=lambda entry: entry.name)
    except OSError as error:
        raise FetchError(str(folder), _reason(error)) from None
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir():
            if not entry.is_symlink():
                yield from files(entry)
        elif entry.is_file():
            yield entry


def contents(path: Path) -> bytes:
    """The bytes of a file. Raises FetchError if there is none, it cannot be read, or it is larger than LARGEST."""
    try:
        if (size := path.stat().st_size) > LARGEST:
            raise FetchError(str(path), f"{size // 1_000_000} MB are more than is read at once")
        return path.read_bytes()
    except OSError as error:
        raise FetchError(str(path), _reason(error)) from None


def _reason(error: OSError) -> str:
    return (error.strerror or type(error).__name__).lower()
