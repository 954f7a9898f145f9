"""What a reader is told when a page cannot be shown."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ErrorPage:
    """Why there is no page here.

    title: what is the matter, in a few words
    said: what it means and what to do, in a sentence
    status: the HTTP status
    """

    title: str
    said: str
    status: int
