"""Entered: what people decided and imported."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Index, Integer, PrimaryKeyConstraint, Table, Text, UniqueConstraint

from answerable import model, registry
from answerable.store.mapping import Instant, columns
from answerable.store.schema.groups import KEPT

judgements = Table(
    "judgements",
    KEPT,
    Column("seq", Integer, primary_key=True),
    *columns(model.Judgement),
    UniqueConstraint("id", name="one_judgement_an_id"),
    Index("judgements_on_subject", "subject"),
)

persons = Table(  # the next four are the registry: who held which office when, imported by people
    "registry_persons",
    KEPT,
    *columns(registry.Person),
    PrimaryKeyConstraint("id"),
    Index("registry_persons_by_name", "name"),
)

memberships = Table(
    "registry_memberships",
    KEPT,
    Column("seq", Integer, primary_key=True),
    *columns(registry.Membership),
    Index("registry_memberships_of_person", "person"),
    Index("registry_memberships_by_role", "role"),
)

aliases = Table("registry_aliases", KEPT, Column("seq", Integer, primary_key=True), *columns(registry.Alias))

other_names = Table(
    "registry_other_names", KEPT, Column("seq", Integer, primary_key=True), *columns(registry.OtherName)
)

editors = Table(
    "editors",
    KEPT,
    Column("name", Text, primary_key=True),
    Column("password", Text, nullable=False),  # scrypt$salt$hash
    Column("active", Boolean, nullable=False),
    Column("added", Instant, nullable=False),
)

correction_requests = Table(
    "correction_requests",
    KEPT,
    Column("seq", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("subject", Text, nullable=False),  # id of the entry or document
    Column("name", Text, nullable=False),
    Column("contact", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("made", Instant, nullable=False),
    Column("reply", Text),
    Column("replied", Instant),
    Column("replied_by", Text),
    Index("correction_requests_on_subject", "subject"),
)
