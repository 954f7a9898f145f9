"""Who held which office when, as people imported it."""

from __future__ import annotations

from sqlalchemy import select

from answerable.registry import Alias, Membership, OtherName, Person, Registry
from answerable.store import schema
from answerable.store.database import Store
from answerable.store.queries._rows import nouns


def registry(store: Store) -> Registry:
    """The registry of persons and posts that people imported; empty if nobody did."""
    persons, posts, aliases, others = schema.persons, schema.memberships, schema.aliases, schema.other_names
    with store.reading() as connection:
        return Registry(
            tuple(nouns(connection, select(persons).order_by(persons.c.id), Person)),
            tuple(nouns(connection, select(posts).order_by(posts.c.seq), Membership)),
            tuple(nouns(connection, select(aliases).order_by(aliases.c.seq), Alias)),
            tuple(nouns(connection, select(others).order_by(others.c.seq), OtherName)),
        )
