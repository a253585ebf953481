"""Fits a logistic regression whose weights are held near zero, by Newton's method."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from ingest.decisions import Decision

__all__ = ["Row", "fit"]

STEPS = 60
CLOSE = 1e-8


@dataclass(frozen=True, slots=True)
class Row:
    """One example: its signals, whether it holds, and whether it is of a town."""

    signals: Mapping[str, float]
    holds: bool
    is_town: bool = False


def fit(rows: Iterable[Row], freedom: float) -> Decision:
    """Return the weights that explain the rows best, at a price of their squares / 2 freedom."""
    known = list(rows)
    signals = sorted({name for row in known for name in row.signals})
    values = np.array([[1.0, *(row.signals.get(s, 0.0) for s in signals)] for row in known])
    holds = np.array([float(row.holds) for row in known])
    price = np.full(len(signals) + 1, 1 / freedom)
    price[0] = 0.0
    weights = np.zeros(len(signals) + 1)
    for _ in range(STEPS):
        chances = 1 / (1 + np.exp(-values @ weights))
        slope = values.T @ (chances - holds) + price * weights
        bend = (values.T * (chances * (1 - chances))) @ values + np.diag(price)
        step = np.linalg.solve(bend, slope)
        weights -= step
        if float(np.abs(step).max()) < CLOSE:
            break
    return Decision(float(weights[0]), dict(zip(signals, map(float, weights[1:]), strict=True)))
