"""The model that ships: the same alone, among others and in workers; places that hold in odd texts; bounded memory."""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

import pytest

from answerable.extract.onnx import MODEL, load_tagger
from answerable.extract.tagger import Tagged
from answerable.model import Document, Source

TEXTS = (
    "Ada Quill, the harbour master, said the ferry was late because of the fog. “It was unsafe,” she told reporters.",
    "The board denied on Monday that it had been warned.\n\nMany fear that the pier will go, according to Dr Bone.",
    "“Nobody asked us 😀,” said Mr\u00a0Alder.\r\n\r\n“Cafe\u0301 owners weren’t told,” he added. “They’ll close.”",
    "Nothing is said here at all.",
)


def tag(text: str) -> tuple[Tagged, ...]:
    return load_tagger().tag(Document.of(text, Source("a.txt")))


def test_a_text_gives_the_same_alone_among_others_and_in_workers() -> None:
    alone = [tag(text) for text in TEXTS]
    assert [tag(text) for text in reversed(TEXTS)][::-1] == alone
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as workers:
        assert list(workers.map(tag, TEXTS)) == alone


def test_a_window_knows_nothing_of_the_windows_after_it() -> None:
    first = "Ada Quill said that the ferry was late because of the fog. " * 40
    short, long = tag(first), tag(first + "\n\n" + "The board denied it, said Mr Bone. " * 40)
    assert long[:20] == short[:20]


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "a", "😀", "\u0301", "“", "'", ".", "\u00a0", "x" * 5000, "— " * 2000]
)
def test_texts_with_nothing_in_them(text: str) -> None:
    assert tag(text) == ()


def test_places_hold_among_odd_characters() -> None:
    text = TEXTS[2]
    for tagged in tag(text):
        for span in (*tagged.source, *tagged.cue, *tagged.content):
            assert 0 <= span.start < span.end <= len(text)
            assert span.of(text).strip() == span.of(text)
    assert [s.of(text) for s in tag(text)[0].source] == ["Mr\u00a0Alder"]
    assert [s.of(text) for s in tag(text)[0].content] == ["“Nobody asked us 😀,”"]


def test_line_ends_change_the_places_alone() -> None:
    def contents(text: str) -> list[list[str]]:
        return [[s.of(text) for s in t.content] for t in tag(text)]

    assert contents(TEXTS[1]) == contents(TEXTS[1].replace("\n", "\r\n"))


def test_it_is_small_enough_to_ship() -> None:
    assert (MODEL / "encoder.onnx").stat().st_size <= 40e6
