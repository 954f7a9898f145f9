"""What came into the record lately: documents by the moment that they were added."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

from answerable.store import schema
from answerable.store.database import Store


@dataclass(frozen=True, slots=True)
class Addition:
    """A document with the moment that it was added; `version` where it took the place of an earlier text."""

    id: str
    title: str
    publisher: str | None
    added: datetime
    version: int


def additions(store: Store, *, since: datetime | None = None, limit: int = 200) -> tuple[Addition, ...]:
    """The current documents added since a moment, the latest first."""
    d, s = schema.documents.c, schema.sources.c
    query = select(d.id, d.title, d.url, d.publisher, d.added).where(d.current)
    if since:
        query = query.where(d.added >= since)
    with store.reading() as connection:
        rows = connection.execute(query.order_by(d.added.desc(), d.id).limit(limit)).all()
        latest = select(s.document, func.max(s.version)).where(s.document.in_([r.id for r in rows]), s.current)
        versions: dict[str, int] = dict(connection.execute(latest.group_by(s.document)).all())
    return tuple(Addition(id, title or url, by, added, versions.get(id, 1)) for id, title, url, by, added in rows)
