"""An ask with all that hangs on it."""

from __future__ import annotations

from dataclasses import dataclass

from answerable.model.answers import Commitment, Count, Progress, Response
from answerable.model.asks import Ask
from answerable.model.links import Link


@dataclass(frozen=True, slots=True)
class Matter:
    """An ask with all that hangs on it, in order of day: the thread that a user follows.

    `repeats` are the other tellings of this ask (made again by the same body, or told by others) and earlier asks that
    it makes again; `links` are what joined the entries, judgements applied.
    """

    id: str
    ask: Ask
    responses: tuple[Response, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    progress: tuple[Progress, ...] = ()
    counts: tuple[Count, ...] = ()
    repeats: tuple[Ask, ...] = ()
    links: tuple[Link, ...] = ()
