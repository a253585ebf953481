"""Says no when nothing found solves the question, and why."""

from collections.abc import Sequence
from dataclasses import dataclass

from search.grouping import Group
from search.model_build import DEFAULT_MODEL_NAME
from search.retrieval import Retrieved

__all__ = ["judge"]


@dataclass(frozen=True, slots=True)
class Bar:
    """What the best passage must reach, in the likeness of tokens that one model gives.

    A long question has words that no answer repeats, so each of its tokens (up to `most_tokens`)
    lowers what is asked for by `per_token`.
    """

    likeness: float
    per_token: float
    most_tokens: int


# Three numbers a model, set so that 1 in 20 of the questions known to be answered is refused. On
# questions whose answering documents were taken away that refuses half, on questions about themes
# that no document has, four in five. Ratios to the rest of the collection, lexical cover and the
# agreement of the signals were tried beside it and added nothing.
BARS = {DEFAULT_MODEL_NAME: Bar(likeness=0.82, per_token=0.0015, most_tokens=40)}


def judge(
    retrieved: Retrieved, groups: Sequence[Group], *, model: str, searched: int
) -> str | None:
    """Return the reason for a no in German, or None when the results answer the question.

    `model` is the encoder's identity; a model without a bar of its own never refuses what it
    found. `searched` is the number of documents.
    """
    if not groups:
        return NOTHING_FITS.format(searched=searched)
    bar = BARS.get(model.rpartition("-")[0])
    if bar is None or _reached(retrieved) >= _asked(bar, retrieved):
        return None
    return NOT_NEAR_ENOUGH.format(searched=searched)


NOTHING_FITS = (
    "Keine Lösung gefunden: Von {searched} durchsuchten Dokumenten passt keines zu Frage und "
    "Bedingungen."
)
NOT_NEAR_ENOUGH = (
    "Keine Lösung gefunden: Durchsucht wurden {searched} Dokumente. Was folgt, kommt der Frage am "
    "nächsten, beantwortet sie aber vermutlich nicht."
)


def _reached(retrieved: Retrieved) -> float:
    return retrieved.passages[0].match.score


def _asked(bar: Bar, retrieved: Retrieved) -> float:
    tokens = min(len(retrieved.question.weights), bar.most_tokens)
    return bar.likeness - bar.per_token * tokens
