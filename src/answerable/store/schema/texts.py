"""Kept: what was read, the ground that everything can be rebuilt from."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Date, ForeignKey, Index, Integer, Table, Text, UniqueConstraint

from answerable import model
from answerable.store.mapping import Instant, columns
from answerable.store.schema.groups import KEPT

documents = Table(
    "documents",
    KEPT,
    Column("id", Text, primary_key=True),
    Column("title", Text),
    Column("url", Text, nullable=False),  # this and the next four as the first source says
    Column("publisher", Text),
    Column("author", Text),
    Column("medium", Text, nullable=False),
    Column("day", Date),  # published
    Column("text", Text, nullable=False),
    Column("ocr", Boolean, nullable=False),
    Column("name", Text),  # the caller's own id, for bulk input
    Column("words", Integer, nullable=False),
    Column("added", Instant, nullable=False),
    Column("current", Boolean, nullable=False),  # false when every address of the text now gives another text
    Column("extracted", Boolean, nullable=False),  # false until FOUND holds what this text yields
    Index("documents_by_day", "day"),
)

sources = Table(
    "sources",
    KEPT,
    Column("seq", Integer, primary_key=True),
    Column("document", Text, ForeignKey("documents.id"), nullable=False),
    Column("version", Integer, nullable=False),  # 1, 2, … of the texts at this url
    Column("current", Boolean, nullable=False),  # the latest version at this url
    *columns(model.Source),
    UniqueConstraint("url", "version", name="one_text_a_version"),
    Index("sources_of_document", "document"),
)

parts = Table(
    "parts",
    KEPT,
    Column("seq", Integer, primary_key=True),
    Column("document", Text, ForeignKey("documents.id"), nullable=False),
    *columns(model.Part),
    Index("parts_of_document", "document"),
)

about = Table(
    "about_this_record",
    KEPT,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
)
