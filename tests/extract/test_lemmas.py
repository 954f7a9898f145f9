"""Words, inflections and phrases."""

from __future__ import annotations

import pytest

from answerable.extract.lemmas import Phrases, inflections, table, words_of
from answerable.text import Span


def forms(text: str) -> list[str]:
    return [word.form for word in words_of(text, [Span(0, len(text))])]


def test_words_keep_their_places_and_short_forms_are_written_out() -> None:
    text = "He won’t go, Ms Orme’s aide said."
    assert forms(text) == ["he", "will", "not", "go", ",", "ms", "orme", "'s", "aide", "said", "."]
    assert [w.span.of(text) for w in words_of(text, [Span(3, 8)])] == ["wo", "n’t"]


@pytest.mark.parametrize(
    ("lemma", "some"),
    [
        ("deny", {"deny", "denies", "denied", "denying"}),
        ("accuse", {"accuses", "accused", "accusing"}),
        ("slam", {"slams", "slammed", "slamming"}),
        ("say", {"says", "said", "saying"}),
        ("dismiss", {"dismisses", "dismissed"}),
    ],
)
def test_inflections(lemma: str, some: set[str]) -> None:
    assert some <= inflections(lemma)


@pytest.mark.parametrize(
    ("text", "label", "found"),
    [
        ("they called on him", "ask", "called on"),
        ("they calling urgently on him", "ask", "calling urgently on"),  # an adverb is passed over
        ("they called him", "say", "called"),
        ("they asked the old clerk to go", "request", "asked the old clerk to"),  # a gap
        ("they asked whether to go", "question", "asked"),  # a gap never crosses "whether"
        ("they must go", "modal", "must"),
        ("a mustering", None, ""),
    ],
)
def test_the_longest_phrase_is_found(text: str, label: str | None, found: str) -> None:
    phrases = Phrases(
        [("call", "say"), ("call on", "ask"), ("ask", "question"), ("ask _ to", "request"), ("=must", "modal")]
    )
    words = words_of(text, [Span(0, len(text))])
    hits = list(phrases.all(words))
    assert [hit.label for hit in hits] == ([label] if label else [])
    if hits:
        assert text[words[hits[0].first].span.start : words[hits[0].last - 1].span.end] == found


def test_every_section_of_the_tables_has_entries() -> None:
    for name in ("cues.txt", "contents.txt", "nominal.txt", "irregular.txt"):
        assert all(table(name).values()), name
