"""What reconciling and people's decisions change in a document's statements before they are stored.

A document's graph is a pure function of its reading and its amendments.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from rdflib import RDF, Literal, URIRef
from rdflib.namespace import ORG

from graph.dates import DATATYPES, date_literal
from graph.statement_keys import StatementKey, membership_values, statement_key
from graph.statements import Statement
from ontology.iris import BASE, Iris
from ontology.terms import NW

__all__ = ["Amendments", "PartedIris", "amended"]


@dataclass(frozen=True, slots=True)
class Amendments:
    """Which bearer of an ambiguous name is meant, and what people refused or corrected.

    `parts` go from plain IRI to the bearer's, `corrected` from a statement to its right value.
    """

    parts: Mapping[str, str] = field(default_factory=dict)
    refused: frozenset[StatementKey] = frozenset()
    corrected: Mapping[StatementKey, str] = field(default_factory=dict)

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


def amended(statements: Sequence[Statement], amendments: Amendments) -> list[Statement]:
    """Return the statements with corrected values, without what people refused and its evidence.

    To refuse that something is of its kind, or that the document mentions it, is to refuse all
    that is said of it.
    """
    return _without_refused(_corrected(statements, amendments.corrected), amendments.refused)


def _corrected(
    statements: Sequence[Statement], corrected: Mapping[StatementKey, str]
) -> list[Statement]:
    if not corrected:
        return list(statements)
    memberships = membership_values(statements)
    found = {
        statement: replace(statement, object=_as_before(statement.object, right))
        for statement in statements
        if isinstance(statement.object, Literal)
        if (right := corrected.get(statement_key(statement, memberships))) is not None
    }
    claims = {
        (each.subject, each.predicate, each.object): new.object for each, new in found.items()
    }
    proofs = {
        node: claims[parts]
        for node, parts in _said_by_evidence(statements).items()
        if parts in claims
    }
    return [
        replace(each, object=proofs[each.subject])
        if each.predicate == RDF.object and each.subject in proofs
        else found.get(each, each)
        for each in statements
    ]


def _as_before(value: Literal, right: str) -> Literal:
    """Return the right value in the form that the wrong one had."""
    if value.datatype in DATATYPES.values():
        return date_literal(right) or Literal(right)
    return Literal(right, datatype=value.datatype, lang=value.language, normalize=False)


def _without_refused(
    statements: Sequence[Statement], refused: frozenset[StatementKey]
) -> list[Statement]:
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
        if statement.predicate in {ORG.hasMembership, NW.mentions}
        and isinstance(statement.object, URIRef)
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
    return {
        node
        for node, parts in _said_by_evidence(statements).items()
        if parts in claims or parts[0] in things or parts[2] in things
    }


def _said_by_evidence(
    statements: Sequence[Statement],
) -> dict[URIRef, tuple[URIRef, URIRef, URIRef | Literal]]:
    """Return for each evidence node the statement that it carries."""
    said: dict[URIRef, dict[URIRef, URIRef | Literal]] = {}
    for statement in statements:
        if statement.predicate in {RDF.subject, RDF.predicate, RDF.object}:
            said.setdefault(statement.subject, {})[statement.predicate] = statement.object
    return {
        node: (URIRef(parts[RDF.subject]), URIRef(parts[RDF.predicate]), parts[RDF.object])
        for node, parts in said.items()
    }
