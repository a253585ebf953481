"""Proofs: statements about a thing as a page shows them, each with the quotes that carry it."""

from collections.abc import Iterable
from dataclasses import dataclass

from api.view import View
from ontology.cards import DocumentCard, EvidenceCard

__all__ = ["Proof", "Shown", "proofs_of", "shown_statements", "source_documents", "values_of"]

# What only says of which kind a thing is, or how it is called: a page's form and heading say that.
_UNSHOWN = frozenset(
    {
        "http://www.w3.org/1999/02/22-rdf-syntax-ns#type",
        "http://www.w3.org/2000/01/rdf-schema#label",
        "http://www.w3.org/2002/07/owl#sameAs",
        "http://xmlns.com/foaf/0.1/name",
    }
)


@dataclass(frozen=True, slots=True)
class Proof:
    """A quote with the document it stands in."""

    quote: str
    start: int
    end: int
    page: int | None
    inferred: bool
    document: DocumentCard


@dataclass(frozen=True, slots=True)
class Shown:
    """A statement as a page shows it."""

    predicate: str
    label: str
    value: str
    iri: str | None
    evidence: tuple[Proof, ...]

    @property
    def term(self) -> str:
        """The property's name without its namespace, by which templates choose."""
        return self.predicate.rpartition("#")[2].rpartition("/")[2]


def shown_statements(view: View, iri: str) -> list[Shown]:
    """Return what is said about a thing under any of its names, by label and value."""
    return [
        Shown(
            card.predicate, card.label, card.value, card.value_iri, proofs_of(view, card.evidence)
        )
        for card in view.catalogue.statements_about(iri)
        if card.predicate not in _UNSHOWN
    ]


def proofs_of(view: View, cards: Iterable[EvidenceCard]) -> tuple[Proof, ...]:
    """Return evidence with its documents."""
    found = ((card, view.catalogue.document(card.document_id)) for card in cards)
    return tuple(
        Proof(card.quote, card.start, card.end, card.page, card.inferred, document)
        for card, document in found
        if document is not None
    )


def values_of(statements: Iterable[Shown], *terms: str) -> list[Shown]:
    """Return the statements with one of these properties, in the order the terms are given."""
    every = list(statements)
    return [shown for term in terms for shown in every if shown.term == term]


def source_documents(statements: Iterable[Shown]) -> list[DocumentCard]:
    """Return the documents that carry these statements, the newest first."""
    cards = {proof.document.id: proof.document for shown in statements for proof in shown.evidence}
    return sorted(cards.values(), key=lambda card: (card.date or "", card.id), reverse=True)
