"""Says no when nothing found solves the question, and why."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from search.answer import Searched
from search.conditions import Wanted
from search.fitness import works_alone
from search.grouping import Group
from search.model_build import DEFAULT_MODEL_NAME
from search.retrieval import Retrieved

__all__ = ["CLEARLY_BELOW", "Finds", "judge", "proof_of_search"]


@dataclass(frozen=True, slots=True)
class _Bar:
    """What the best find must reach, in the likeness of tokens that one model gives.

    Half of it is the best passage's, half that of its whole document.

    A long question has words that no answer repeats, so each of its tokens (up to `most_tokens`)
    lowers what is asked for by `per_token`; an English one lowers it by `other_language`. A find
    that stands out needs less: up to `crowded` is asked for more when some other document has as
    much of the question's words.
    """

    likeness: float
    per_token: float
    most_tokens: int
    other_language: float
    crowded: float


# Chosen over five sets of questions (corpus, our officers', three of other hands over other
# documents); chosen without the set it is judged on, F1 is .82 over all of them with 6 of 139
# answerable questions refused, .78 with 7 of 139 without `crowded`. Likeness above what a token
# reaches elsewhere, the least covered rare word, the word encoded alone, margins and BM25 told
# missing conditions no better: decision 0009.
BARS = {
    DEFAULT_MODEL_NAME: _Bar(
        0.796, per_token=0.0025, most_tokens=40, other_language=0.02, crowded=0.05
    )
}
# A find that scores less than this share of the best says something else.
CLEARLY_BELOW = 0.8


@dataclass(frozen=True, slots=True)
class Finds:
    """What is judged: the finds that meet the conditions, and the best of those that do not.

    `lacking` are the reasons, in German, why each of the best finds misses what is decisive;
    empty when one of them has it.
    """

    kept: Sequence[Group]
    best_missed: Group | None
    lacking: tuple[str, ...]
    retrieved: Retrieved
    wanted: Wanted
    is_english: bool


def judge(finds: Finds, *, model: str) -> str | None:
    """Return the reason for a no in German, or None when the finds answer the question.

    `model` is the encoder's identity; a model without a bar never finds anything too unlike.
    """
    if not finds.kept:
        return CONDITIONS_MISSED if finds.best_missed else NOTHING_FITS
    best = finds.kept[0]
    missed = finds.best_missed
    if missed is not None and best.score < CLEARLY_BELOW * missed.score:
        return CONDITIONS_MISSED
    bar = BARS.get(model.rpartition("-")[0])
    if bar is not None and _likeness(best, finds.retrieved) < _asked(bar, best, finds):
        return NOT_NEAR_ENOUGH
    if finds.lacking:
        return THEME_ONLY.format(_name(best), "; ".join(finds.lacking))
    if finds.wanted.is_joint and works_alone(best):
        return NOBODY_TOGETHER
    return None


def proof_of_search(searched: Searched) -> str:
    """Return what was searched, in German."""
    years = f" aus den Jahren {searched.since} bis {searched.until}" if searched.since else ""
    verb = "wurde" if searched.documents == 1 else "wurden"
    documents = _counted(searched.documents, "Dokument", "Dokumente")
    passages = _counted(searched.passages, "Abschnitt", "Abschnitten")
    towns = _counted(searched.municipalities, "Kommune", "Kommunen")
    return f"Durchsucht {verb} {documents}{years} mit {passages} über {towns}."


def _counted(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


NOTHING_FITS = "Keine Lösung gefunden: Kein Dokument passt zu Frage und Bedingungen."
CONDITIONS_MISSED = (
    "Keine Lösung gefunden: Was der Frage nahekommt, erfüllt ihre Bedingungen nicht."
)
NOT_NEAR_ENOUGH = (
    "Keine Lösung gefunden: Was folgt, kommt der Frage am nächsten, beantwortet sie aber "
    "vermutlich nicht."
)
THEME_ONLY = "Keine Lösung gefunden: Zum Thema gibt es „{}“, doch {}."
NOBODY_TOGETHER = (
    "Keine gemeinsame Lösung gefunden: Am nächsten kommt, was eine Kommune für sich allein macht."
)


def _name(found: Group) -> str:
    return found.project.name if found.project else found.proofs[0].document.title


def _likeness(found: Group, retrieved: Retrieved) -> float:
    best = found.proofs[0].ranked
    document_id = found.proofs[0].document.id
    rows = [
        each.match.likeness
        for each in retrieved.passages
        if each.passage.document_id == document_id
    ]
    weights = retrieved.question.weights
    total = float(weights.sum())
    if not total:
        return 1.0
    return (best.match.score + float(np.max(rows, axis=0) @ weights) / total) / 2


def _asked(bar: _Bar, best: Group, finds: Finds) -> float:
    tokens = min(len(finds.retrieved.question.weights), bar.most_tokens)
    lowered = bar.other_language if finds.is_english else 0.0
    crowd = bar.crowded * _crowdedness(best, finds.retrieved.documents)
    return bar.likeness + crowd - bar.per_token * tokens - lowered


def _crowdedness(best: Group, documents: Mapping[str, float]) -> float:
    """Return how near another document comes by its words to the find's own, at most 1."""
    own = {proof.document.id for proof in best.proofs}
    reached = max((documents.get(each, 0.0) for each in own), default=0.0)
    others = max((score for each, score in documents.items() if each not in own), default=0.0)
    return min(1.0, others / reached) if reached else 1.0
