"""Histories: what happened to an undertaking and when, in order of time."""

from collections.abc import Iterable
from dataclasses import dataclass

from api.proofs import Shown, values_of
from ontology.cards import DocumentCard

__all__ = ["Disagreement", "Moment", "disagreements", "history"]

# Of these an undertaking has one at a time; two that do not fit together contradict each other.
_ONLY_ONE = ("startDate", "endDate", "status")


@dataclass(frozen=True, slots=True, order=True)
class Moment:
    """Something that happened: an ISO date of any precision, what it was, and where to read it."""

    date: str
    kind: str
    title: str
    iri: str | None = None


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A property of which documents give values that do not fit together."""

    label: str
    statements: tuple[Shown, ...]


def history(
    statements: Iterable[Shown], documents: Iterable[DocumentCard], occasions: Iterable[Moment]
) -> list[Moment]:
    """Return begin, end, occasions and documents in order of time."""
    told = values_of(statements, "startDate", "endDate")
    moments = {
        *(Moment(shown.value, shown.term, shown.label) for shown in told),
        *(Moment(card.date, "document", card.title, card.iri) for card in documents if card.date),
        *occasions,
    }
    return sorted(moments)


def disagreements(statements: Iterable[Shown]) -> list[Disagreement]:
    """Return what documents say differently; a less precise value that agrees is no difference."""
    every = list(statements)
    found = []
    for term in _ONLY_ONE:
        given = values_of(every, term)
        values = {shown.value for shown in given}
        rivals = [shown for shown in given if not _is_vaguer(shown.value, values)]
        if len(rivals) > 1:
            found.append(Disagreement(rivals[0].label, tuple(rivals)))
    return found


def _is_vaguer(value: str, values: set[str]) -> bool:
    """Return whether another value says the same more precisely: `2020` beside `2020-08`."""
    return any(other != value and other.startswith(f"{value}-") for other in values)
