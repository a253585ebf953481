"""The network's opinion: how much a name looks like an undertaking's where it stands."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ingest.layout import Span

__all__ = ["OPINION", "Opinions", "Reading"]

# What every signal of an opinion begins with.
OPINION = "network_"
# Finer digits may differ between processors.
DIGITS = 2
# Logarithms of odds beyond this say nothing more; a third of them is of the size of other signals.
MOST, SCALE = 8.0, 3.0
# The least share of a name that goes on behind its end.
LEAST = 1e-4


@dataclass(frozen=True, slots=True)
class Reading:
    """Words that the network read at once, and three scores for each word.

    They are those of standing outside the name of an undertaking, of beginning one and of
    continuing one.
    """

    words: tuple[Span, ...]
    scores: NDArray[np.float32]


class Opinions:
    """What the network made of a document's words; the same text gives the same numbers."""

    def __init__(self, readings: Iterable[Reading]) -> None:
        known = [one for one in readings if one.words]
        rows = [_shares(one.scores) for one in known]
        words = [word for one in known for word in one.words]
        order = sorted(range(len(words)), key=lambda at: words[at])
        self._starts = [words[at].start for at in order]
        self._ends = [words[at].end for at in order]
        self._rows = np.vstack(rows)[order] if rows else np.zeros((0, 4))

    def of(self, spans: Sequence[Span]) -> dict[str, float]:
        """Return the signals of what these spans name; what the network did not read has none.

        The odds that all words belong to a name: those where they are best, their mean and the
        logarithm of their sum over all places; at the best place also those of the least likely
        word and of a name beginning there, and how likely no name goes on behind it.
        """
        found = [rows for span in spans if len(rows := self._within(span))]
        if not found:
            return {}
        odds = [np.logaddexp(rows[:, 1], rows[:, 2]) - rows[:, 0] for rows in found]
        means = np.array([one.mean() for one in odds]).clip(-MOST, MOST)
        best = int(means.argmax())
        rows = found[best]
        begins = rows[0, 1] - np.logaddexp(rows[0, 0], rows[0, 2])
        signals = {
            "best": means[best] / SCALE,
            "mean": means.mean() / SCALE,
            "sum": np.log(np.exp(means).sum()) / SCALE,
            "least": odds[best].min().clip(-MOST, MOST) / SCALE,
            "begins": begins.clip(-MOST, MOST) / SCALE,
            "ends": np.log(max(LEAST, 1 - np.exp(rows[-1, 3]))),
        }
        return {OPINION + name: round(float(value), DIGITS) for name, value in signals.items()}

    def _within(self, span: Span) -> NDArray[np.float64]:
        first = bisect_right(self._ends, span.start)
        return self._rows[first : bisect_left(self._starts, span.end)]


def _shares(scores: NDArray[np.float32]) -> NDArray[np.float64]:
    """Return logarithms of shares, with that of the next word continuing a name in a column."""
    rows = scores.astype(np.float64)
    rows -= rows.max(axis=1, keepdims=True)
    rows -= np.log(np.exp(rows).sum(axis=1, keepdims=True))
    follows = np.append(rows[1:, 2], np.log(LEAST))
    return np.column_stack([rows, follows])
