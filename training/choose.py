"""Chooses how the scores are read, on articles that the network has not learnt from."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import product
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np

from answerable.extract.decode import TAGS, Scores, Settings
from answerable.extract.onnx import OnnxTagger, attributions
from answerable.extract.words import PLACES, place
from answerable.text import Spans
from training.corpus import Article

SHARES = (0.3, 0.5)
"""Weights to try for the transitions beside the scores, which know the neighbours already."""

LEANS = ((0.0, 0.0, 0.0), (0.3, 0.3, 0.1), (0.5, 0.5, 0.0), (0.5, 0.8, 0.0))
QUOTATIONS = (0.2, 0.6)

LINKS: tuple[tuple[str, tuple[Any, ...]], ...] = (
    ("owner", (0.03, 0.1, 0.2, 0.3)),
    ("source", (0.15, 0.3, 0.5)),
    ("rescue", (0.2, 0.35, 0.5, 0.8)),
)
"""What to try of the settings that are chosen one after another."""

Tables = tuple[tuple[tuple[float, ...], ...], ...]


def transitions(articles: Sequence[Article]) -> Tables:
    """How often each tag follows each, by the place of the word, as log-probabilities (see Settings)."""
    count = np.full((len(PLACES), TAGS + 1, TAGS), 0.5)
    for article in articles:
        last = TAGS
        for tag, look in zip(article.tags, article.words.looks, strict=True):
            count[place(look), last, tag] += 1
            last = tag
    for inside in range(2, TAGS, 2):
        cannot = [last for last in range(TAGS + 1) if last not in (inside - 1, inside)]
        count[:, cannot, inside] = 1e-9
    logs = np.log(count / count.sum(-1, keepdims=True))
    return tuple(tuple(tuple(float(v) for v in row) for row in table) for table in logs)


def weighted(tables: Tables, share: float) -> Tables:
    """Transitions of which only `share` counts."""
    return tuple(tuple(tuple(round(share * v, 3) for v in row) for row in table) for table in tables)


def scorer(path: Path) -> ModuleType:
    """The corpus' own score.py."""
    spec = importlib.util.spec_from_file_location("score", path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def choose(tagger: OnnxTagger, articles: Sequence[Article], tables: Tables, score: ModuleType) -> Settings:
    """The settings that give the best `figure`: those of the tags together, then those of the links in turn.

    `tables` are as `transitions` gives them. The tags are chosen with links made freely.
    """
    scored = [list(tagger.scores(article.words)) for article in articles]

    def best_of(tried: Iterable[Settings]) -> Settings:
        return max(tried, key=lambda settings: figure(articles, scored, settings, score))

    best = best_of(
        Settings(weighted(tables, s), lean=n, quotation=q, owner=0.03, rescue=0.2)
        for s, n, q in product(SHARES, LEANS, QUOTATIONS)
    )
    for name, values in LINKS:
        best = best_of(replace(best, **{name: value}) for value in values)
    return best


def figure(articles: Sequence[Article], scored: Sequence[list[Scores]], settings: Settings, score: ModuleType) -> float:
    """Twice the F1 of content plus that of content+source."""
    counts = []
    for article, windows in zip(articles, scored, strict=True):
        text = article.words.text
        gold = {"text": text, "statements": list(article.statements)}
        found = attributions(article.words, windows, settings)
        said = [{"source": _pairs(t.source), "cue": _pairs(t.cue), "content": _pairs(t.content)} for t in found]
        counts.append(score.document_counts(gold, {"text": text, "statements": said}))
    total = score.add(counts)
    content, sourced = (score.prf(total["attribution", name])[2] for name in ("content", "content+source"))
    return float(2 * content + sourced)


def _pairs(spans: Spans) -> list[list[int]]:
    return [[s.start, s.end] for s in spans]
