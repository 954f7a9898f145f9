"""How far back a noun phrase reaches from its head, the last word."""

from __future__ import annotations

import re

import pytest

from answerable.extract.phrases import Token, bare, phrase_before
from answerable.text import Span


@pytest.mark.parametrize(
    ("text", "phrase", "determiner"),
    [
        ("when the senior harbour official", "the senior harbour official", "the"),
        ("said backbench MPs", "backbench MPs", ""),
        ("by Ada Quill's former aide", "Ada Quill's former aide", "'s"),
        ("of the council's chair", "the council's chair", "'s"),
        ("three of his own Back Benchers", "his own Back Benchers", "his"),
        ("it was chairman", "chairman", ""),
        ("His fiercest critics", "His fiercest critics", "his"),
    ],
)
def test_a_phrase(text: str, phrase: str, determiner: str) -> None:
    tokens = [Token(m.start(), m.end(), m[0].lower()) for m in re.finditer(r"[A-Za-z]+(?!'s$)", text) if m[0] != "s"]
    found = phrase_before(text, tokens)
    assert (text[found.start :], found.determiner) == (phrase, determiner)


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("“**Ada Quill**,", "Ada Quill"),
        ("__Ada Quill__'s", "Ada Quill"),
        ("the board itself", "the board"),
        ("Jon Reva\n\nThe engineer", "The engineer"),
    ],
)
def test_a_phrase_without_what_stands_around_it(source: str, told: str) -> None:
    assert bare(f"It rained. {source} left.", Span(11, 11 + len(source))).of(f"It rained. {source}") == told
