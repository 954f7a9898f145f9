"""How a matter stands on a day, as the exports need it: the shape of what `record.status_on` tells."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from answerable.model import Commitment, Count, Progress, Ref, Status, When
from answerable.text import Span


class Moved(Protocol):
    """A due date that moved."""

    @property
    def earlier(self) -> Commitment: ...
    @property
    def later(self) -> Commitment: ...
    @property
    def by(self) -> Ref | None: ...
    @property
    def reason(self) -> Span | None: ...


class Clash(Protocol):
    """Two claims that conflict."""

    @property
    def earlier(self) -> Progress | Count: ...
    @property
    def later(self) -> Progress | Count: ...
    @property
    def reason(self) -> str: ...


class Stands(Protocol):
    """How a matter stands."""

    @property
    def day(self) -> date: ...
    @property
    def status(self) -> Status: ...
    @property
    def according_to(self) -> Ref | None: ...
    @property
    def as_of(self) -> When | None: ...
    @property
    def claim(self) -> Progress | None: ...
    @property
    def answered(self) -> str: ...
    @property
    def due(self) -> date | None: ...
    @property
    def overdue(self) -> bool: ...
    @property
    def slips(self) -> Sequence[Moved]: ...
    @property
    def disputed(self) -> Sequence[Clash]: ...
    @property
    def self_reported(self) -> bool: ...
