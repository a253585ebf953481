"""What reconciling and people's decisions change in a document's statements before they are stored.

A document's graph is a pure function of its reading and its amendments.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from rdflib import RDF, Literal, URIRef
from rdflib.namespace import ORG

from graph.statement_keys import StatementKey, membership_values, statement_key
from graph.statements import Statement
from ontology.iris import BASE, Iris

__all__ = ["Amendments", "PartedIris", "without_refused"]


@dataclass(frozen=True, slots=True)
class Amendments:
    """Which bearer of an ambiguous name is meant, by plain IRI, and what people refused."""

    parts: Mapping[str, str] = field(default_factory=dict)
    refused: frozenset[StatementKey] = frozenset()

    def iris(self, base: str = BASE) -> Iris:
        """Return IRIs that lead a name to the bearer that is meant."""
        return PartedIris(base, self.parts) if self.parts else Iris(base)


@dataclass(frozen=True, slots=True)
class PartedIris(Iris):
    """IRIs of one document in which some names mean one of several bearers."""

    parts: Mapping[str, str] = field(default_factory=dict)

    def person(self, name: str) -> str:
        """Return the IRI of the person meant by a name."""
        return self._part(Iris.person(self, name))

    def organisation(self, name: str) -> str:
        """Return the IRI of the organisation meant by a name."""
        return self._part(Iris.organisation(self, name))

    def project(self, name: str, anchor: str | None = None) -> str:
        """Return the IRI of the undertaking meant by a name."""
        return self._part(Iris.project(self, name, anchor))

    def _part(self, iri: str) -> str:
        return self.parts.get(iri, iri)


def without_refused(
    statements: Sequence[Statement], refused: frozenset[StatementKey]
) -> list[Statement]:
    """Return the statements but those that people refused, and the evidence for these.

    To refuse that something is of its kind is to refuse all that is said of it.
    """
    if not refused:
        return list(statements)
    memberships = membership_values(statements)
    gone = {
        statement for statement in statements if statement_key(statement, memberships) in refused
    }
    if not gone:
        return list(statements)
    things: set[URIRef | Literal] = {
        statement.subject for statement in gone if statement.predicate == RDF.type
    }
    things |= {
        statement.object
        for statement in gone
        if statement.predicate == ORG.hasMembership and isinstance(statement.object, URIRef)
    }
    things |= _memberships_of(things, statements)
    claims = {(each.subject, each.predicate, each.object) for each in gone}
    proofs = _proofs(statements, claims, things)
    return [
        statement
        for statement in statements
        if statement not in gone
        and statement.subject not in things
        and statement.object not in things
        and statement.subject not in proofs
    ]


def _memberships_of(things: set[URIRef | Literal], statements: Sequence[Statement]) -> set[URIRef]:
    return {
        statement.subject
        for statement in statements
        if statement.predicate == ORG.member and statement.object in things
    }


def _proofs(
    statements: Sequence[Statement],
    claims: set[tuple[URIRef, URIRef, URIRef | Literal]],
    things: set[URIRef | Literal],
) -> set[URIRef]:
    """Return the evidence nodes that carry a refused claim or speak of a refused thing."""
    said: dict[URIRef, dict[URIRef, object]] = {}
    for statement in statements:
        if statement.predicate in {RDF.subject, RDF.predicate, RDF.object}:
            said.setdefault(statement.subject, {})[statement.predicate] = statement.object
    return {
        node
        for node, parts in said.items()
        if (parts[RDF.subject], parts[RDF.predicate], parts[RDF.object]) in claims
        or parts[RDF.subject] in things
        or parts[RDF.object] in things
    }
