"""Two recognisers that each learnt from one half of the lessons, to judge the other half."""

from pathlib import Path

from ingest.recogniser import Recogniser
from ontology.errors import ModelError

__all__ = ["Halves", "half_of"]

FIRST_SERIES = frozenset(
    ["ax", "cx", "gx", "ix", "mx", "px", "rx", "tx", "py", "ry", "ty"],
)
# Of the corpus and of two authors both halves have documents.
SPLIT_SERIES = frozenset(["owl", "de", "wa", "wb"])


def half_of(document: str) -> int:
    """Return 0 or 1: an author's documents are in one half, those of the corpus in both."""
    series, _, number = document.rpartition("-")
    if series in SPLIT_SERIES:
        return int(number) // 2 % 2
    return 0 if series in FIRST_SERIES else 1


class Halves:
    """A recogniser for each half of the lessons, which did not learn from it.

    What is learnt from what a network says must be learnt from documents it does not know by
    heart: it is far surer of those than of any other.
    """

    def __init__(self, without_first: Recogniser, without_second: Recogniser) -> None:
        self._recognisers = (without_first, without_second)

    @classmethod
    def open(cls, model_dir: Path, without_first: Path, without_second: Path) -> "Halves":
        """Return both over this embedder; weights that do not fit it are an error."""
        first = Recogniser.open(model_dir, without_first)
        second = Recogniser.open(model_dir, without_second)
        if first is None or second is None:
            unfit = without_second if first else without_first
            raise ModelError(
                f"{unfit} does not fit to the embedder in {model_dir}; train it over that one."
            )
        return cls(first, second)

    def of(self, document: str) -> Recogniser:
        """Return the recogniser that did not learn from this document."""
        return self._recognisers[half_of(document)]
