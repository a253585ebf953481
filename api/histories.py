"""Histories: what happened to an undertaking and when, in order of time."""

from collections.abc import Iterable
from dataclasses import dataclass

from api.proofs import Shown, values_of
from ontology.cards import DocumentCard

__all__ = ["Moment", "history"]


@dataclass(frozen=True, slots=True, order=True)
class Moment:
    """Something that happened: an ISO date of any precision, what it was, and where to read it."""

    date: str
    kind: str
    title: str
    iri: str | None = None


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
    # Two documents may tell of one award under names of their own.
    once = {(moment.date, moment.kind, moment.title): moment for moment in sorted(moments)}
    return list(once.values())
