"""The learned decisions: how much each signal counts, read from `ingest/data/decisions.json`."""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

__all__ = ["Decision", "decision", "probability"]


@dataclass(frozen=True, slots=True)
class Decision:
    """A logistic regression: the logarithm of the odds is the bias and the weighted signals."""

    bias: float
    weights: Mapping[str, float]

    def odds(self, signals: Mapping[str, float]) -> float:
        """Return the logarithm of the odds; a signal that is missing counts nothing."""
        return self.bias + sum(
            self.weights[name] * value for name, value in signals.items() if name in self.weights
        )


@cache
def decision(name: str) -> Decision:
    """Return a decision by its name in the data file."""
    source = files("ingest") / "data" / "decisions.json"
    raw = json.loads(source.read_text(encoding="utf-8"))["decisions"][name]
    return Decision(raw["bias"], raw["weights"])


def probability(odds: float) -> float:
    """Return the probability that a logarithm of odds stands for."""
    return 1 / (1 + math.exp(-odds))
