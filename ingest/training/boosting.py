"""Grows boosted trees over signals (Friedman, Stochastic Gradient Boosting, 2002)."""

import math
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble import GradientBoostingClassifier

from ingest.decisions import Tree, Trees
from ingest.training.regression import Row

__all__ = ["grow"]

# With a third of the authors left out at a time, 200 to 500 trees of 8 to 20 leaves differ by .005.
TREES, LEAVES, LEAST_ROWS = 200, 12, 15
RATE = 0.07
# Each tree sees half of the rows, each question the root of the number of signals.
SHARE = 0.5
DIGITS = 4


def grow(rows: Iterable[Row]) -> Trees:
    """Return trees that explain the rows; the same rows give the same trees."""
    known = list(rows)
    signals = sorted({name for row in known for name in row.signals})
    holds = np.array([row.holds for row in known])
    counts = np.array([row.weight for row in known])
    booster = GradientBoostingClassifier(
        n_estimators=TREES,
        max_leaf_nodes=LEAVES,
        max_depth=None,
        min_samples_leaf=LEAST_ROWS,
        learning_rate=RATE,
        subsample=SHARE,
        max_features="sqrt",
        random_state=0,
    )
    booster.fit(_table(known, signals), holds, sample_weight=counts)
    # What is known without any signal: how often it holds.
    share = float((counts * holds).sum() / counts.sum())
    trees = tuple(_tree(each.tree_, 0) for each in booster.estimators_[:, 0])
    return Trees(round(math.log(share / (1 - share)), DIGITS), tuple(signals), trees)


def _table(rows: Sequence[Row], signals: Sequence[str]) -> NDArray[np.float32]:
    columns = {name: column for column, name in enumerate(signals)}
    table = np.zeros((len(rows), len(signals)), np.float32)
    for line, row in enumerate(rows):
        for name, value in row.signals.items():
            table[line, columns[name]] = value
    return table


def _tree(grown: Any, node: int) -> Tree:  # noqa: ANN401 -- the library's class has no public name
    below = int(grown.children_left[node])
    if below < 0:
        return round(RATE * float(grown.value[node, 0, 0]), DIGITS)
    return (
        int(grown.feature[node]),
        round(float(grown.threshold[node]), DIGITS),
        _tree(grown, below),
        _tree(grown, int(grown.children_right[node])),
    )
