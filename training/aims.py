"""Fits what weighs the acts and targets of statements, from the labels in training/labels.

    python -m training.aims --data ../shared/data [--out FILE]

Words are weighed by multinomial logistic regression, contenders by boosted trees (Friedman, 2001). The trees are told
what the words say as it is said of articles that the regression has not seen (stacking: Wolpert, 1992). Takes about two
minutes. `--check` fits on three quarters of the articles in turn and prints what the rest say.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from answerable.extract.acts import decide_acts
from answerable.extract.contenders import Contender, Field
from answerable.extract.speakers import resolve_speakers
from answerable.extract.targets import find_targets
from answerable.extract.trees import Trees
from answerable.extract.weighing import MODEL, Weights, weighed
from answerable.extract.wording import ACTS, Floats, Wording, terms
from answerable.model import Document, Source, Statement
from answerable.text import Span
from evaluation.acts import same
from training.labels import Label, read_labels

FOLDS = 4
SECOND = 0.35
"""The share of the second of two acts that both stand."""

SELDOM = 3
"""Terms of fewer statements are left out."""

RULES = 3.0
"""How much heavier what is known of the whole statement is than a word, before fitting."""

STRENGTH = 0.1
GROWTH = {"max_iter": 200, "learning_rate": 0.07, "max_depth": 5, "l2_regularization": 5, "min_samples_leaf": 30}
_WORDY = ("cue ", "content ", "opening ", "closing ")


@dataclass(slots=True)
class Item:
    """A labelled statement with its rules' act and targets, and those it may be aimed at; `right` tells which are."""

    text: str
    statement: Statement
    label: Label
    contenders: list[Contender]
    right: list[bool]
    acts: Floats = field(default_factory=lambda: np.zeros(len(ACTS)))

    @property
    def terms(self) -> dict[str, float]:
        return {term: 1.0 if term.startswith(_WORDY) else RULES for term, _ in terms(self.text, self.statement)}


def articles(data: Path) -> Iterator[list[Item]]:
    """The labelled statements of each labelled article of polnear-train below `data`."""
    labels = read_labels()
    with (data / "statements" / "polnear-train.jsonl").open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            if row["id"] in labels:
                yield items(row, labels[row["id"]])


def items(row: dict[str, Any], labels: dict[int, Label]) -> list[Item]:
    """The labelled statements of one article."""
    document = Document.of(row["text"], Source(row["id"]), name=row["id"])
    given = tuple(_given(document, row["statements"]))
    actors, mentions, statements = resolve_speakers(document, given)
    statements = find_targets(document, decide_acts(document, statements), actors, mentions)
    near_by = Field(document, statements, actors, mentions)
    found = []
    for n, label in labels.items():
        near = near_by.contenders(n)
        right = [any(same(name, target) for name in c.actor.names for target in label.targets) for c in near]
        found.append(Item(document.text, statements[n], label, near, right))
    return found


def _given(document: Document, rows: Iterable[dict[str, list[list[int]]]]) -> Iterator[Statement]:
    for row in rows:
        source, cue, content = (tuple(Span(*pair) for pair in row[role]) for role in ("source", "cue", "content"))
        yield Statement(Statement.key(document.id, source, cue, content), document.id, source, cue, content)


def fit_wording(learnt: Sequence[Item]) -> Wording:
    """The regression over the terms of statements; what is heavier before fitting is so in its weights."""
    vectors = DictVectorizer()
    seen = vectors.fit_transform([item.terms for item in learnt])
    often = np.flatnonzero(np.asarray((seen > 0).sum(0)).ravel() >= SELDOM)
    rows, acts, shares = [], [], []
    for at, item in enumerate(learnt):
        for act, share in zip(item.label.acts, (1 - SECOND, SECOND) if item.label.acts[1:] else (1.0,), strict=False):
            rows.append(at)
            acts.append(ACTS.index(act))
            shares.append(share)
    fitted = LogisticRegression(C=STRENGTH, max_iter=400, tol=1e-3)
    fitted.fit(csr_matrix(seen)[rows][:, often], acts, sample_weight=shares)
    names = vectors.get_feature_names_out()[often]
    weights, bias = np.zeros((len(often), len(ACTS))), np.full(len(ACTS), -30.0)
    heavy = np.array([1.0 if name.startswith(_WORDY) else RULES for name in names])
    weights[:, fitted.classes_] = (fitted.coef_ * heavy).T
    bias[fitted.classes_] = fitted.intercept_
    return Wording(list(names), np.round(weights, 3), np.round(bias, 3))


def fit_trees(learnt: Sequence[Item]) -> tuple[Trees, tuple[str, ...]]:
    """The trees, and the names of what they are told; the items have their chances of acts."""
    held = [item for item in learnt if item.contenders]
    told = tuple(held[0].contenders[0].stands)
    rows = [[*c.stands.values(), *item.acts] for item in held for c in item.contenders]
    fitted = HistGradientBoostingClassifier(early_stopping=False, random_state=0, **GROWTH)
    fitted.fit(np.array(rows, np.float64), [r for item in held for r in item.right])
    return _arrays(fitted), told


def _arrays(fitted: HistGradientBoostingClassifier) -> Trees:
    """Fitted trees as arrays; a leaf leads to itself."""
    grown = [stage[0].nodes for stage in fitted._predictors]
    roots = np.cumsum([0, *map(len, grown)])[:-1]
    first, nodes = np.repeat(roots, [len(tree) for tree in grown]), np.concatenate(grown)
    leaf, here = nodes["is_leaf"].astype(bool), np.arange(len(nodes))
    return Trees(
        roots,
        nodes["feature_idx"].astype(np.int64),
        nodes["num_threshold"].astype(np.float64),
        np.where(leaf, here, first + nodes["left"]),
        np.where(leaf, here, first + nodes["right"]),
        np.where(leaf, nodes["value"], 0.0),
        base=float(fitted._baseline_prediction.ravel()[0]),
        depth=int(nodes["depth"].max()),
    )


def fit(given: Sequence[Sequence[Item]]) -> Weights:
    """Both models, from the labelled statements of some articles."""
    for fold in range(FOLDS):
        seen = fit_wording([item for i, article in enumerate(given) if i % FOLDS != fold for item in article])
        for item in (item for article in given[fold::FOLDS] for item in article):
            item.acts = seen.chances(item.text, item.statement)
    every = [item for article in given for item in article]
    return Weights(fit_wording(every), *fit_trees(every))


def write(weights: Weights, path: Path) -> None:
    """Writes the models to one file."""
    trees, wording = weights.trees, weights.wording
    np.savez_compressed(
        path,
        terms=np.array(json.dumps(wording.known)),
        weights=wording.weights.astype(np.float32),
        bias=wording.bias,
        told=np.array(json.dumps(weights.told)),
        roots=trees.roots,
        feature=trees.feature,
        threshold=trees.threshold,
        left=trees.left,
        right=trees.right,
        value=trees.value,
        base=np.array(trees.base),
        depth=np.array(trees.depth),
    )


def check(given: Sequence[Sequence[Item]]) -> None:
    """Prints how often acts and targets are right in articles that were not learnt from, beside the rules alone."""
    tallies = {"rules": Tally(), "weighed": Tally()}
    for fold in range(FOLDS):
        weights = fit([article for i, article in enumerate(given) if i % FOLDS != fold])
        for item in (item for article in given[fold::FOLDS] for item in article):
            tallies["rules"].add(item, item.statement)
            tallies["weighed"].add(item, weighed(item.text, item.statement, item.contenders, weights))
    for name, tally in tallies.items():
        print(f"{name:8} {tally}")


@dataclass(slots=True)
class Tally:
    """What was right: acts; statements with a right target of those that have one; targets of those shown."""

    of: int = 0
    acts: int = 0
    aimed: int = 0
    hit: int = 0
    shown: int = 0
    right: int = 0

    def add(self, item: Item, found: Statement) -> None:
        """Count one statement as it was found."""
        meant = {c.actor.id for c, right in zip(item.contenders, item.right, strict=True) if right}
        good = sum(ref.id in meant for ref in found.targets)
        self.of += 1
        self.acts += found.act in item.label.acts
        self.aimed += bool(item.label.targets)
        self.hit += good > 0
        self.shown += len(found.targets)
        self.right += good

    def __str__(self) -> str:
        return (
            f"act {100 * self.acts / self.of:.1f} % of {self.of}; target {100 * self.hit / self.aimed:.1f} % of "
            f"{self.aimed}; shown {100 * self.right / self.shown:.1f} % of {self.shown} right"
        )


def main() -> None:
    """Fits both models and writes them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--out", type=Path, default=MODEL)
    parser.add_argument("--check", action="store_true", help="write nothing, print how right it is on unseen articles")
    args = parser.parse_args()
    given = list(articles(args.data))
    if args.check:
        check(given)
    else:
        write(fit(given), args.out)


if __name__ == "__main__":
    main()
