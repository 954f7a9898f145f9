"""What the words of a statement say of its act: a linear model over its words, pairs of words and the rules' answer.

Multinomial logistic regression, fitted by `training/aims.py`. A linear model can tell which words decided.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from answerable.extract.exchanges import by_cue
from answerable.extract.lemmas import Word, words_of
from answerable.model import Act, Quoted, Statement
from answerable.text import Span, Spans, envelope

Floats = NDArray[np.float64]

ACTS = tuple(Act)

_OPENING = 3
_STEP, _LONG = 4, 6  # lengths of contents are told in steps of so many words, up to so many steps


def terms(text: str, statement: Statement) -> Iterator[tuple[str, Span | None]]:
    """What the model reads of a statement, by name, with its place in `text` where it is words of cue or content."""
    cue, content = words_of(text, statement.cue), words_of(text, statement.content)
    yield from _words("cue", cue)
    yield from _words("content", content)
    for word in content[:_OPENING]:
        yield f"opening {word.form}", word.span
    for word in content[-1:]:
        yield f"closing {word.form}", word.span
    for word in words_of(text, statement.source):
        yield f"source {word.form}", None
    yield f"rules {statement.act}", None
    yield f"rules {statement.act} {'by cue' if by_cue(statement) else 'by content'}", None
    yield f"direct {statement.quoted is Quoted.DIRECT}", None
    yield f"source {bool(statement.source)}", None
    yield f"long {min(_LONG, len(content) // _STEP)}", None


def _words(role: str, found: Sequence[Word]) -> Iterator[tuple[str, Span]]:
    for word in found:
        yield f"{role} {word.form}", word.span
    for one, other in pairwise(found):
        yield f"{role} {one.form} {other.form}", envelope((one.span, other.span))


class Wording:
    """The fitted model: `known` are the terms that it knows, `weights` theirs [terms, acts], `bias` [acts]."""

    def __init__(self, known: Sequence[str], weights: Floats, bias: Floats) -> None:
        self.known = tuple(known)
        self.weights = weights
        self.bias = bias
        self._rows = {term: row for row, term in enumerate(known)}

    def chances(self, text: str, statement: Statement) -> Floats:
        """How likely each act is, one in `ACTS`; they sum to 1. The statement has the act that the rules say."""
        rows = {row for term, _ in terms(text, statement) if (row := self._rows.get(term)) is not None}
        scores = self.bias + self.weights[sorted(rows)].sum(0)
        grown = np.exp(scores - scores.max())
        chances: Floats = grown / grown.sum()
        return chances

    def deciding(self, text: str, statement: Statement, act: Act) -> Spans:
        """The words that speak most for an act rather than for a plain statement; none where no word does."""
        column, plain = ACTS.index(act), ACTS.index(Act.STATE)
        known = ((self._rows.get(term), at) for term, at in terms(text, statement))
        rows = [(row, at) for row, at in known if row is not None and at and at.of(text)[0].isalnum()]
        heavy = ((self.weights[row, column] - self.weights[row, plain], at) for row, at in rows)
        weight, at = max(heavy, key=lambda pair: (pair[0], -pair[1].start), default=(0.0, None))
        return (at,) if at and weight > 0 else ()
