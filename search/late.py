"""Late interaction: every token of the question looks for its like in a passage (MaxSim)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from search.encoder import Encoded
from search.passage_store import TokenVectors

__all__ = ["TokenMatch", "compare"]


@dataclass(frozen=True, slots=True)
class TokenMatch:
    """How well a passage answers each token of the question, and where in its text it does.

    `score` is the weighted mean of `likeness`; `places` are character offsets in the passage's
    text, below zero where the title or heading matched best.
    """

    score: float
    likeness: NDArray[np.float32]
    places: NDArray[np.int32]


def compare(question: Encoded, passages: Mapping[int, TokenVectors]) -> dict[int, TokenMatch]:
    """Return the match of each passage; one product over all of them is quickest."""
    keys = [key for key in sorted(passages) if len(passages[key].scales)]
    if not keys or not len(question.weights):
        return {}
    likeness = _likeness(question, [passages[key] for key in keys])
    total = float(question.weights.sum())
    shares = question.weights / total if total else np.ones_like(question.weights)
    return {
        key: _best(part, passages[key].starts, shares)
        for key, part in zip(keys, likeness, strict=True)
    }


def _likeness(question: Encoded, passages: Sequence[TokenVectors]) -> list[NDArray[np.float32]]:
    levels = np.concatenate([passage.levels for passage in passages]).astype(np.float32)
    scales = np.concatenate([passage.scales for passage in passages])
    products = (levels @ question.tokens.T) * scales[:, None]
    ends = np.cumsum([len(passage.scales) for passage in passages])
    return np.split(products, ends[:-1])


def _best(
    likeness: NDArray[np.float32], starts: NDArray[np.int32], shares: NDArray[np.float32]
) -> TokenMatch:
    rows = likeness.argmax(axis=0)
    best = likeness[rows, np.arange(likeness.shape[1])]
    return TokenMatch(float(best @ shares), best, starts[rows])
