"""Found: what one document yields."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Column, Date, Index, Integer, Table, Text

from answerable import model
from answerable.store.mapping import Json, columns
from answerable.store.schema.groups import FOUND


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

ENTRIES: dict[str, tuple[Table, type]] = {
    "statements": (statements, model.Statement),
    "asks": (asks, model.Ask),
    "responses": (responses, model.Response),
    "commitments": (commitments, model.Commitment),
    "progress": (progress, model.Progress),
    "counts": (counts, model.Count),
}
"""The fields of Extraction that are pinned entries with an id, each with its table and noun."""
