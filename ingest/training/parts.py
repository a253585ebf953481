"""Recognisers that each learnt from all but one part of the lessons, to judge that part."""

from pathlib import Path

from ingest.recogniser import Recogniser
from ingest.training.judged import is_alike
from ontology.errors import ModelError

__all__ = ["PARTS", "Parts", "part_of"]

# Documents of the same author are in the same part.
# The last eight authors who wrote like the corpus are in the first two parts, four in each: with
# the others the last part would be half of all.
LATEST_FIRST = frozenset(["pw", "qw", "rw", "sw"])
LATEST = LATEST_FIRST | {"tw", "uw", "vw", "ww"}
FIRST_SERIES = LATEST_FIRST | {"ax", "cx", "gx", "ix", "mx"}
# Of the corpus and of two authors the first two parts have documents.
SPLIT_SERIES = frozenset(["owl", "de", "wa", "wb"])
PARTS = 3


def part_of(document: str) -> int:
    """Return 0, 1 or 2: most of the documents written like the corpus are the last part."""
    series, _, number = document.rpartition("-")
    if is_alike(document) and series not in LATEST:
        return 2
    if series in SPLIT_SERIES:
        return int(number) // 2 % 2
    return 0 if series in FIRST_SERIES else 1


class Parts:
    """A recogniser for each part of the lessons, which did not learn from it.

    What is learnt from what a network says must be learnt from documents it does not know by
    heart: it is far surer of those than of any other.
    """

    def __init__(self, *recognisers: Recogniser) -> None:
        self._recognisers = recognisers

    @classmethod
    def open(cls, model_dir: Path, *weights: Path) -> "Parts":
        """Return all over this embedder; weights that do not fit it are an error."""
        found = []
        for path in weights:
            recogniser = Recogniser.open(model_dir, path)
            if recogniser is None:
                raise ModelError(
                    f"{path} does not fit to the embedder in {model_dir}; train it over that one."
                )
            found.append(recogniser)
        return cls(*found)

    def of(self, document: str) -> Recogniser:
        """Return the recogniser that did not learn from this document."""
        return self._recognisers[part_of(document)]
