"""What was read, and what people enter: the first form of the KEPT and ENTERED tables."""

from __future__ import annotations

from alembic import op
from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    DateTime,
    ForeignKeyConstraint,
    Integer,
    PrimaryKeyConstraint,
    Text,
    UniqueConstraint,
)
from sqlalchemy.dialects.postgresql import JSONB

revision = "0001"
down_revision = None

INSTANT = DateTime(timezone=True)
PLACE = JSON().with_variant(JSONB(), "postgresql")


def upgrade() -> None:
    """Makes the tables."""
    op.create_table(
        "about_this_record",
        Column("name", Text, nullable=False),
        Column("value", Text, nullable=False),
        PrimaryKeyConstraint("name"),
    )
    op.create_table(
        "correction_requests",
        Column("seq", Integer, nullable=False),
        Column("id", Text, nullable=False),
        Column("subject", Text, nullable=False),
        Column("name", Text, nullable=False),
        Column("contact", Text, nullable=False),
        Column("text", Text, nullable=False),
        Column("made", INSTANT, nullable=False),
        Column("reply", Text, nullable=True),
        Column("replied", INSTANT, nullable=True),
        Column("replied_by", Text, nullable=True),
        PrimaryKeyConstraint("seq"),
        UniqueConstraint("id"),
    )
    op.create_index("correction_requests_on_subject", "correction_requests", ["subject"])
    op.create_table(
        "documents",
        Column("id", Text, nullable=False),
        Column("title", Text, nullable=True),
        Column("url", Text, nullable=False),
        Column("publisher", Text, nullable=True),
        Column("author", Text, nullable=True),
        Column("medium", Text, nullable=False),
        Column("day", Date, nullable=True),
        Column("text", Text, nullable=False),
        Column("ocr", Boolean, nullable=False),
        Column("name", Text, nullable=True),
        Column("words", Integer, nullable=False),
        Column("added", INSTANT, nullable=False),
        Column("current", Boolean, nullable=False),
        Column("extracted", Boolean, nullable=False),
        PrimaryKeyConstraint("id"),
    )
    op.create_index("documents_by_day", "documents", ["day"])
    op.create_table(
        "editors",
        Column("name", Text, nullable=False),
        Column("password", Text, nullable=False),
        Column("active", Boolean, nullable=False),
        Column("added", INSTANT, nullable=False),
        PrimaryKeyConstraint("name"),
    )
    op.create_table(
        "judgements",
        Column("seq", Integer, nullable=False),
        Column("id", Text, nullable=False),
        Column("subject", Text, nullable=False),
        Column("verdict", Text, nullable=False),
        Column("by", Text, nullable=False),
        Column("at", INSTANT, nullable=False),
        Column("reason", Text, nullable=False),
        Column("value", PLACE, nullable=False),
        PrimaryKeyConstraint("seq"),
        UniqueConstraint("id", name="one_judgement_an_id"),
    )
    op.create_index("judgements_on_subject", "judgements", ["subject"])
    op.create_table(
        "registry_aliases",
        Column("seq", Integer, nullable=False),
        Column("alias", Text, nullable=False),
        Column("role", Text, nullable=False),
        Column("start", Date, nullable=True),
        Column("end", Date, nullable=True),
        PrimaryKeyConstraint("seq"),
    )
    op.create_table(
        "registry_memberships",
        Column("seq", Integer, nullable=False),
        Column("person", Text, nullable=False),
        Column("role", Text, nullable=False),
        Column("organisation", Text, nullable=True),
        Column("start", Date, nullable=True),
        Column("end", Date, nullable=True),
        Column("as_of", Date, nullable=True),
        PrimaryKeyConstraint("seq"),
    )
    op.create_index("registry_memberships_by_role", "registry_memberships", ["role"])
    op.create_index("registry_memberships_of_person", "registry_memberships", ["person"])
    op.create_table(
        "registry_other_names",
        Column("seq", Integer, nullable=False),
        Column("name", Text, nullable=False),
        Column("other", Text, nullable=False),
        Column("start", Date, nullable=True),
        Column("end", Date, nullable=True),
        PrimaryKeyConstraint("seq"),
    )
    op.create_table(
        "registry_persons",
        Column("id", Text, nullable=False),
        Column("name", Text, nullable=False),
        Column("names", PLACE, nullable=False),
        Column("identifiers", PLACE, nullable=False),
        PrimaryKeyConstraint("id"),
    )
    op.create_index("registry_persons_by_name", "registry_persons", ["name"])
    op.create_table(
        "parts",
        Column("seq", Integer, nullable=False),
        Column("document", Text, nullable=False),
        Column("kind", Text, nullable=False),
        Column("span", PLACE, nullable=False),
        Column("label", Text, nullable=False),
        Column("level", Integer, nullable=False),
        Column("ref", Text, nullable=True),
        ForeignKeyConstraint(["document"], ["documents.id"]),
        PrimaryKeyConstraint("seq"),
    )
    op.create_index("parts_of_document", "parts", ["document"])
    op.create_table(
        "sources",
        Column("seq", Integer, nullable=False),
        Column("document", Text, nullable=False),
        Column("version", Integer, nullable=False),
        Column("current", Boolean, nullable=False),
        Column("url", Text, nullable=False),
        Column("publisher", Text, nullable=True),
        Column("author", Text, nullable=True),
        Column("medium", Text, nullable=False),
        Column("media_type", Text, nullable=True),
        Column("published", Date, nullable=True),
        Column("retrieved", INSTANT, nullable=True),
        Column("title", Text, nullable=True),
        ForeignKeyConstraint(["document"], ["documents.id"]),
        PrimaryKeyConstraint("seq"),
        UniqueConstraint("url", "version", name="one_text_a_version"),
    )
    op.create_index("sources_of_document", "sources", ["document"])
