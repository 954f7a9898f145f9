"""What people enter: their decisions, and the registries that they import."""

from __future__ import annotations

from sqlalchemy import select

from answerable import model
from answerable.registry import Registry
from answerable.store import schema
from answerable.store.database import Store
from answerable.store.mapping import row
from answerable.store.writes._rows import refill


def judge(store: Store, judgement: model.Judgement) -> None:
    """Adds a person's decision. The same decision given twice is kept once."""
    t = schema.judgements
    with store.writing() as connection:
        if not connection.scalar(select(t.c.id).where(t.c.id == judgement.id)):
            connection.execute(t.insert(), row(judgement))


def keep_registry(store: Store, registry: Registry) -> None:
    """Puts a registry of persons and posts in the place of the one that is there.

    To add to it: `keep_registry(store, merged([queries.registry(store), more]))`.
    """
    with store.writing() as connection:
        for table, rows in (
            (schema.persons, registry.persons),
            (schema.memberships, registry.memberships),
            (schema.aliases, registry.aliases),
            (schema.other_names, registry.others),
        ):
            refill(connection, table, [row(entry) for entry in rows])
