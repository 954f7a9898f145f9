"""Files and folders on this machine."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from answerable.errors import FetchError

LARGEST = 1024 * 1024 * 1024
"""Bytes up to which a file is read."""


def files(folder: Path) -> Iterator[Path]:
    """Every file under `folder` in order of name, hidden files and folders left out.

    Links to folders are not followed, so that no walk runs in a circle. A folder that cannot be listed comes out as it
    is, so that `contents` can say so in its place.
    """
    try:
        entries = sorted(folder.iterdir(), key=lambda entry: entry.name)
    except OSError:
        yield folder
        return
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
        with path.open("rb") as file:
            size = path.stat().st_size
            data = b"" if size > LARGEST else file.read(LARGEST + 1)  # a device or a pipe has no size and need not end
    except OSError as error:
        raise FetchError(str(path), (error.strerror or type(error).__name__).lower()) from None
    if max(size, len(data)) > LARGEST:
        raise FetchError(str(path), f"more than {LARGEST // 1_000_000} MB, which is more than is read at once")
    return data
