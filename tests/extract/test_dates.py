"""Dates of statements: what the words beside the cue give, and what they do not."""

from __future__ import annotations

from datetime import date

import pytest

from answerable.extract.dates import date_statements, find_when
from answerable.model import Basis, Document, Precision, Source, Statement, When
from answerable.text import Span
from tests.marks import marked

PUBLISHED = date(2026, 11, 18)  # a Wednesday


def when(words: str, published: date | None = PUBLISHED) -> When | None:
    return find_when(words, Span(0, len(words)), published)


@pytest.mark.parametrize(
    ("words", "start", "end", "precision"),
    [
        ("said on Monday", "2026-11-16", "2026-11-16", Precision.DAY),
        ("said Wednesday", "2026-11-18", "2026-11-18", Precision.DAY),
        ("told the board last Wednesday", "2026-11-11", "2026-11-11", Precision.DAY),
        ("said yesterday", "2026-11-17", "2026-11-17", Precision.DAY),
        ("wrote on 3 May 2021", "2021-05-03", "2021-05-03", Precision.DAY),
        ("wrote on October 12, 2019", "2019-10-12", "2019-10-12", Precision.DAY),
        ("in a letter of 03/04/2021", "2021-04-03", "2021-04-03", Precision.DAY),
        ("said on 20 November", "2025-11-20", "2025-11-20", Precision.DAY),
        ("said three days ago", "2026-11-15", "2026-11-15", Precision.DAY),
        ("said last week", "2026-11-09", "2026-11-15", Precision.INTERVAL),
        ("said earlier this week", "2026-11-16", "2026-11-18", Precision.INTERVAL),
        ("said two weeks ago", "2026-11-02", "2026-11-08", Precision.INTERVAL),
        ("said last month", "2026-10-01", "2026-10-31", Precision.MONTH),
        ("said in October 2022", "2022-10-01", "2022-10-31", Precision.MONTH),
        ("said in December", "2025-12-01", "2025-12-31", Precision.MONTH),
        ("said in May", "2026-05-01", "2026-05-31", Precision.MONTH),
        ("said last November", "2025-11-01", "2025-11-30", Precision.MONTH),
        ("said in 2019", "2019-01-01", "2019-12-31", Precision.YEAR),
        ("said before March 2020", None, "2020-02-29", Precision.BEFORE),
        ("has said since June", "2026-06-01", None, Precision.AFTER),
    ],
)
def test_words_that_are_a_date(words: str, start: str | None, end: str | None, precision: Precision) -> None:
    found = when(words)
    assert found is not None
    assert (found.start and found.start.isoformat(), found.end and found.end.isoformat()) == (start, end)
    assert found.precision is precision
    assert found.span is not None
    assert found.span.of(words) == found.words


@pytest.mark.parametrize(
    "words",
    [
        "we may act",
        "Helen May said",
        "The March on Parliament began",
        "told the Sunday Times",
        "a second time",
        "1,200 people",
        "31/02/2021",
    ],
)
def test_words_that_are_none(words: str) -> None:
    assert when(words) is None


def test_a_stated_date_needs_no_day_of_publication() -> None:
    assert when("said on 3 May 2021", None) == when("said on 3 May 2021")


@pytest.mark.parametrize("words", ["said on Monday", "said last week", "said in May", "said two weeks ago", "on 3 May"])
def test_a_relative_date_without_a_day_of_publication_is_not_known(words: str) -> None:
    found = when(words, None)
    assert found is not None
    assert (found.start, found.end, found.basis) == (None, None, Basis.UNKNOWN)


def dated(text: str, published: date | None = PUBLISHED) -> When | None:
    plain, spans = marked(text)
    document = Document.of(plain, Source("x", published=published))
    source, cue, content = (spans.get(letter, ()) for letter in "SCT")
    statement = Statement(Statement.key(document.id, source, cue, content), document.id, source, cue, content)
    return date_statements(document, [statement])[0].date


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[S:Ms Orme] [C:said on Monday] [T:that the dam was safe].", "on Monday"),
        ("[S:Ms Orme] [C:said] on Monday [T:that the dam was safe].", "on Monday"),
        ("On Monday [S:Ms Orme] [C:said] [T:that the dam was safe].", "On Monday"),
        ("[T:“The dam is safe,”] [S:Ms Orme] [C:told] reporters in May 2024.", "in May 2024"),
        ("It rained on Sunday. [S:Ms Orme] [C:said] [T:that the dam was safe]. It rained on Tuesday.", ""),
        ("[S:Ms Orme] [C:said] [T:that the dam would be emptied on Monday].", ""),
    ],
)
def test_only_words_outside_the_content_date_a_statement(text: str, words: str) -> None:
    found = dated(text)
    assert found is not None
    assert found.words == words
    assert (found.basis is Basis.PUBLICATION) == (not words)


def test_nothing_known_is_no_date() -> None:
    assert dated("[S:Ms Orme] [C:said] [T:that the dam was safe].", None) is None
