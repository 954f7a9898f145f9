"""From scores to statements, on scores written by hand."""

from __future__ import annotations

import numpy as np

from answerable.extract.decode import (
    CONTENT,
    CUE,
    LINK,
    SOURCE,
    TAGS,
    Floats,
    Found,
    Scores,
    Settings,
    decode,
    hold_quotations,
    runs,
    viterbi,
)
from answerable.extract.words import words

FREE = ((((0.0,) * TAGS),) * (TAGS + 1),) * 3
LETTERS = {"-": 0, "S": SOURCE, "s": SOURCE + 1, "C": CUE, "c": CUE + 1, "T": CONTENT, "t": CONTENT + 1}


def scored(text: str, tags: str, links: dict[int, int], start: int = 0) -> Scores:
    """Scores that are sure of `tags` (one letter a word) and of `links`, from a word to the first word of its cue."""
    sure = np.full((len(tags), TAGS), np.log(0.01), np.float32)
    for i, letter in enumerate(tags):
        sure[i, LETTERS[letter]] = np.log(0.94)
    projections = np.zeros((len(tags) + 1, 4, LINK), np.float32)
    for word in range(len(tags) + 1):
        projections[word, 1, word] = projections[word, 3, word] = 100
    for word in range(len(tags)):
        projections[word + 1, 0, links.get(word, -1) + 1] = 1.5
    for word, cue in links.items():
        if tags[word] == "S":
            projections[cue + 1, 2, word + 1] = 1.5
    return Scores(start, words(text).looks, sure, projections.reshape(len(tags) + 1, -1))


def told(found: Found) -> tuple[range | None, range | None, list[range]]:
    return found.source, found.cue, found.contents


def test_two_statements_in_one_sentence_each_get_their_own() -> None:
    text = "Quill said it sank but Bone denied blame"
    found = decode(scored(text, "SCTt-SCT", {0: 1, 2: 1, 3: 1, 5: 6, 7: 6}), [], Settings(FREE))
    assert [told(f) for f in found] == [
        (range(1), range(1, 2), [range(2, 4)]),
        (range(5, 6), range(6, 7), [range(7, 8)]),
    ]


def test_discontinuous_content_and_a_shared_source_counted_from_the_window() -> None:
    found = decode(
        scored("It sank Quill said at noon", "TtSCTt", {0: 3, 1: 3, 2: 3, 4: 3, 5: 3}, 10), [], Settings(FREE)
    )
    assert [told(f) for f in found] == [(range(12, 13), range(13, 14), [range(10, 12), range(14, 16)])]


def test_a_cue_that_points_at_nobody_has_no_source_and_marks_alone_are_no_content() -> None:
    found = decode(scored("It was said that all sank .", "--CTttT", {3: 2, 4: 2, 5: 2, 6: 2}), [], Settings(FREE))
    assert [told(f) for f in found] == [(None, range(2, 3), [range(3, 6)])]


def test_content_that_points_nowhere_is_left_out() -> None:
    assert decode(scored("Quill said it sank", "SC-T", {0: 1}), [], Settings(FREE)) == []


def test_a_quotation_is_content_from_mark_to_mark() -> None:
    tags = np.full((6, TAGS), np.log(0.01), np.float32)
    for i, tag in enumerate([0, 0, CONTENT + 1, CONTENT, CONTENT + 1, CONTENT + 1]):
        tags[i, tag] = np.log(0.94)
    held = hold_quotations(tags, [range(1, 6)], 0.4)
    assert runs(viterbi(held, np.array(FREE, np.float32), [0] * 6)) == [(CONTENT, range(1, 6))]
    assert (hold_quotations(tags, [range(1, 6)], 0.99) == tags).all()


def test_forbidden_steps_are_not_taken() -> None:
    transitions: Floats = np.zeros((3, TAGS + 1, TAGS), np.float32)
    transitions[:, 0, CONTENT + 1] = -99
    scores = np.zeros((2, TAGS), np.float32)
    scores[0, 0], scores[1, CONTENT + 1] = 5, 5
    assert viterbi(scores, transitions, [0, 0]) != [0, CONTENT + 1]


def test_runs_of_one_kind_that_touch_stay_apart() -> None:
    assert runs([CONTENT, CONTENT + 1, CONTENT, 0, CUE]) == [
        (CONTENT, range(2)), (CONTENT, range(2, 3)), (CUE, range(4, 5)),
    ]  # fmt: skip
