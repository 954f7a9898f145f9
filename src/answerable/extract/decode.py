"""From the encoder's scores to statements, by words: tags first, then links, then what quotation marks say.

Every statement has one cue where the encoder sees one. A content goes to the cue that its words point to; the source of
a cue is the one whose words point to it and that it points to.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from answerable.extract.words import is_word, place

Floats = NDArray[np.float32]

SOURCE, CUE, CONTENT = 1, 3, 5
"""The tags that open a source, a cue, a content; one more is the tag inside it; 0 is neither."""

TAGS = 7
LINK = 128


@dataclass(frozen=True, slots=True)
class Scores:
    """What the encoder says of one window: rows are row 0 ("none here"), then the words from `start` on.

    `looks` are those of the words; `tags` are log-probabilities [words, 7]; `links` the four projections
    [1 + words, 4 * 128].
    """

    start: int
    looks: Sequence[int]
    tags: Floats
    links: Floats


@dataclass(frozen=True, slots=True)
class Settings:
    """How the scores are read; chosen on a part of the train part that the encoder had not seen.

    `transitions` are log-probabilities from tag to tag (row 7: from the start of a window), one table for a word inside
    a sentence, one for the first of a sentence, one for the first of a paragraph. `lean` is added to the
    log-probabilities of source, cue and content. A link below its threshold is not made.
    """

    transitions: tuple[tuple[tuple[float, ...], ...], ...]
    lean: tuple[float, float, float] = (0.0, 0.0, 0.0)
    owner: float = 0.3
    source: float = 0.3
    rescue: float = 0.5
    quotation: float = 0.4

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Settings:
        """The settings written in a model's JSON file."""
        tables = tuple(tuple(tuple(row) for row in table) for table in data["transitions"])
        return cls(**{**data, "transitions": tables, "lean": tuple(data["lean"])})


@dataclass(slots=True)
class Found:
    """A statement by words: runs of words for source, cue and contents, and its score."""

    source: range | None
    cue: range | None
    contents: list[range] = field(default_factory=list)
    score: float = 1.0


def softmax(x: Floats) -> Floats:
    """Softmax over the last axis."""
    e = np.exp(x - x.max(-1, keepdims=True))
    out: Floats = e / e.sum(-1, keepdims=True)
    return out


def viterbi(scores: Floats, transitions: Floats, places: Sequence[int]) -> list[int]:
    """The best sequence of tags for rows of log-probabilities; transitions and places as in Settings and Scores."""
    best = scores[0] + transitions[places[0], TAGS]
    steps = transitions[:, :TAGS].transpose(0, 2, 1).copy()
    back = np.empty((len(scores), TAGS), np.int64)
    for i in range(1, len(scores)):
        ways = best + steps[places[i]]
        back[i] = ways.argmax(1)
        best = ways.max(1) + scores[i]
    path = [int(best.argmax())]
    for i in range(len(scores) - 1, 0, -1):
        path.append(int(back[i, path[-1]]))
    return path[::-1]


def runs(tags: Sequence[int]) -> list[tuple[int, range]]:
    """The runs of a sequence of tags: (SOURCE, CUE or CONTENT, words)."""
    found: list[tuple[int, range]] = []
    for i, tag in enumerate(tags):
        if not tag:
            continue
        kind = tag - (tag % 2 == 0)
        if tag == kind or not found or found[-1][0] != kind or found[-1][1].stop != i:
            found.append((kind, range(i, i + 1)))
        else:
            found[-1] = (kind, range(found[-1][1].start, i + 1))
    return found


def decode(scores: Scores, quoted: Iterable[range], settings: Settings) -> list[Found]:
    """The statements of one window. `quoted` are the words of each quotation, marks included, in words of the text."""
    tags = scores.tags + np.repeat(np.array((0.0, *settings.lean), np.float32), (1, 2, 2, 2))
    kept = [range(q.start - scores.start, q.stop - scores.start) for q in quoted]
    tags = hold_quotations(tags, kept, settings.quotation)
    spans = runs(viterbi(tags, np.array(settings.transitions, np.float32), [place(look) for look in scores.looks]))
    found = link(spans, scores, settings)
    for statement in found:
        statement.score *= _certainty(statement.contents, scores.tags)
    return [shifted(f, scores.start) for f in found if f.contents]


def _certainty(contents: Sequence[range], tags: Floats) -> float:
    """The mean probability that the words of a statement's content are content."""
    rows = [np.exp(tags[run.start : run.stop, CONTENT:]).sum(1) for run in contents]
    return float(np.concatenate(rows).mean()) if rows else 0.0


def hold_quotations(tags: Floats, quoted: Sequence[range], threshold: float) -> Floats:
    """Scores under which a quotation is content from mark to mark, or not at all inside a window."""
    out = tags.copy()
    for q in quoted:
        q = range(max(q.start, 0), min(q.stop, len(tags)))
        if len(q) < 3:
            continue
        content = np.exp(tags[q.start : q.stop, CONTENT : CONTENT + 2]).sum(1).mean()
        if content >= threshold:
            out[q.start + 1 : q.stop] = -1e4
            out[q.start + 1 : q.stop, CONTENT + 1] = 0.0
            out[q.start, :CONTENT] = -1e4
    return out


def link(spans: Sequence[tuple[int, range]], scores: Scores, settings: Settings) -> list[Found]:
    """Statements from spans: contents to cues, then a source to each cue."""
    cues = [r for kind, r in spans if kind == CUE]
    sources = [r for kind, r in spans if kind == SOURCE]
    contents = [r for kind, r in spans if kind == CONTENT and any(is_word(scores.looks[w]) for w in r)]
    asks, answers, asks2, answers2 = np.split(scores.links, 4, axis=1)
    scale = 1 / math.sqrt(LINK)
    found = [Found(None, cue) for cue in cues]
    owner = _owners([*contents, *sources], cues, asks, answers, scale)
    for i, run in enumerate(contents):
        best = int(owner[i].argmax()) if cues else -1
        if cues and owner[i, best] >= settings.owner:
            found[best].contents.append(run)
    if cues:
        first = np.array([c.start for c in cues])
        origin = softmax(asks2[first + 1] @ answers2.T * scale)
        for j in range(len(cues)):
            found[j].source = _source(j, sources, owner[len(contents) :], origin[j], scores.tags, settings)
    return found


def _owners(spans: Sequence[range], cues: Sequence[range], asks: Floats, answers: Floats, scale: float) -> Floats:
    """How far each span points at each cue: the mean over its words of the probability of the cue's words."""
    out = np.zeros((len(spans), len(cues)), np.float32)
    for i, run in enumerate(spans):
        chances = softmax(asks[run.start + 1 : run.stop + 1] @ answers.T * scale).mean(0)
        for j, cue in enumerate(cues):
            out[i, j] = chances[cue.start + 1 : cue.stop + 1].sum()
    return out


def _source(
    cue: int, sources: Sequence[range], owner: Floats, origin: Floats, tags: Floats, settings: Settings
) -> range | None:
    """The source of a cue: a tagged one that both heads point at, else words that the cue points at."""
    best, top = None, settings.source
    for run, points in zip(sources, owner[:, cue], strict=True):
        score = 0.5 * float(points) + 0.5 * float(origin[run.start + 1 : run.stop + 1].sum())
        if score >= top:
            best, top = run, score
    if best is None:
        word = int(origin.argmax()) - 1
        taken = any(word in run for run in sources)
        if word >= 0 and origin[word + 1] >= settings.rescue and not taken:
            best = _grown(word, tags)
    return best


def _grown(word: int, tags: Floats) -> range:
    """A source that begins at `word`: as long as the next word looks more like source than like nothing."""
    stop = word + 1
    while stop < len(tags) and tags[stop, SOURCE + 1] > max(tags[stop, 0] - 2.0, math.log(0.05)):
        stop += 1
    return range(word, stop)


def shifted(found: Found, by: int) -> Found:
    """The same statement counted from the start of the text."""

    def move(run: range | None) -> range | None:
        return None if run is None else range(run.start + by, run.stop + by)

    return Found(
        move(found.source), move(found.cue), [range(r.start + by, r.stop + by) for r in found.contents], found.score
    )
