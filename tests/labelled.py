"""A labelled article from a marked string, as training reads it."""

from __future__ import annotations

import json
from pathlib import Path

from answerable.extract.onnx import MODEL, Pieces
from tests.marks import marked
from training.corpus import Article, read_articles

PIECES = Pieces.load(MODEL / "tokenizer.json")


def article(folder: Path, string: str) -> Article:
    text, marks = marked(string)
    roles = {"source": "S", "cue": "C", "content": "T"}
    statement = {role: [[s.start, s.end] for s in marks.get(letter, ())] for role, letter in roles.items()}
    path = folder / "a.jsonl"
    path.write_text(json.dumps({"id": "a", "text": text, "statements": [statement]}) + "\n", encoding="utf-8")
    (read,) = read_articles(path, PIECES)
    return read
