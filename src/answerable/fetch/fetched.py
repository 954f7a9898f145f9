"""What fetching gives."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fetched:
    """Some bytes: `url` is where they were in the end (after redirects), `media_type` as served, None for a file."""

    url: str
    data: bytes
    media_type: str | None = None
