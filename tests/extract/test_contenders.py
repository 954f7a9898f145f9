"""Who may be aimed at, and how they are told to stand."""

from __future__ import annotations

import math

from answerable.extract.acts import decide_acts
from answerable.extract.contenders import MOST, Contender, Field
from answerable.extract.speakers import resolve_speakers
from answerable.extract.targets import find_targets
from answerable.model import Document, Source, Statement
from answerable.text import Span, Spans

TEXT = (
    "Ada Quill said the council had failed. Quill accused Tom Roe of hiding the survey. "
    "Mr Roe said that he was proud of the ferry crews."
)


def given(text: str, *parts: tuple[str, str, str]) -> Field:
    document, at = Document.of(text, Source("a")), 0
    found: list[Statement] = []
    for part in parts:
        spans: list[Spans] = []
        for words in part:
            at = text.index(words, at)
            spans.append((Span(at, at + len(words)),))
            at += len(words)
        source, cue, content = spans
        found.append(Statement(f"s{len(found)}", document.id, source, cue, content))
    actors, mentions, statements = resolve_speakers(document, tuple(found))
    statements = find_targets(document, decide_acts(document, statements), actors, mentions)
    return Field(document, statements, actors, mentions)


FERRY = given(
    TEXT,
    ("Ada Quill", "said", "the council had failed"),
    ("Quill", "accused", "Tom Roe of hiding the survey"),
    ("Mr Roe", "said", "that he was proud of the ferry crews"),
)


def named(at: int) -> dict[str, Contender]:
    return {c.actor.name: c for c in FERRY.contenders(at)}


def test_whom_the_content_names_stands_first() -> None:
    assert FERRY.contenders(1)[0].actor.name == "Tom Roe"
    stands = named(1)["Tom Roe"].stands
    assert (stands["inside"], stands["rank"], stands["named"], stands["within"]) == (1, 0, True, 0)
    assert (stands["target"], stands["first target"], stands["speaker"]) == (True, True, False)


def test_the_speaker_and_the_one_before_are_told_apart() -> None:
    stands = named(1)["Ada Quill"].stands
    assert (stands["speaker"], stands["speaker -1"], stands["inside"], stands["sourced"]) == (True, True, 0, True)
    later = named(2)["Ada Quill"].stands
    assert (later["speaker"], later["speaker -1"], later["speaker -2"], later["told by speaker"]) == (
        False,
        True,
        True,
        0,
    )
    assert later["aimed at"] == 0


def test_how_often_one_is_aimed_at_elsewhere_is_told() -> None:
    here, elsewhere = named(1)["Tom Roe"].stands, named(0)["Tom Roe"].stands
    assert here["target"]
    assert here["aimed at by speaker"] == elsewhere["target"]


def test_all_are_told_the_same_things_in_one_order() -> None:
    told = [list(c.stands) for at in range(3) for c in FERRY.contenders(at)]
    assert all(names == told[0] for names in told)
    assert all(math.isfinite(value) for at in range(3) for c in FERRY.contenders(at) for value in c.stands.values())


def test_a_crowd_is_cut_to_the_nearest() -> None:
    crowd = [f"{first} {last}" for first in ("Ada", "Tom", "Lena", "Hugo", "Mary") for last in
             ("Quill", "Roe", "Marsh", "Renn", "Thorne", "Vale")]  # fmt: skip
    text = f"{'. '.join(f'{name} came' for name in crowd)}. Ada Quill said that Hugo Vale lied."
    assert len(given(text, ("Ada Quill", "said", "that Hugo Vale lied")).contenders(0)) == MOST
