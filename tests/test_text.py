from __future__ import annotations

import pytest

from answerable.text import Quote, Span, envelope, key, words


def test_a_quote_keeps_its_words_and_what_stands_around_them() -> None:
    text = "a" * 40 + "the words" + "b" * 40
    assert Quote.at(text, Span(40, 49)) == Quote("the words", "a" * 32, "b" * 32)


def test_offsets_count_characters_not_bytes() -> None:
    text = "é👩‍⚖️ said"
    assert Span(text.index("said"), len(text)).of(text) == "said"


def test_keys_do_not_run_together() -> None:
    assert key("ab", "c") != key("a", "bc")
    assert len(key("x")) == 20


@pytest.mark.parametrize("start,end", [(3, 3), (-1, 2), (4, 1)])
def test_a_span_is_never_empty_or_negative(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="not a span"):
        Span(start, end)


def test_discontinuous_words_and_their_envelope() -> None:
    spans = (Span(0, 3), Span(8, 11))
    assert words("one two three", spans) == "one … thr"
    assert envelope(spans) == Span(0, 11)
