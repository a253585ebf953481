"""The network's opinion: how much a name looks like an undertaking's where it stands."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from ingest.layout import Span
from ingest.meanings import Meanings

__all__ = ["LENS_FILE", "Lens", "opinion_of", "read_lens"]

LENS_FILE = "opinion.json"
# Finer digits may differ between processors.
DIGITS = 2


@dataclass(frozen=True, slots=True)
class Lens:
    """What turns the network's numbers into two, and the opinion of a middling name.

    Without numbers of its own it shows those of the network as they are.
    """

    numbers: NDArray[np.float32] | None = None
    middle: float = 0.0

    def shown(self, rows: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return the rows as two numbers each."""
        return rows if self.numbers is None else np.asarray(rows @ self.numbers, np.float32)


def read_lens(version: str) -> Lens | None:
    """Return what was learnt on the network of this version, None for any other."""
    source = files("ingest") / "data" / LENS_FILE
    raw = json.loads(source.read_text(encoding="utf-8"))
    if raw["recogniser"] != version:
        return None
    return Lens(np.array([raw["word"], raw["sentence"]], np.float32).T, raw["middle"])


def opinion_of(meanings: Meanings, spans: Sequence[Span]) -> float:
    """Return the opinion on what these spans name; what the network did not read has none."""
    found = meanings.of(spans)
    if found is None:
        return 0.0
    # The mean of the words through the first number, that of the sentences through the second.
    return round(float(found[0] + found[3]) - meanings.middle, DIGITS)
