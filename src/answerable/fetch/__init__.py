"""The world to bytes: files and folders (`folder`), addresses (`http`), feeds (`feeds`).

An input is a path or an address as the user gave it; it keeps that name in every error.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from answerable.errors import FetchError
from answerable.fetch.fetched import Fetched
from answerable.fetch.folder import contents, files

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)


def is_address(name: str) -> bool:
    """Whether an input is an address rather than a path: "https://…" (or any other scheme, which `fetch` refuses)."""
    return bool(_ADDRESS.match(name))


def walk(names: Iterable[str]) -> Iterator[str]:
    """The inputs one by one, folders as the files in them, in order of name.

    A path that does not exist comes out as it is, so that `fetch` can say so in its place.
    """
    for name in names:
        if is_address(name) or not Path(name).is_dir():
            yield name
        else:
            yield from (str(path) for path in files(Path(name)))


def fetch(name: str) -> Fetched:
    """The bytes of a file or at an address. Raises FetchError naming it if they cannot be had, or the name kept."""
    try:
        name.encode()
    except UnicodeEncodeError:
        raise FetchError(name, "its name is not UTF-8: rename it") from None
    if is_address(name):
        from answerable.fetch.http import Web

        with Web() as web:
            return web.get(name)
    return Fetched(name, contents(Path(name)))


__all__ = ["Fetched", "fetch", "is_address", "walk"]
