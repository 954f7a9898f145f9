from time import process_time

from answerable.read.pdf.words import Words


def test_a_paragraph_that_runs_over_many_pages_is_not_read_anew_for_every_line() -> None:
    words, before = Words([]), "the boat carries nine cars and sixty people " * 60_000
    started = process_time()
    for _ in range(100):
        assert words.join(before, "and a dog").endswith("people  and a dog")
    assert process_time() - started < 3


def test_a_word_broken_at_the_end_of_a_long_text_is_joined() -> None:
    words = Words(["The harbour board met."])
    assert words.join("x " * 10_000 + "har-", "bour").endswith(" harbour")
