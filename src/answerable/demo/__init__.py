"""The demonstration: a dossier of fictional documents, and the record made of it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from answerable import __version__
from answerable.errors import StoreError

if TYPE_CHECKING:
    from answerable.ingest import Failure, Stored, Workers
    from answerable.registry import Registry
    from answerable.store import Store

DOSSIER = Path(__file__).parent / "dossier"
REGISTRIES = ("registry.csv", "aliases.csv")
NOTICE = "This is a demonstration: every person, place, organisation and document in it is fictional."


def names() -> list[str]:
    """The documents of the dossier, in order of their numbers."""
    return sorted(path.name for path in DOSSIER.iterdir() if path.name[0].isdigit())


def folder() -> Path:
    """Where the record of the demonstration is kept: a folder of the user's cache (XDG)."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "answerable"


def open_demo(path: str | None, *, fresh: bool = False) -> Store:
    """The record of the demonstration, made anew if `fresh` is asked for or another version of answerable filled it."""
    from answerable.store import open_store

    file = Path(path) if path else folder() / f"demo-{__version__}.db"
    file.parent.mkdir(parents=True, exist_ok=True)
    if fresh:
        _remove(file)
    try:
        return open_store(file)
    except StoreError:
        if path:
            raise
        _remove(file)
        return open_store(file)


def _remove(file: Path) -> None:
    for suffix in ("", "-wal", "-shm"):
        file.with_name(file.name + suffix).unlink(missing_ok=True)


def is_filled(store: Store) -> bool:
    """Whether the whole dossier is there and the record has been built of it."""
    from answerable.store import queries

    held = {version.source.url for version in queries.current_versions(store)}
    return held.issuperset(names()) and queries.totals(store).matters > 0


def fill(store: Store, workers: Workers) -> Iterator[Stored | Failure]:
    """Adds what is not there yet of the dossier, after the posts of its ministers."""
    from answerable import ingest
    from answerable.store import writes

    writes.keep_registry(store, posts())
    told = ingest.Told(folder=str(DOSSIER))
    return ingest.add(
        store, names(), told, workers, now=lambda: datetime.now(UTC), setup=ingest.Setup(record=store.name)
    )


def posts() -> Registry:
    """Who held which post in the world of the dossier, and what its newspapers call the posts."""
    from answerable.read.registry import read_registry
    from answerable.registry import merged

    return merged(read_registry((DOSSIER.parent / name).read_bytes(), name) for name in REGISTRIES)
