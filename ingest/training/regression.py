"""Fits a logistic regression whose weights are held near zero, by Newton's method."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ingest.decisions import NETWORK, Decision

__all__ = ["Row", "Seen", "Vectors", "fit", "fit_seen"]

Vectors = NDArray[np.float64]

STEPS = 60
CLOSE = 1e-8
# Keeps a number that never changes from dividing by nothing.
SMALL = 1e-6


@dataclass(frozen=True, slots=True)
class Row:
    """One example: its signals, whether it holds, and whether it is of a town."""

    signals: Mapping[str, float]
    holds: bool
    is_town: bool = False


@dataclass(frozen=True, slots=True)
class Seen:
    """A decision that counts the network's opinion, and what makes the opinion of a vector."""

    decision: Decision
    lens: Vectors
    middle: float

    def signals(self, row: Row, vector: Vectors) -> dict[str, float]:
        """Return the signals of a row with the opinion on it among them."""
        opinion = float(self.lens @ vector) - self.middle
        return {**row.signals, NETWORK: 0.0 if np.isnan(opinion) else opinion}


def fit(rows: Iterable[Row], freedom: float) -> Decision:
    """Return the weights that explain the rows best, at a price of their squares / 2 freedom."""
    known = list(rows)
    signals, values = _table(known)
    price = np.array([0.0, *(1 / freedom for _ in signals)])
    weights = _solved(values, np.array([float(row.holds) for row in known]), price)
    return Decision(float(weights[0]), dict(zip(signals, map(float, weights[1:]), strict=True)))


def fit_seen(rows: Sequence[Row], vectors: Vectors, freedom: float, ease: float) -> Seen:
    """Return the weights of signals and of a network's vectors, fitted together.

    `ease` is the freedom of a vector's numbers, each brought to a spread of one.
    """
    signals, values = _table(rows)
    middle, spread = vectors.mean(axis=0), vectors.std(axis=0) + SMALL
    price = np.array([0.0, *(1 / freedom for _ in signals), *(1 / ease for _ in middle)])
    holds = np.array([float(row.holds) for row in rows])
    weights = _solved(np.hstack([values, (vectors - middle) / spread]), holds, price)
    lens = weights[len(signals) + 1 :] / spread
    table = dict(zip(signals, map(float, weights[1 : len(signals) + 1]), strict=True))
    decision = Decision(float(weights[0]), {**table, NETWORK: 1.0})
    return Seen(decision, lens, float(lens @ middle))


def _table(rows: Sequence[Row]) -> tuple[list[str], Vectors]:
    signals = sorted({name for row in rows for name in row.signals})
    values = [[1.0, *(row.signals.get(s, 0.0) for s in signals)] for row in rows]
    return signals, np.array(values)


def _solved(values: Vectors, holds: Vectors, price: Vectors) -> Vectors:
    weights = np.zeros(values.shape[1])
    for _ in range(STEPS):
        chances = 1 / (1 + np.exp(-values @ weights))
        slope = values.T @ (chances - holds) + price * weights
        bend = (values.T * (chances * (1 - chances))) @ values + np.diag(price)
        step = np.linalg.solve(bend, slope)
        weights -= step
        if float(np.abs(step).max()) < CLOSE:
            break
    return weights
