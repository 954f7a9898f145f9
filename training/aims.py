"""Fits what weighs whom statements are aimed at, from the labels in training/labels.

    python -m training.aims --data ../shared/data [--out FILE] [--check]

Boosted trees (Friedman, 2001) are told how each of those who are named stands to a statement, and learn which of them
it is aimed at. Takes less than a minute. `--check` fits on three quarters of the articles in turn and prints what is
right of the rest, by the rules alone and as weighed.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier

from answerable.extract.acts import decide_acts
from answerable.extract.contenders import Contender, Field
from answerable.extract.speakers import resolve_speakers
from answerable.extract.targets import find_targets
from answerable.extract.trees import Trees
from answerable.extract.weighing import AIMED, MODEL, Weights, weighed
from answerable.model import Document, Source, Statement
from answerable.text import Span
from evaluation.acts import same
from training.labels import Label, read_labels

FOLDS = 4
GROWTH = {"max_iter": 200, "learning_rate": 0.07, "max_depth": 5, "l2_regularization": 5, "min_samples_leaf": 30}


@dataclass(frozen=True, slots=True)
class Item:
    """A labelled statement with its rules' act and targets, and those it may be aimed at; `right` tells which are."""

    statement: Statement
    label: Label
    contenders: list[Contender]
    right: list[bool]


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
    field = Field(document, statements, actors, mentions)
    found = []
    for n, label in labels.items():
        near = field.contenders(n)
        right = [any(same(name, target) for name in c.actor.names for target in label.targets) for c in near]
        found.append(Item(statements[n], label, near, right))
    return found


def _given(document: Document, rows: Iterable[dict[str, list[list[int]]]]) -> Iterator[Statement]:
    for row in rows:
        source, cue, content = (tuple(Span(*pair) for pair in row[role]) for role in ("source", "cue", "content"))
        yield Statement(Statement.key(document.id, source, cue, content), document.id, source, cue, content)


def fit(learnt: Iterable[Item]) -> Weights:
    """The trees, from labelled statements whose act may be aimed at somebody."""
    held = [item for item in learnt if item.contenders and item.statement.act in AIMED]
    rows = [list(c.stands.values()) for item in held for c in item.contenders]
    fitted = HistGradientBoostingClassifier(early_stopping=False, random_state=0, **GROWTH)
    fitted.fit(np.array(rows, np.float64), [right for item in held for right in item.right])
    return Weights(_arrays(fitted), tuple(held[0].contenders[0].stands))


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


def write(weights: Weights, path: Path) -> None:
    """Writes the trees to one file."""
    trees = weights.trees
    np.savez_compressed(
        path,
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
    """Prints how often targets are right in articles that were not learnt from, beside the rules alone."""
    tallies = {"rules": Tally(), "weighed": Tally()}
    for fold in range(FOLDS):
        weights = fit(item for i, article in enumerate(given) if i % FOLDS != fold for item in article)
        for item in (item for article in given[fold::FOLDS] for item in article):
            aimed = item.statement.act in AIMED
            tallies["rules"].add(item, item.statement)
            tallies["weighed"].add(item, weighed(item.statement, item.contenders, weights) if aimed else item.statement)
    for name, tally in tallies.items():
        print(f"{name:8} {tally}")


@dataclass(slots=True)
class Tally:
    """What was right: statements with a right target of those that have one; targets of those shown."""

    of: int = 0
    aimed: int = 0
    hit: int = 0
    shown: int = 0
    right: int = 0

    def add(self, item: Item, found: Statement) -> None:
        """Count one statement as it was found."""
        meant = {c.actor.id for c, right in zip(item.contenders, item.right, strict=True) if right}
        good = sum(ref.id in meant for ref in found.targets)
        self.of += 1
        self.aimed += bool(item.label.targets)
        self.hit += good > 0
        self.shown += len(found.targets)
        self.right += good

    def __str__(self) -> str:
        return (
            f"{self.of} statements; target {100 * self.hit / self.aimed:.1f} % of "
            f"{self.aimed}; shown {100 * self.right / self.shown:.1f} % of {self.shown} right"
        )


def main() -> None:
    """Fits the trees and writes them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--out", type=Path, default=MODEL)
    parser.add_argument("--check", action="store_true", help="write nothing, print how right it is on unseen articles")
    args = parser.parse_args()
    given = list(articles(args.data))
    if args.check:
        check(given)
    else:
        write(fit(item for article in given for item in article), args.out)


if __name__ == "__main__":
    main()
