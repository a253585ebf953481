"""Late interaction: every token of the question looks for its like in a passage (MaxSim)."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from search.encoder import Encoded
from search.memory import ReadyPassage

__all__ = ["TokenMatch", "compare", "telling"]


@dataclass(frozen=True, slots=True)
class TokenMatch:
    """How well a passage answers each token of the question, and where in its text it does.

    `score` is the weighted mean of `likeness`; `places` are character offsets in the passage's
    text, below zero where the title or heading matched best.
    """

    score: float
    likeness: NDArray[np.float32]
    places: NDArray[np.int32]


def telling(question: Encoded) -> Encoded:
    """Return a question without the tokens that weigh nothing, unless none weighs anything."""
    kept = question.weights > 0
    if kept.all() or not kept.any():
        return question
    return replace(
        question,
        tokens=np.ascontiguousarray(question.tokens[kept]),
        weights=question.weights[kept],
        starts=question.starts[kept],
    )


def compare(question: Encoded, passages: Mapping[int, ReadyPassage]) -> dict[int, TokenMatch]:
    """Return the match of each passage that has tokens, in the order of the passages."""
    if not len(question.weights):
        return {}
    total = float(question.weights.sum())
    shares = question.weights / total if total else np.ones_like(question.weights)
    asked = np.ascontiguousarray(question.tokens.T)
    columns = np.arange(asked.shape[1])
    matches = {}
    for key, ready in passages.items():
        if len(ready.starts):
            likeness = ready.tokens @ asked
            rows = likeness.argmax(axis=0)
            best = likeness[rows, columns]
            matches[key] = TokenMatch(float(best @ shares), best, ready.starts[rows])
    return matches
