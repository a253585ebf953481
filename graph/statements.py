"""A statement: what the project writes into its graph, in rdflib's terms, no blank nodes."""

from dataclasses import dataclass

from rdflib import Literal, URIRef

__all__ = ["Statement"]


@dataclass(frozen=True, slots=True)
class Statement:
    """One triple; subject and predicate are named, the object is named or a literal."""

    subject: URIRef
    predicate: URIRef
    object: URIRef | Literal

    def n3(self) -> str:
        """Return the statement as one N-Triples line without its end, the order of all output."""
        return f"{self.subject.n3()} {self.predicate.n3()} {self.object.n3()}"
