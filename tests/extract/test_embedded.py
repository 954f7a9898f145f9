"""Nominal statements, participles, and reports in reports."""

from __future__ import annotations

import time

import pytest

from answerable.extract.embedded import find_embedded
from answerable.model import Document, Source, Statement
from answerable.text import Spans, words
from tests.marks import marked


def of(document: Document, spans: dict[str, Spans], letters: str) -> Statement:
    source, cue, content = (spans.get(letter, ()) for letter in letters)
    return Statement(Statement.key(document.id, source, cue, content), document.id, source, cue, content)


def found(text: str) -> tuple[Document, tuple[Statement, ...]]:
    """The statements of a text in which S, C and T mark what the tagger found."""
    plain, spans = marked(text)
    document = Document.of(plain, Source("x"))
    given = (of(document, spans, "SCT"),) if spans.get("T") else ()
    return document, find_embedded(document, given)


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("After Jane Doe's rejection of the new plan, they met.", "Jane Doe", "rejection of", "the new plan"),
        ("The council’s refusal to publish the report was noted.", "The council", "refusal", "to publish the report"),
        ("Many doubted his claim that nobody would pay for it.", "his", "claim", "that nobody would pay for it"),
        ("There were calls from campaigners for a public inquiry.", "campaigners", "calls", "for a public inquiry"),
        ("We heard her repeated pledge to rebuild the school.", "her", "pledge", "to rebuild the school"),
    ],
)
def test_a_noun_can_make_a_statement(text: str, source: str, cue: str, content: str) -> None:
    _, (statement,) = found(text)
    assert words(text, statement.source) == source
    assert words(text, statement.cue) == cue
    assert words(text, statement.content) == content


@pytest.mark.parametrize(
    "text",
    [
        "The rejection of the plan was a surprise.",
        "His support pleased many.",
        "We saw her pledge to act.",  # too short to say anything
        "The warning signs for the road were gone.",
        "They met after the call.",
    ],
)
def test_a_noun_without_owner_or_content_makes_none(text: str) -> None:
    assert found(text)[1] == ()


def test_conceding_one_thing_and_denying_another_are_two_statements_of_one_speaker() -> None:
    document, (conceded, denied) = found("While conceding the long delay, [S:she] [C:denied] [T:any secret deal].")
    assert words(document.text, conceded.cue) == "conceding"
    assert words(document.text, conceded.content) == "the long delay"
    assert conceded.source == denied.source


def test_what_the_tagger_found_is_not_found_again() -> None:
    _, statements = found("The paper printed [S:her] [C:claim] [T:that nobody would pay].")
    assert len(statements) == 1


def test_a_statement_inside_another_has_it_as_its_parent() -> None:
    document, statements = found("[S:The paper] [C:said] [T:that Jane Doe's rejection of the plan was final].")
    outer, inner = statements
    assert words(document.text, inner.cue) == "rejection of"
    assert (outer.parent, inner.parent) == (None, outer.id)


def test_a_page_of_capitals_takes_no_time() -> None:
    text = "THE COMMITTEE'S " + "ABCDEFGHIJ" * 4000 + " Mc" * 2000 + "Donald’s refusal to answer the question"
    started = time.process_time()
    find_embedded(Document.of(text, Source("x")), ())
    assert time.process_time() - started < 2
