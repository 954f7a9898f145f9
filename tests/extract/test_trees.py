"""Boosted trees as arrays: which leaf a row comes to, and what the leaves add up to."""

from __future__ import annotations

import numpy as np

from answerable.extract.trees import Trees

# x0 <= 1 ? (x1 <= 5 ? -1 : 2) : 3, and a tree that is one leaf
TREES = Trees(
    roots=np.array([0, 5]),
    feature=np.array([0, 1, 0, 0, 0, 0]),
    threshold=np.array([1.0, 5.0, 0.0, 0.0, 0.0, 0.0]),
    left=np.array([1, 3, 2, 3, 4, 5]),
    right=np.array([2, 4, 2, 3, 4, 5]),
    value=np.array([0.0, 0.0, 3.0, -1.0, 2.0, 0.5]),
    base=-0.5,
    depth=2,
)


def test_a_row_goes_left_at_most_and_adds_its_leaves() -> None:
    rows = np.array([[1.0, 5.0], [1.0, 5.1], [1.1, 0.0]])
    assert np.allclose(TREES.chances(rows), 1 / (1 + np.exp(-np.array([-1.0, 2.0, 3.0]))))


def test_a_row_says_the_same_alone_and_among_others() -> None:
    rows = np.random.default_rng(1).normal(2, 3, (50, 2))
    together = TREES.chances(rows)
    assert [float(TREES.chances(rows[i : i + 1])[0]) for i in range(50)] == together.tolist()
