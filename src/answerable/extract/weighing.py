"""What reported statements do and whom they are aimed at, weighed beside what the rules say.

The rules (`acts`, `targets`) come first. A linear model over the words (`wording`) and boosted trees over those who are
named (`contenders`), both fitted on labelled articles, say how far to follow them. Where the rules see a plain
statement and somebody is clearly aimed at, it does what its words speak for most. What a document says in its own voice
stays as the rules read it: of that nothing was learnt.
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
from answerable.extract.trees import Trees
from answerable.extract.wording import ACTS, Floats, Wording
from answerable.model import Act, Actor, Document, Mention, Ref, Statement, Voice

MODEL = Path(answerable.__file__).parent / "data" / "model" / "aims.npz"

UNAIMED = frozenset({Act.STATE, Act.REPORT_PROGRESS, Act.ADMIT})
_PLAIN = np.array([act in UNAIMED for act in ACTS])
_LIKELY, _ABSENT, _CLEAR = 0.15, 0.38, 0.35
"""How likely the likeliest must be that the statement names, and that it does not; and where the rules see no act that
is aimed. Chosen so that as many of those shown are right as by the rules alone (`python -m training.aims --check`)."""

_SURE, _CLOSE, _MOST = 0.5, 0.7, 3
"""Others are aimed at too that are likely by themselves, and nearly as likely as the first; so many at most."""

_ARRAYS = ("roots", "feature", "threshold", "left", "right", "value")


@dataclass(frozen=True, slots=True)
class Weights:
    """The two models; `told` are the names of what the trees are told of a contender, before the chances of acts."""

    wording: Wording
    trees: Trees
    told: tuple[str, ...]

    def aims(self, contenders: Sequence[Contender], acts: Floats) -> Floats:
        """How likely each contender is aimed at by a statement with these chances of acts."""
        rows = np.array([[*(c.stands[name] for name in self.told), *acts] for c in contenders], np.float64)
        return self.trees.chances(rows)


@cache
def load_weights(path: Path = MODEL) -> Weights:
    """The models in a file that `training/aims.py` wrote (by default the one that ships), loaded once a process."""
    with np.load(path, allow_pickle=False) as held:
        wording = Wording(json.loads(str(held["terms"])), held["weights"].astype(np.float64), held["bias"])
        roots, feature, threshold, left, right, value = (held[name] for name in _ARRAYS)
        trees = Trees(roots, feature, threshold, left, right, value, float(held["base"]), int(held["depth"]))
        return Weights(wording, trees, tuple(json.loads(str(held["told"]))))


def weigh_statements(
    document: Document, statements: Sequence[Statement], actors: Iterable[Actor], mentions: Iterable[Mention]
) -> tuple[Statement, ...]:
    """The statements, those that `document` reports with the acts and targets that weigh most."""
    field, weights = Field(document, statements, actors, mentions), load_weights()
    return tuple(
        weighed(document.text, statement, field.contenders(at), weights)
        if statement.voice is Voice.REPORTED and statement.content
        else statement
        for at, statement in enumerate(statements)
    )


def weighed(text: str, statement: Statement, contenders: Sequence[Contender], weights: Weights) -> Statement:
    """One statement of `text`, which has its rules' act and targets, with those that weigh most."""
    if not contenders:
        return replace(statement, targets=())
    acts = weights.wording.chances(text, statement)
    chances = weights.aims(contenders, acts)
    order = np.argsort(-chances, kind="stable")
    best, plain = float(chances[order[0]]), statement.act in UNAIMED
    if statement.targets and (best <= _CLEAR if statement.act in ANSWERED else by_cue(statement)):
        return statement  # whom the cue governs; or whoever asked or accused, as the rules follow the exchange
    if best <= (_CLEAR if plain else _LIKELY if _is_named(contenders[order[0]]) else _ABSENT):
        return replace(statement, targets=())
    if plain:
        act = ACTS[int(np.where(_PLAIN, -1.0, acts).argmax())]
        statement = replace(statement, act=act, act_spans=weights.wording.deciding(text, statement, act))
    aimed = [i for i in order[:_MOST] if i == order[0] or chances[i] > max(_SURE, _CLOSE * best)]
    return replace(statement, targets=tuple(_ref(contenders[i].actor) for i in aimed))


def _is_named(contender: Contender) -> bool:
    """Whether a statement names it, in its cue, its content or between them."""
    return any(contender.stands[where] for where in ("inside", "cued", "governed"))


def _ref(actor: Actor) -> Ref:
    return Ref(actor.id, actor.name)
