"""More ids than a database takes as variables of one query: they are asked for in batches, on both databases."""

from __future__ import annotations

from datetime import UTC, datetime

from answerable.model import Ask, AskKind, Judgement, Link, LinkKind, Matter, Verdict
from answerable.store import Store, queries, writes
from answerable.text import Span

IDS = [f"id {n}" for n in range(70_000)]
"""SQLite takes 32,766 variables unless built otherwise, PostgreSQL 65,535."""


def test_matters_and_their_inquiries(store: Store) -> None:
    matter = Matter("m", Ask(IDS[-1], "doc", AskKind.CALL, Span(0, 5), "Mend it."))
    writes.replace_matters(store, [matter], {"m": "an inquiry"}, ())
    assert queries.inquiry_of(store, [*IDS, "m"]) == {"m": "an inquiry"}
    assert queries.matters_with(store, IDS) == {IDS[-1]: "m"}


def test_disputes_and_links(store: Store) -> None:
    links = [Link.of(LinkKind.REPLIES_TO, IDS[-1], IDS[0], 0.5, "x"), Link.of(LinkKind.ANSWERS, "y", IDS[1], 0.5, "x")]
    writes.replace_links(store, links)
    assert queries.disputes_of(store, IDS) == (links[0],)
    assert queries.links_of(store, IDS) == tuple(links)
    assert queries.known_disputes(store, [*IDS, links[0].id, links[1].id]) == {links[0].id}
    assert queries.known_disputes(store, ()) == frozenset()


def test_judgements_with_those_that_undo_them(store: Store) -> None:
    now = datetime(2025, 1, 1, tzinfo=UTC)
    first = Judgement("first", IDS[-1], Verdict.REJECT, "Edie", now)
    undone = Judgement("undone", "first", Verdict.UNDO, "Edie", now)
    for judgement in (first, undone):
        writes.judge(store, judgement)
    assert queries.judgements_on(store, IDS) == (first, undone)
