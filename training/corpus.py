"""Articles, labelled or not, as arrays that the network learns from."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from answerable.extract.decode import TAGS
from answerable.extract.onnx import Pieces
from answerable.extract.words import Words, windows, words

ROLES = ("source", "cue", "content")
Ints = NDArray[np.int64]
Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Article:
    """One article, by words.

    `tags` are 0 for O, then 1 + 2 * role (+ 1 inside). `wanted` [words, 7] is how likely each tag is to be learnt: the
    labels', a teacher's, or some of each. `owners` are (word, first word of its cue) pairs, `origins` (first word of a
    cue, first word of its source or -1) pairs. An article without labels has neither.
    """

    id: str
    words: Words
    pieces: tuple[tuple[int, ...], ...]
    tags: Ints
    wanted: Floats
    owners: tuple[tuple[int, int], ...]
    origins: tuple[tuple[int, int], ...]
    statements: tuple[dict[str, list[list[int]]], ...]


@dataclass(frozen=True, slots=True)
class Example:
    """One window of an article: what goes in, and the tags and links wanted. Row 0 is the start mark: no tag."""

    pieces: Ints
    looks: Ints
    firsts: Ints
    wanted: Floats
    owners: Ints  # rows of (row, row of its cue or 0)
    origins: Ints  # rows of (row of a cue, row of its source or 0)


def read_articles(path: Path, tokenizer: Pieces) -> list[Article]:
    """The articles of a JSONL file of labelled texts."""
    with path.open(encoding="utf-8") as lines:
        return [_article(json.loads(line), tokenizer) for line in lines if line.strip()]


def _article(data: dict[str, object], tokenizer: Pieces) -> Article:
    text = str(data["text"])
    found = words(text)
    at = np.full(len(text) + 1, -1)
    for i, (start, end) in enumerate(zip(found.starts, found.ends, strict=True)):
        at[start:end] = i
    statements: tuple[dict[str, list[list[int]]], ...] = tuple(data["statements"])  # type: ignore[arg-type]
    tags, owners, origins = np.zeros(len(found), np.int64), [], []
    for statement in statements:
        runs = {role: [_run(at, span) for span in statement[role]] for role in ROLES}
        runs = {role: [run for run in spans if len(run)] for role, spans in runs.items()}
        for role, spans in runs.items():
            for run in spans:
                tags[run] = 2 + 2 * ROLES.index(role)
                tags[run[0]] = 1 + 2 * ROLES.index(role)
        if runs["cue"]:
            anchor = int(runs["cue"][0][0])
            owners += [(int(w), anchor) for role in ("source", "content") for run in runs[role] for w in run]
            origins.append((anchor, int(runs["source"][0][0]) if runs["source"] else -1))
    pieces = tuple(tokenizer(form) for form in found.forms())
    wanted = np.eye(TAGS, dtype=np.float32)[tags]
    return Article(str(data["id"]), found, pieces, tags, wanted, tuple(owners), tuple(origins), statements)


def unlabelled(id: str, text: str, tokenizer: Pieces) -> Article:
    """An article that only a teacher can label (see `taught`)."""
    found = words(text)
    pieces = tuple(tokenizer(form) for form in found.forms())
    tags = np.zeros(len(found), np.int64)
    return Article(id, found, pieces, tags, np.zeros((len(found), TAGS), np.float32), (), (), ())


def taught(article: Article, said: Floats, share: float) -> Article:
    """The article with `share` of what is wanted of its words as a teacher said it: probabilities [words, 7]."""
    return replace(article, wanted=(1 - share) * article.wanted + share * said)


def _run(at: Ints, span: Sequence[int]) -> Ints:
    """The words that share a character with `span`."""
    inside = np.unique(at[span[0] : span[1]])
    return inside[inside >= 0]


def examples(article: Article, limit: int, ends: tuple[int, int], first: int | None = None) -> Iterator[Example]:
    """The windows of an article. `ends` are the pieces that open and close each."""
    sizes = [len(p) for p in article.pieces]
    for window in windows(article.words, sizes, limit, first):
        pieces, looks, firsts = [ends[0]], [0], [0]
        for w in window:
            firsts.append(len(pieces))
            pieces += article.pieces[w]
            looks += [article.words.looks[w]] * sizes[w]
        row = {w: i + 1 for i, w in enumerate(window)}
        owners = [(row[w], row.get(a, 0)) for w, a in article.owners if w in row]
        origins = [(row[c], row.get(s, 0)) for c, s in article.origins if c in row]
        yield Example(
            np.array([*pieces, ends[1]]),
            np.array([*looks, 0]),
            np.array(firsts),
            np.concatenate([np.zeros((1, TAGS), np.float32), article.wanted[window.start : window.stop]]),
            np.array(owners, np.int64).reshape(-1, 2),
            np.array(origins, np.int64).reshape(-1, 2),
        )
