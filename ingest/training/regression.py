"""Fits a logistic regression whose weights are held near zero, by Newton's method."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ingest.decisions import Decision

__all__ = ["Row", "fit"]

Vectors = NDArray[np.float64]

STEPS = 60
CLOSE = 1e-8


@dataclass(frozen=True, slots=True)
class Row:
    """One example: its signals, whether it holds, whether it is of a town, how much it counts."""

    signals: Mapping[str, float]
    holds: bool
    is_town: bool = False
    weight: float = 1.0


def fit(rows: Iterable[Row], freedom: float) -> Decision:
    """Return the weights that explain the rows best, at a price of their squares / 2 freedom."""
    known = list(rows)
    signals, values = _table(known)
    price = np.array([0.0, *(1 / freedom for _ in signals)])
    holds = np.array([float(row.holds) for row in known])
    weights = _solved(values, holds, np.array([row.weight for row in known]), price)
    return Decision(float(weights[0]), dict(zip(signals, map(float, weights[1:]), strict=True)))


def _table(rows: Sequence[Row]) -> tuple[list[str], Vectors]:
    signals = sorted({name for row in rows for name in row.signals})
    values = [[1.0, *(row.signals.get(s, 0.0) for s in signals)] for row in rows]
    return signals, np.array(values)


def _solved(values: Vectors, holds: Vectors, counts: Vectors, price: Vectors) -> Vectors:
    weights = np.zeros(values.shape[1])
    for _ in range(STEPS):
        chances = 1 / (1 + np.exp(-values @ weights))
        slope = values.T @ (counts * (chances - holds)) + price * weights
        bend = (values.T * (counts * chances * (1 - chances))) @ values + np.diag(price)
        step = np.linalg.solve(bend, slope)
        weights -= step
        if float(np.abs(step).max()) < CLOSE:
            break
    return weights
