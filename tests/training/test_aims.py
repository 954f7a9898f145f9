"""What is fitted is what is read: trees and words as arrays say what scikit-learn says. Needs scikit-learn."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("sklearn", reason="fitting needs the extra train")

from answerable.extract.weighing import Weights, load_weights
from answerable.model import Act
from training.aims import fit_trees, fit_wording, items, write
from training.labels import Label

PRAISED, BLAMED = "has been a wonder", "has been a disgrace"


def article(at: int, said: str) -> dict[str, object]:
    text = f"Ada Quill met Tom Roe. Quill said Tom Roe {said}. The ferry {at} left."
    start = text.index("Tom Roe has")
    cue = text.index("said")
    content = [start, start + len(f"Tom Roe {said}")]
    source = [cue - 6, cue - 1]
    statement = {"source": [source], "cue": [[cue, cue + 4]], "content": [content]}
    return {"id": f"a{at}", "text": text, "statements": [statement]}


def test_the_models_learn_write_and_read(tmp_path: Path) -> None:
    praised, blamed = Label((Act.PRAISE,), "Ada Quill", ("Tom Roe",)), Label((Act.CRITICISE,), "Ada Quill", ())
    told = ((PRAISED, praised), (BLAMED, blamed))
    learnt = [item for at in range(80) for said, label in told for item in items(article(at, said), {0: label})]
    wording = fit_wording(learnt)
    for item in learnt:
        item.acts = wording.chances(item.text, item.statement)
    weights = Weights(wording, *fit_trees(learnt))
    write(weights, tmp_path / "aims.npz")
    read = load_weights(tmp_path / "aims.npz")
    for item, act, best in zip(learnt[:2], (Act.PRAISE, Act.CRITICISE), ("Tom Roe", None), strict=True):
        acts = read.wording.chances(item.text, item.statement)
        assert np.allclose(acts, weights.wording.chances(item.text, item.statement))
        assert acts[list(Act).index(act)] == acts.max()
        chances = read.aims(item.contenders, acts)
        named = [c.actor.name for c, chance in zip(item.contenders, chances, strict=True) if chance > 0.5]
        assert named == ([best] if best else [])
