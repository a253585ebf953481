"""Says no when nothing found solves the question, and why."""

from collections.abc import Sequence
from dataclasses import dataclass

from search.answer import Searched
from search.conditions import Wanted
from search.fitness import works_alone
from search.grouping import Group
from search.late import TokenMatch
from search.model_build import DEFAULT_MODEL_NAME

__all__ = ["judge", "proof_of_search"]


@dataclass(frozen=True, slots=True)
class _Bar:
    """What the best find must reach, in the likeness of tokens that one model gives.

    A long question has words that no answer repeats, so each of its tokens (up to `most_tokens`)
    lowers what is asked for by `per_token`.
    """

    likeness: float
    per_token: float
    most_tokens: int


# Three numbers a model, set so that 1 in 40 of the questions known to be answered is refused.
BARS = {DEFAULT_MODEL_NAME: _Bar(likeness=0.82, per_token=0.0015, most_tokens=40)}


def judge(groups: Sequence[Group], *, has_others: bool, wanted: Wanted, model: str) -> str | None:
    """Return the reason for a no in German, or None when the finds answer the question.

    `groups` meet the conditions read from the question; `has_others`: some finds do not. `model`
    is the encoder's identity; a model without a bar of its own never finds anything too unlike.
    """
    if not groups:
        return CONDITIONS_MISSED if has_others else NOTHING_FITS
    bar = BARS.get(model.rpartition("-")[0])
    best = groups[0].proofs[0].ranked.match
    if bar is not None and best.score < _asked(bar, best):
        return NOT_NEAR_ENOUGH
    if wanted.is_joint and works_alone(groups[0]):
        return NOBODY_TOGETHER
    return None


def proof_of_search(searched: Searched) -> str:
    """Return what was searched, in German."""
    years = f" aus den Jahren {searched.since} bis {searched.until}" if searched.since else ""
    return (
        f"Durchsucht wurden {searched.documents} Dokumente{years} mit {searched.passages} "
        f"Abschnitten über {searched.municipalities} Kommunen."
    )


NOTHING_FITS = "Keine Lösung gefunden: Kein Dokument passt zu Frage und Bedingungen."
CONDITIONS_MISSED = (
    "Keine Lösung gefunden: Was der Frage nahekommt, erfüllt ihre Bedingungen nicht."
)
NOT_NEAR_ENOUGH = (
    "Keine Lösung gefunden: Was folgt, kommt der Frage am nächsten, beantwortet sie aber "
    "vermutlich nicht."
)
NOBODY_TOGETHER = (
    "Keine gemeinsame Lösung gefunden: Am nächsten kommt, was eine Kommune für sich allein macht."
)


def _asked(bar: _Bar, match: TokenMatch) -> float:
    return bar.likeness - bar.per_token * min(len(match.likeness), bar.most_tokens)
