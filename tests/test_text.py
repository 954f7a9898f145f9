from __future__ import annotations

from time import process_time

import pytest

from answerable.text import Fate, Quote, Span, envelope, key, locate, on_one_line, shortened, words


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


OLD = "Before it all. The board will publish every survey by May. After it all."


def quoted(words: str) -> tuple[Quote, int]:
    start = OLD.index(words)
    return Quote.at(OLD, Span(start, start + len(words))), start


def test_a_quote_is_found_where_it_was() -> None:
    quote, start = quoted("publish every survey")
    assert locate(OLD, quote, start) == (Fate.FOUND, Span(start, start + 20))


def test_a_quote_that_moved_is_found_again() -> None:
    quote, start = quoted("publish every survey")
    assert locate("News. " + OLD, quote, start) == (Fate.MOVED, Span(start + 6, start + 26))


def test_of_several_places_the_neighbours_decide() -> None:
    quote, start = quoted("survey")
    text = "A survey, a survey. " + OLD
    assert locate(text, quote, start) == (Fate.MOVED, Span(start + 20, start + 26))


def test_equal_places_are_ambiguous() -> None:
    quote, start = quoted("survey")
    assert locate("A survey. A survey.", quote, start) == (Fate.AMBIGUOUS, None)


def test_words_that_were_edited_are_fuzzy() -> None:
    quote, start = quoted("publish every survey")
    fate, span = locate(OLD.replace("every survey", "each survey"), quote, start)
    assert (fate, span and span.of(OLD.replace("every survey", "each survey"))) == (Fate.FUZZY, "publish each survey")


def test_words_that_are_gone_are_orphaned() -> None:
    quote, start = quoted("publish every survey")
    assert locate("Quite another text.", quote, start) == (Fate.ORPHANED, None)
    assert locate(OLD.replace("publish every survey", "do nothing"), quote, start) == (Fate.ORPHANED, None)


def test_of_two_places_with_nearly_the_same_words_the_nearest_is_given() -> None:
    quote, _ = quoted("publish every survey")
    changed = OLD.replace("every survey", "each survey")
    text = changed + " " + "x" * 2000 + " " + changed
    again = text.rindex("publish")
    assert locate(text, quote, again - 9) == (Fate.FUZZY, Span(again, again + 19))


def test_a_text_that_repeats_itself_and_a_long_quote_take_no_time() -> None:
    before = process_time()
    again = "the weir the weir the weir the w"
    assert locate("the weir " * 40_000, Quote("x" * 3000, again, again), 100) == (Fate.ORPHANED, None)
    assert locate("the weir " * 40_000, Quote("the ", "", ""), 9)[0] is Fate.FOUND
    told = [f"word{n**3 % 9973 % 700}" for n in range(4000)]
    old, new = " ".join(told), " ".join(word for n, word in enumerate(told) if n % 50)
    fate, place = locate(new, Quote.at(old, Span(100, len(old) - 100)), 100)
    assert fate is Fate.FUZZY and place
    assert process_time() - before < 10


@pytest.mark.parametrize(
    "text,shown",
    [
        (
            "4\nRegister of piers\nPorts Department\nIn progress\nIt will open in May.",
            "4 · Register of piers · Ports Department · In progress · It will open in May.",
        ),
        ("Town Hall\nQuay Street\nSaltmere", "Town Hall · Quay Street · Saltmere"),
        # prose that was broken into lines, from the middle of its first
        (
            "the ferry\nwould not sail again before the spring,\nwhatever the council might say of it and\nwhoever",
            "the ferry would not sail again before the spring, whatever the council might say of it and whoever",
        ),
        (
            "We accept this.\nWe will do it by May.\nNobody need ask again, whoever they are.",
            "We accept this. We will do it by May. Nobody need ask again, whoever they are.",
        ),
        (
            "“It can’t summon a minister.\n\n“And it  would be slow.”",
            "“It can’t summon a minister. “And it would be slow.”",
        ),
        ("one\ttwo", "one two"),
        ("", ""),
    ],
)
def test_words_on_one_line_keep_the_cells_of_a_row_apart(text: str, shown: str) -> None:
    assert on_one_line(text) == shown


def test_words_are_cut_off_between_two_of_them() -> None:
    assert shortened("There must be an inquiry", 24) == "There must be an inquiry"
    assert shortened("There must be an inquiry", 12) == "There must\u00a0…"
