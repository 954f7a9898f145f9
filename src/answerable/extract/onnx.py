"""The encoder that ships: onnxruntime and tokenizers live here and nowhere else.

Every window runs by itself. Its numbers are rounded by its own range alone, so a text gives the same statements alone,
among others, and in any number of processes; and nothing is padded.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import numpy as np
from onnxruntime import GraphOptimizationLevel, InferenceSession, SessionOptions
from tokenizers import Tokenizer

import answerable
from answerable.extract.decode import Found, Scores, Settings, decode
from answerable.extract.quotations import quotations
from answerable.extract.tagger import Tagged
from answerable.extract.words import Words, windows, words
from answerable.model import Document
from answerable.text import Span, Spans

MODEL = Path(answerable.__file__).parent / "data" / "model"
WINDOW = 250
"""The most pieces in a window, its start and end marks aside."""

_LONGEST = 16
_REMEMBERED = 200_000


class Pieces:
    """Word -> piece numbers, remembered: a word is always cut the same way, whatever stands beside it."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        tokenizer.no_padding()
        tokenizer.no_truncation()
        self._tokenizer = tokenizer
        self._known: dict[str, tuple[int, ...]] = {}
        special = tokenizer.get_vocab(with_added_tokens=True)
        self.ends: tuple[int, int] = (special["[CLS]"], special["[SEP]"])
        self._unknown: tuple[int, ...] = (special["[UNK]"],)

    @classmethod
    def load(cls, path: Path) -> Pieces:
        """The pieces of the tokenizer file at `path`."""
        return cls(Tokenizer.from_file(str(path)))

    def __call__(self, word: str) -> tuple[int, ...]:
        """The pieces of `word`: at least one, at most 16."""
        known = self._known.get(word)
        if known is None:
            cut = self._tokenizer.encode(word[:100], add_special_tokens=False).ids[:_LONGEST]
            known = tuple(cut) if cut else self._unknown
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            self._known[word] = known
        return known


class OnnxTagger:
    """The tagger that ships: a window at a time through the encoder, then decoded."""

    def __init__(self, session: InferenceSession, pieces: Pieces, settings: Settings) -> None:
        self._session = session
        self._pieces = pieces
        self._settings = settings

    def tag(self, document: Document) -> tuple[Tagged, ...]:
        """The attributions of `document`, in order of their first content."""
        found = words(document.text)
        return attributions(found, self.scores(found), self._settings)

    def scores(self, found: Words) -> Iterator[Scores]:
        """The encoder's scores of each window of a text."""
        cut = [self._pieces(form) for form in found.forms()]
        for window in windows(found, [len(c) for c in cut], WINDOW):
            yield self._run(found, cut, window)

    def _run(self, found: Words, cut: list[tuple[int, ...]], window: range) -> Scores:
        """The encoder's scores of one window."""
        pieces, looks, firsts = [self._pieces.ends[0]], [0], [0]
        for w in window:
            firsts.append(len(pieces))
            pieces += cut[w]
            looks += [found.looks[w]] * len(cut[w])
        feed = {
            "pieces": np.array([[*pieces, self._pieces.ends[1]]]),
            "looks": np.array([[*looks, 0]]),
            "firsts": np.array(firsts),
        }
        tags, links = self._session.run(("tags", "links"), feed)
        return Scores(window.start, found.looks[window.start : window.stop], tags[1:], links)


@cache
def load_tagger(folder: Path = MODEL) -> OnnxTagger:
    """The tagger of the model in `folder` (by default the one that ships), loaded once a process."""
    options = SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.graph_optimization_level = GraphOptimizationLevel.ORT_ENABLE_BASIC
    session = InferenceSession(str(folder / "encoder.onnx"), options, providers=["CPUExecutionProvider"])
    settings = Settings.of(json.loads((folder / "settings.json").read_text(encoding="utf-8")))
    return OnnxTagger(session, Pieces.load(folder / "tokenizer.json"), settings)


def attributions(found: Words, scores: Iterable[Scores], settings: Settings) -> tuple[Tagged, ...]:
    """The attributions that the scores of a text's windows tell, in order of their first content."""
    quoted = _quoted(found)
    tagged: list[Tagged] = []
    for window in scores:
        inside = [q for q in quoted if q.start < window.start + len(window.tags) and window.start < q.stop]
        tagged += [_tagged(f, found) for f in decode(window, inside, settings)]
    return tuple(sorted(tagged, key=lambda t: t.content[0]))


def _quoted(found: Words) -> list[range]:
    """The words of each closed quotation, marks included."""
    return [
        range(bisect_left(found.starts, q.span.start), bisect_left(found.starts, q.span.end))
        for q in quotations(found.text)
        if q.closed
    ]


def _tagged(found: Found, at: Words) -> Tagged:
    """A statement by words as one by characters; runs that only white space parts are one."""

    def spans(runs: list[range]) -> Spans:
        out: list[Span] = []
        for run in sorted(runs, key=lambda r: r.start):
            start, end = at.starts[run.start], at.ends[run.stop - 1]
            if out and not at.text[out[-1].end : start].strip():
                start = out.pop().start
            out.append(Span(start, end))
        return tuple(out)

    return Tagged(
        spans([found.source] if found.source else []),
        spans([found.cue] if found.cue else []),
        spans(found.contents),
        found.score,
    )
