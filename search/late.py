"""Late interaction: every token of the question looks for its like in a passage (MaxSim)."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

from search.encoder import Encoded
from search.memory import ReadyPassage
from search.products import products

__all__ = ["TokenMatch", "compare", "telling"]

# The question's vectors as whole numbers up to this; see `search.products`.
MOST_LEVEL = 63
TINY = 1e-9


@dataclass(frozen=True, slots=True)
class TokenMatch:
    """How well a passage answers each token of the question, and where in its text it does.

    `score` is the weighted mean of `likeness`, the best of the passage for each token of the
    question; `table` holds, for each token of the passage (row) and of the question (column), what
    grows with their likeness within a column, `starts` where in its text the passage's tokens
    begin, below zero in title or heading.
    """

    score: float
    likeness: NDArray[np.float32]
    table: NDArray[np.int32]
    starts: NDArray[np.int32]

    @property
    def places(self) -> NDArray[np.int32]:
        """Where in the passage each token of the question has its like."""
        return np.asarray(self.starts[self.table.argmax(axis=0)], np.int32)


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
    compared = {key: ready for key, ready in passages.items() if len(ready.starts)}
    if not compared or not len(question.weights):
        return {}
    peaks = np.maximum(np.abs(question.tokens).max(axis=1), TINY) / MOST_LEVEL
    columns = np.ascontiguousarray(np.rint(question.tokens / peaks[:, None]).astype(np.int8).T)
    table = products(np.concatenate([ready.rows for ready in compared.values()]), columns)
    ends = list(accumulate([len(ready.starts) for ready in compared.values()]))
    firsts = [0, *ends[:-1]]
    scales = np.array([ready.scale for ready in compared.values()], np.float32)
    best = np.maximum.reduceat(table, firsts, axis=0) * scales[:, None] * peaks.astype(np.float32)
    total = float(question.weights.sum())
    shares = question.weights / total if total else np.ones_like(question.weights)
    parts = zip(compared.items(), (best @ shares).tolist(), best, firsts, ends, strict=True)
    return {
        key: TokenMatch(score, likeness, table[first:end], ready.starts)
        for (key, ready), score, likeness, first, end in parts
    }
