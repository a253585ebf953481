"""Disputes: what documents say differently, as pages show it, every side with its quotes."""

from dataclasses import dataclass

from api.proofs import Proof, proofs_of
from api.view import View
from graph.contradictions import Contradiction

__all__ = ["Dispute", "DisputeSide", "disputes"]


@dataclass(frozen=True, slots=True)
class DisputeSide:
    """One of the values, by the property's term as templates choose by it."""

    term: str
    value: str
    evidence: tuple[Proof, ...]


@dataclass(frozen=True, slots=True)
class Dispute:
    """A property of which documents give values that cannot all be true."""

    iri: str
    name: str
    label: str
    sides: tuple[DisputeSide, ...]


def disputes(view: View, iri: str | None = None) -> list[Dispute]:
    """Return what documents say differently about one undertaking, or about any."""
    wanted = view.catalogue.names_of_one(iri)[0] if iri else None
    return [
        _dispute(view, one)
        for one in view.contradictions
        if wanted in (None, one.iri) and not (one.is_within and wanted is None)
    ]


def _dispute(view: View, found: Contradiction) -> Dispute:
    term = found.predicate.rpartition("#")[2]
    counted = f" {found.counts}" if found.counts else ""
    sides = tuple(
        DisputeSide(term, f"{side.value}{counted}", proofs_of(view, side.evidence))
        for side in found.sides
    )
    return Dispute(found.iri, found.name, found.label, sides)
