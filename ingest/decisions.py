"""The learned decisions: what the signals say together, read from files in `ingest/data/`.

A decision is a logistic regression (`decisions.json`: how much each signal counts) or, where
signals count differently beside each other, boosted trees (`decision-trees.json`).
"""

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, Protocol, TypeAlias

__all__ = ["Decision", "Judge", "Tree", "Trees", "decision", "probability", "read_decisions"]

# What a leaf adds to the logarithm of the odds, or a question: the number of a signal, a threshold,
# the tree for values up to it, and the tree for values above.
Tree: TypeAlias = "float | tuple[int, float, Tree, Tree]"


class Judge(Protocol):
    """Something that weighs signals."""

    def odds(self, signals: Mapping[str, float], /) -> float:
        """Return the logarithm of the odds that what the signals describe holds."""
        ...


@dataclass(frozen=True, slots=True)
class Decision:
    """A logistic regression: the logarithm of the odds is the bias and the weighted signals."""

    bias: float
    weights: Mapping[str, float]

    def odds(self, signals: Mapping[str, float], /) -> float:
        """Return the logarithm of the odds; a signal that is missing counts nothing."""
        return self.bias + sum(
            self.weights[name] * value for name, value in signals.items() if name in self.weights
        )


@dataclass(frozen=True, slots=True)
class Trees:
    """Boosted trees: the logarithm of the odds is the bias and what a leaf of each tree adds."""

    bias: float
    signals: tuple[str, ...]
    trees: tuple[Tree, ...]

    def odds(self, signals: Mapping[str, float], /) -> float:
        """Return the logarithm of the odds; a signal that is missing is taken for 0."""
        values = [signals.get(name, 0.0) for name in self.signals]
        return self.bias + sum(_leaf(tree, values) for tree in self.trees)


def _leaf(tree: Tree, values: Sequence[float]) -> float:
    while isinstance(tree, Sequence):
        signal, threshold, up_to, above = tree
        tree = up_to if values[signal] <= threshold else above
    return tree


def decision(name: str) -> Judge:
    """Return a shipped decision by its name in the data files."""
    return _shipped()[name]


@cache
def _shipped() -> dict[str, Judge]:
    return read_decisions(files("ingest") / "data")


def read_decisions(folder: Traversable) -> dict[str, Judge]:
    """Return the decisions that the two data files of a folder hold, by name."""
    weighted, grown = _tables(folder / "decisions.json"), _tables(folder / "decision-trees.json")
    return {name: Decision(raw["bias"], raw["weights"]) for name, raw in weighted.items()} | {
        name: Trees(raw["bias"], tuple(raw["signals"]), tuple(raw["trees"]))
        for name, raw in grown.items()
    }


def _tables(file: Traversable) -> dict[str, dict[str, Any]]:
    tables: dict[str, dict[str, Any]] = json.loads(file.read_text(encoding="utf-8"))["decisions"]
    return tables


def probability(odds: float) -> float:
    """Return the probability that a logarithm of odds stands for."""
    return 1 / (1 + math.exp(-odds))
