"""The person beside whom a role stands. Marks: R the role that is asked of."""

from __future__ import annotations

import pytest

from answerable.extract.appositions import beside
from answerable.extract.cast import Cast
from answerable.extract.mentions import find_mentions
from answerable.extract.naming import name_all
from tests.marks import marked


def beside_whom(string: str) -> str | None:
    text, marks = marked(string)
    named = name_all(text, find_mentions(text), Cast())
    at = next(i for i, r in enumerate(named) if r.found.span == marks["R"][0])
    member = beside(text, named, at)
    return member.name if member else None


@pytest.mark.parametrize(
    "string",
    [
        "[R:The minister], Ada Quill, left.",
        "Ada Quill, [R:the minister], left.",
        "**Ada Quill**, [R:the minister], left.",
        "We met _Ada Quill_, who is [R:a minister].",
        "5. Ada Quill.\n\n[R:The minister] was a clerk in Osk.",
        "## (c) Ada Quill\n\n[R:The minister] was a clerk in Osk.",
        "- **Ada Quill**\n\n[R:The minister] was a clerk in Osk.",
        "Ada Quill\n=========\n\n[R:The minister] was a clerk in Osk.",
    ],
)
def test_a_role_stands_beside_a_name_or_under_it(string: str) -> None:
    assert beside_whom(string) == "Ada Quill"


@pytest.mark.parametrize(
    "string",
    [
        "We waited for Ada Quill.\n\n[R:The minister] came at noon.",
        "5. What became of Ada Quill.\n\n[R:The minister] came at noon.",
        "5. Ada Quill.\n\n[R:A minister] came at noon.",
    ],
)
def test_a_name_that_ends_a_line_is_no_heading(string: str) -> None:
    assert beside_whom(string) is None
