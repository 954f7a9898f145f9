"""The tables, in three groups.

    KEPT     documents, sources, parts                  what was read; the ground that everything can be rebuilt from
    FOUND    statements, asks, links, matters, …        what the program found; dropped and rebuilt at any time
    ENTERED  judgements, registry, editors, …           what people entered; append-only or edited by people alone

KEPT and ENTERED are moved to a new form by migrations. FOUND follows the nouns in `model`: when a noun changes, its
tables are made anew and `answerable rebuild` fills them.

Places are JSON: a span is [start, end], a discontinuous place a list of them, in characters of `documents.text`. Beside
them stand the words themselves, so that the file can be read with any other tool. `seq` is the order of entry.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    Double,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
)

from answerable import model, registry
from answerable.store.mapping import Instant, Json, columns

KEPT = MetaData()
FOUND = MetaData()

# ---------------------------------------------------------------- kept: what was read

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

# ---------------------------------------------------------------- entered: what people decided


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

# ---------------------------------------------------------------- found: what one document yields


def _found(name: str, noun: type, *own: Any, without: tuple[str, ...] = ()) -> Table:
    """The table of a noun that has an id and a document."""
    told = [c for c in columns(noun, without=without) if c.name != "document"]
    next(c for c in told if c.name == "id").unique = True
    return Table(
        name,
        FOUND,
        Column("seq", Integer, primary_key=True),
        Column("document", Text, nullable=False),
        Column("position", Integer, nullable=False),  # the first character of its place
        *told,
        *own,
        Index(f"{name}_of_document", "document", "position"),
    )


sentences = Table(
    "sentences",
    FOUND,
    Column("seq", Integer, primary_key=True),
    Column("document", Text, nullable=False),
    Column("span", Json, nullable=False),
    Column("text", Text, nullable=False),
    Index("sentences_of_document", "document"),
)

actors = _found("actors", model.Actor, Index("actors_by_name", "name"))

mentions = Table(
    "mentions",
    FOUND,
    Column("seq", Integer, primary_key=True),
    Column("document", Text, nullable=False),
    Column("position", Integer, nullable=False),
    *columns(model.Mention),
    Index("mentions_of_document", "document", "position"),
    Index("mentions_of_actor", "actor"),
)

statements = _found(
    "statements",
    model.Statement,
    Column("source_words", Text, nullable=False),
    Column("cue_words", Text, nullable=False),
    Column("content_words", Text, nullable=False),
    Column("day", Date),  # said, else published
    Index("statements_by_speaker", "speaker_id"),
    Index("statements_by_act", "act"),
    Index("statements_by_day", "day"),
    Index("statements_by_score", "score"),
)

statement_targets = Table(
    "statement_targets",
    FOUND,
    Column("seq", Integer, primary_key=True),
    Column("document", Text, nullable=False),
    Column("statement", Text, nullable=False),
    Column("actor", Text),
    Column("name", Text, nullable=False),
    Index("targets_of_document", "document"),
    Index("targets_of_statement", "statement"),
    Index("targets_by_actor", "actor"),
)

inquiries = _found("inquiries", model.Inquiry, without=("events",))

inquiry_events = _found(
    "inquiry_events",
    model.InquiryEvent,
    Column("inquiry_id", Text, nullable=False),
    Index("events_of_inquiry", "inquiry_id"),
    Index("events_by_actor", "by_id"),
)

asks = _found(
    "asks",
    model.Ask,
    Index("asks_by_actor", "by_id"),
    Index("asks_by_day", "date_start"),
    Index("asks_of_statement", "statement"),
)

ask_addressees = Table(
    "ask_addressees",
    FOUND,
    Column("seq", Integer, primary_key=True),
    Column("document", Text, nullable=False),
    Column("ask", Text, nullable=False),
    Column("actor", Text),
    Column("name", Text, nullable=False),
    Index("addressees_of_document", "document"),
    Index("addressees_of_ask", "ask"),
    Index("addressees_by_actor", "actor"),
)

responses = _found("responses", model.Response, Index("responses_by_actor", "by_id"))
commitments = _found(
    "commitments",
    model.Commitment,
    Index("commitments_by_actor", "by_id"),
    Index("commitments_by_due", "due_end"),
)
progress = _found("progress", model.Progress, Index("progress_by_actor", "by_id"))
counts = _found("counts", model.Count, Index("counts_by_actor", "by_id"))

# ---------------------------------------------------------------- found: what all documents yield together

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
