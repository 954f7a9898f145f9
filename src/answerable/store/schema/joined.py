"""Found: what all documents yield together."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Date, Double, Index, Integer, Table, Text, UniqueConstraint

from answerable import model
from answerable.store.mapping import columns
from answerable.store.schema.groups import FOUND

links = Table(
    "links",
    FOUND,
    Column("seq", Integer, primary_key=True),
    *columns(model.Link),
    UniqueConstraint("id", name="one_link_an_id"),
    Index("links_by_subject", "subject"),
    Index("links_by_object", "object"),
    Index("links_by_kind", "kind"),
)

rejected = Table(  # entries and links that people reject, judgements summed up: lists and counts leave them out
    "rejected",
    FOUND,
    Column("entry", Text, primary_key=True),
)

record_actors = Table(
    "record_actors",
    FOUND,
    Column("seq", Integer, primary_key=True),
    *columns(model.Actor),
    UniqueConstraint("id", name="one_actor_an_id"),
    Index("record_actors_by_name", "name"),
)

actor_members = Table(  # which actors of single documents are one actor of the record
    "actor_members",
    FOUND,
    Column("seq", Integer, primary_key=True),
    Column("record_actor", Text, nullable=False),
    Column("actor", Text, nullable=False),
    Column("score", Double, nullable=False),
    Column("reason", Text, nullable=False),
    Index("members_of_record_actor", "record_actor"),
    Index("record_actor_of_member", "actor", unique=True),
)

merge_proposals = Table(  # pairs of actors of the record that may be one, for a person to decide
    "merge_proposals",
    FOUND,
    Column("seq", Integer, primary_key=True),
    Column("first", Text, nullable=False),
    Column("second", Text, nullable=False),
    Column("score", Double, nullable=False),
    Column("reason", Text, nullable=False),
)

record_inquiries = Table(
    "record_inquiries",
    FOUND,
    Column("seq", Integer, primary_key=True),
    *columns(model.Inquiry, without=("events", "mentions")),
    UniqueConstraint("id", name="one_inquiry_an_id"),
)

inquiry_members = Table(  # which inquiries of single documents are one inquiry of the record
    "inquiry_members",
    FOUND,
    Column("seq", Integer, primary_key=True),
    Column("record_inquiry", Text, nullable=False),
    Column("inquiry", Text, nullable=False),
    Index("members_of_record_inquiry", "record_inquiry"),
    Index("record_inquiry_of_member", "inquiry", unique=True),
)

matters = Table(
    "matters",
    FOUND,
    Column("seq", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("ask", Text, nullable=False),
    Column("inquiry", Text),  # id of the record's inquiry
    Column("kind", Text, nullable=False),
    Column("number", Text),
    Column("text", Text, nullable=False),
    Index("matters_by_ask", "ask"),
    Index("matters_by_inquiry", "inquiry"),
)

matter_entries = Table(  # what hangs on a matter: role is the name of the field of Matter
    "matter_entries",
    FOUND,
    Column("seq", Integer, primary_key=True),
    Column("matter", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("entry", Text, nullable=False),
    Index("entries_of_matter", "matter"),
    Index("matters_of_entry", "entry"),
)

standings = Table(  # how a matter stands by all that was said of it; only the passing of days is left to the reader
    "standings",
    FOUND,
    Column("matter", Text, primary_key=True),
    Column("day", Date),  # asked
    Column("due", Date),  # the last day of the promise or deadline that holds
    Column("settled", Boolean, nullable=False),  # declined by all, or said to be done with
    Column("said", Date),  # the latest day on which something was said of it
    Index("standings_by_due", "settled", "due"),
    Index("standings_by_word", "said"),
    Index("standings_by_day", "day"),
)

matter_values = Table(  # by what lists of matters are narrowed and counted; field is that of Narrowed
    "matter_values",
    FOUND,
    Column("seq", Integer, primary_key=True),
    Column("matter", Text, nullable=False),
    Column("field", Text, nullable=False),
    Column("value", Text, nullable=False),
    Index("values_of_matter", "matter", "field", "value"),
    Index("matters_by_value", "field", "value", "matter"),
)

tallies = Table(  # the facets of all statements, counted when the record is built; field "total" is their number
    "tallies",
    FOUND,
    Column("seq", Integer, primary_key=True),
    Column("field", Text, nullable=False),
    Column("value", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("n", Integer, nullable=False),
)

relations = Table(  # who did what to whom, how often, counted when the record is built
    "relations",
    FOUND,
    Column("seq", Integer, primary_key=True),
    Column("speaker", Text, nullable=False),
    Column("act", Text, nullable=False),
    Column("target", Text, nullable=False),
    Column("n", Integer, nullable=False),
    Index("relations_by_number", "n"),
    Index("relations_by_speaker", "speaker"),
    Index("relations_by_target", "target"),
)
