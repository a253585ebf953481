"""What points at a thing, and what a document states: the two looks that go against the grain."""

from dataclasses import dataclass

from rdflib import URIRef

from graph.store import Store

__all__ = ["DocumentClaim", "Pointer", "claims_in", "pointers_to"]


@dataclass(frozen=True, slots=True)
class Pointer:
    """A thing that points at another, and the property by which it does."""

    subject: str
    predicate: str


@dataclass(frozen=True, slots=True)
class DocumentClaim:
    """A statement that a document makes, and where; `is_thing` tells an IRI from a text."""

    subject: str
    predicate: str
    value: str
    is_thing: bool
    start: int
    end: int


def pointers_to(store: Store, iri: str) -> tuple[Pointer, ...]:
    """Return what points at a thing, evidence left out, in a fixed order."""
    rows = store.rows("references_to", thing=URIRef(iri))
    return tuple(Pointer(row["subject"] or "", row["predicate"] or "") for row in rows)


def claims_in(store: Store, document_iri: str) -> tuple[DocumentClaim, ...]:
    """Return all that a document states, in the order of its text."""
    return tuple(
        DocumentClaim(
            subject=row["thing"] or "",
            predicate=row["predicate"] or "",
            value=row["value"] or "",
            is_thing=row["is_thing"] == "true",
            start=int(row["start"] or 0),
            end=int(row["end"] or 0),
        )
        for row in store.rows("evidence_in_document", document=URIRef(document_iri))
    )
