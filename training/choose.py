"""Chooses how the scores are read, on articles that the network has not learnt from."""

from __future__ import annotations

import importlib.util
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np

from answerable.extract.decode import TAGS, Scores, Settings
from answerable.extract.onnx import OnnxTagger, attributions
from answerable.extract.words import PLACES, place
from answerable.text import Spans
from training.corpus import Article

SHARE = 0.5
"""The weight of the transitions beside the scores, which know the neighbours already."""

GRID: tuple[tuple[str, tuple[Any, ...]], ...] = (
    ("lean", ((0.0, 0.0, 0.0), (0.3, 0.3, 0.1), (0.5, 0.5, 0.0), (0.5, 0.5, 0.3), (0.5, 0.8, 0.3), (0.0, 0.5, 0.0))),
    ("owner", (0.03, 0.1, 0.2, 0.3)),
    ("source", (0.15, 0.3, 0.5)),
    ("rescue", (0.2, 0.35, 0.5, 0.8)),
    ("quotation", (0.2, 0.4, 0.6)),
)


def transitions(articles: Sequence[Article]) -> tuple[tuple[tuple[float, ...], ...], ...]:
    """How often each tag follows each, by the place of the word, as weighted log-probabilities (see Settings)."""
    count = np.full((len(PLACES), TAGS + 1, TAGS), 0.5)
    for article in articles:
        last = TAGS
        for tag, look in zip(article.tags, article.words.looks, strict=True):
            count[place(look), last, tag] += 1
            last = tag
    for inside in range(2, TAGS, 2):
        cannot = [last for last in range(TAGS + 1) if last not in (inside - 1, inside)]
        count[:, cannot, inside] = 1e-9
    logs = SHARE * np.log(count / count.sum(-1, keepdims=True))
    return tuple(tuple(tuple(round(float(v), 3) for v in row) for row in table) for table in logs)


def scorer(path: Path) -> ModuleType:
    """The corpus' own score.py."""
    spec = importlib.util.spec_from_file_location("score", path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def choose(tagger: OnnxTagger, articles: Sequence[Article], start: Settings, score: ModuleType) -> Settings:
    """The settings, one after another, that give the best sum of content and content+source."""
    scored = [list(tagger.scores(article.words)) for article in articles]
    best, top = start, figure(articles, scored, start, score)
    for name, values in GRID:
        for value in values:
            tried = replace(best, **{name: value})
            if (got := figure(articles, scored, tried, score)) > top:
                best, top = tried, got
        print(f"{name}: {getattr(best, name)}  content and content+source: {top:.2f}", flush=True)
    return best


def figure(articles: Sequence[Article], scored: Sequence[list[Scores]], settings: Settings, score: ModuleType) -> float:
    """The sum of the F1 of content and content+source."""
    counts = []
    for article, windows in zip(articles, scored, strict=True):
        text = article.words.text
        gold = {"text": text, "statements": list(article.statements)}
        found = attributions(article.words, windows, settings)
        said = [{"source": _pairs(t.source), "cue": _pairs(t.cue), "content": _pairs(t.content)} for t in found]
        counts.append(score.document_counts(gold, {"text": text, "statements": said}))
    total = score.add(counts)
    return float(sum(score.prf(total["attribution", name])[2] for name in ("content", "content+source")))


def _pairs(spans: Spans) -> list[list[int]]:
    return [[s.start, s.end] for s in spans]
