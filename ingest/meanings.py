"""What a network makes of stretches of a text: numbers for their words and for their sentences."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ingest.layout import Span

__all__ = ["Meanings", "Piece"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch that the network read at once: where its tokens stand, and a row for each."""

    span: Span
    tokens: tuple[Span, ...]
    rows: NDArray[np.float32]


class Meanings:
    """The pieces of a document; the same text gives the same numbers."""

    def __init__(self, pieces: Iterable[Piece], *, middle: float = 0.0) -> None:
        self.middle = middle
        self._pieces = sorted(pieces, key=lambda piece: piece.span)
        self._starts = [piece.span.start for piece in self._pieces]
        self._wholes = [piece.rows.mean(axis=0) for piece in self._pieces]

    def of(self, spans: Sequence[Span]) -> NDArray[np.float32] | None:
        """Return the mean over the words of these spans, then that over the pieces around them."""
        found = [one for span in spans if (one := self._of(span)) is not None]
        return np.mean(found, axis=0, dtype=np.float32) if found else None

    def _of(self, span: Span) -> NDArray[np.float32] | None:
        at = bisect_right(self._starts, span.start) - 1
        if at < 0:
            return None
        piece = self._pieces[at]
        inside = [
            i
            for i, token in enumerate(piece.tokens)
            if token.start < span.end and span.start < token.end
        ]
        if not inside:
            return None
        return np.concatenate([piece.rows[inside].mean(axis=0), self._wholes[at]])
