"""Boosted decision trees as arrays: what they say of rows of numbers (Friedman, 2001). Fitted by `training/aims.py`."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Trees:
    """The nodes of all trees, each array [nodes]; `roots` [trees] are where the trees begin, a leaf is its own child.

    A row goes to `left` where its `feature` is at most `threshold`, else to `right`; `value` is what a leaf adds.
    """

    roots: Ints
    feature: Ints
    threshold: Floats
    left: Ints
    right: Ints
    value: Floats
    base: float
    depth: int

    def chances(self, rows: Floats) -> Floats:
        """The chance [rows] that the trees give each row of numbers [rows, features]."""
        at = np.repeat(self.roots[None], len(rows), 0)
        for _ in range(self.depth):
            below = np.take_along_axis(rows, self.feature[at], 1) <= self.threshold[at]
            at = np.where(below, self.left[at], self.right[at])
        score = self.base + self.value[at].sum(1)
        chances: Floats = 1 / (1 + np.exp(-score))
        return chances
