"""Whom reported statements are aimed at, weighed beside what the rules say.

The rules (`targets`) come first. Boosted trees over those who are named (`contenders`), fitted on labelled articles,
say how far to follow them and who else is meant. The act stays as the rules read it, and so does what a document says
in its own voice: of that nothing was learnt.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import numpy as np

import answerable
from answerable.extract.contenders import Contender, Field
from answerable.extract.exchanges import ANSWERED, by_cue
from answerable.extract.trees import Floats, Trees
from answerable.model import Act, Actor, Document, Mention, Ref, Statement, Voice

MODEL = Path(answerable.__file__).parent / "data" / "model" / "aims.npz"

AIMED = frozenset(Act) - {
    *(Act.STATE, Act.REPORT_PROGRESS, Act.ADMIT, Act.FIND, Act.ANNOUNCE, Act.APOLOGISE, Act.PROMISE, Act.OFFER),
}
"""Acts that are weighed. The others are seldom aimed at anybody, and at whom the rules tell better."""

_LIKELY, _ABSENT = 0.1, 0.45
"""How likely the likeliest must be: where the statement names it; where it stands only in the text around. A wrong
target is worse than none."""

_ANSWERED = 0.35
"""How likely another must be than whoever asked or accused, as the rules follow the exchange."""

_SURE, _CLOSE, _MOST = 0.5, 0.7, 3
"""Others are aimed at too that are likely by themselves, and nearly as likely as the first; so many at most."""

_ARRAYS = ("roots", "feature", "threshold", "left", "right", "value")


@dataclass(frozen=True, slots=True)
class Weights:
    """The fitted trees; `told` are the names of what they are told of a contender."""

    trees: Trees
    told: tuple[str, ...]

    def aims(self, contenders: Sequence[Contender]) -> Floats:
        """How likely it is of each contender that a statement is aimed at it."""
        return self.trees.chances(np.array([[c.stands[name] for name in self.told] for c in contenders], np.float64))


@cache
def load_weights(path: Path = MODEL) -> Weights:
    """The trees in a file that `training/aims.py` wrote (by default the one that ships), loaded once a process."""
    with np.load(path, allow_pickle=False) as held:
        roots, feature, threshold, left, right, value = (held[name] for name in _ARRAYS)
        trees = Trees(roots, feature, threshold, left, right, value, float(held["base"]), int(held["depth"]))
        return Weights(trees, tuple(json.loads(str(held["told"]))))


def weigh_statements(
    document: Document, statements: Sequence[Statement], actors: Iterable[Actor], mentions: Iterable[Mention]
) -> tuple[Statement, ...]:
    """The statements, those that `document` reports with the targets that weigh most."""
    field, weights = Field(document, statements, actors, mentions), load_weights()
    return tuple(
        weighed(statement, field.contenders(at), weights)
        if statement.voice is Voice.REPORTED and statement.content and statement.act in AIMED
        else statement
        for at, statement in enumerate(statements)
    )


def weighed(statement: Statement, contenders: Sequence[Contender], weights: Weights) -> Statement:
    """One statement that may be aimed at somebody, with the rules' targets, with those that weigh most."""
    contenders = [c for c in contenders if not c.stands["speaker"]]
    chances = weights.aims(contenders) if contenders else np.zeros(0)
    order = np.argsort(-chances, kind="stable")[:_MOST]
    best = float(chances[order[0]]) if contenders else 0.0
    meant = best > (_LIKELY if contenders and _is_named(contenders[order[0]]) else _ABSENT)
    if statement.targets and (not (meant and best > _ANSWERED) if statement.act in ANSWERED else by_cue(statement)):
        return statement  # whoever asked or accused; or whom the cue governs
    if not meant:
        return replace(statement, targets=())
    aimed = (contenders[i].actor for i in order if i == order[0] or chances[i] > max(_SURE, _CLOSE * best))
    return replace(statement, targets=tuple(Ref(actor.id, actor.name) for actor in aimed))


def _is_named(contender: Contender) -> bool:
    """Whether the statement names it, in its cue, its content or between them."""
    return any(contender.stands[where] for where in ("inside", "cued", "governed"))
