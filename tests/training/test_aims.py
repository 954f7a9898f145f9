"""What is fitted is what is read: trees as arrays say what they learnt. Needs scikit-learn."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("sklearn", reason="fitting needs the extra train")

from answerable.extract.weighing import load_weights
from answerable.model import Act
from training.aims import fit, items, write
from training.labels import Label


def article(at: int, verb: str) -> dict[str, object]:
    text = f"Ada Quill met Tom Roe. Quill {verb} Tom Roe of the ferry {at} for Lena Marsh."
    cue, content = text.index(verb), text.rindex("Tom Roe")
    statement = {"source": [[cue - 6, cue - 1]], "cue": [[cue, cue + len(verb)]], "content": [[content, len(text) - 1]]}
    return {"id": f"a{at}", "text": text, "statements": [statement]}


def test_the_trees_learn_are_written_and_read(tmp_path: Path) -> None:
    label = Label((Act.CRITICISE,), "Ada Quill", ("Tom Roe",))
    learnt = [item for at in range(80) for item in items(article(at, "criticised"), {0: label})]
    weights = fit(learnt)
    write(weights, tmp_path / "aims.npz")
    read = load_weights(tmp_path / "aims.npz")
    chances = read.aims(learnt[0].contenders)
    assert chances.tolist() == weights.aims(learnt[0].contenders).tolist()
    assert [c.actor.name for c, x in zip(learnt[0].contenders, chances, strict=True) if x > 0.5] == ["Tom Roe"]
