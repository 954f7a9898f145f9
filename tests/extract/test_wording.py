"""What words say of an act: the terms that are read, how they add up, and which of them decided."""

from __future__ import annotations

import numpy as np

from answerable.extract.wording import ACTS, Wording, terms
from answerable.model import Act, Statement
from tests.marks import marked

STRING = "[S:Ada Quill] [C:said] [T:the pier was a disgrace]."


def statement(string: str = STRING) -> tuple[str, Statement]:
    text, marks = marked(string)
    return text, Statement("a", "d", marks["S"], marks["C"], marks["T"])


def test_words_and_pairs_are_read_with_their_places() -> None:
    text, given = statement()
    found = {term: at.of(text) if at else None for term, at in terms(text, given)}
    assert found["cue said"] == "said"
    assert found["content a disgrace"] == "a disgrace"
    assert found["opening pier"] == "pier"
    assert found["closing disgrace"] == "disgrace"
    assert "opening a" not in found
    assert found["source quill"] is None
    assert found["rules state by content"] is None


def test_weights_add_up_and_the_heaviest_words_decide() -> None:
    text, given = statement()
    weights = np.zeros((3, len(ACTS)))
    at = ACTS.index(Act.CRITICISE)
    weights[:, at] = (1.0, 2.0, -4.0)
    wording = Wording(("content pier", "content a disgrace", "content unheard"), weights, np.zeros(len(ACTS)))
    chances = wording.chances(text, given)
    assert np.isclose(chances.sum(), 1)
    assert np.isclose(chances[at], np.exp(3) / (np.exp(3) + len(ACTS) - 1))
    assert [s.of(text) for s in wording.deciding(text, given, Act.CRITICISE)] == ["a disgrace"]
    assert wording.deciding(text, given, Act.PRAISE) == ()
