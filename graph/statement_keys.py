"""Names a statement so that decisions on it hold whichever document makes it, and however often."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rdflib import Literal, URIRef
from rdflib.namespace import ORG

from graph.statements import Statement
from ontology.iris import plain_iri
from ontology.terms import NW

__all__ = ["StatementKey", "membership_value", "membership_values", "statement_key"]


@dataclass(frozen=True, slots=True, order=True)
class StatementKey:
    """A statement by plain IRIs; a membership as value is told by its role and place."""

    subject: str
    predicate: str
    value: str

    @property
    def digest(self) -> str:
        """Twelve hexadecimal digits by which people name the statement."""
        parts = "\x1f".join((self.subject, self.predicate, self.value))
        return hashlib.sha256(parts.encode()).hexdigest()[:12]


def statement_key(statement: Statement, memberships: Mapping[URIRef, str]) -> StatementKey:
    """Return the key of a statement; `memberships` tells the values of membership nodes."""
    value = statement.object
    if isinstance(value, Literal):
        text = str(value)
    else:
        text = memberships.get(value) or plain_iri(str(value))
    return StatementKey(plain_iri(str(statement.subject)), str(statement.predicate), text)


def membership_values(statements: Iterable[Statement]) -> dict[URIRef, str]:
    """Return for each membership its role and place as one text that needs no node."""
    roles: dict[URIRef, str] = {}
    places: dict[URIRef, str] = {}
    for statement in statements:
        if statement.predicate == NW.roleName:
            roles[statement.subject] = str(statement.object)
        elif statement.predicate == ORG.organization:
            places[statement.subject] = plain_iri(str(statement.object))
    nodes = sorted({*roles, *places})
    return {node: membership_value(roles.get(node), places.get(node)) for node in nodes}


def membership_value(role: str | None, place: str | None) -> str:
    """Return a role and the plain IRI of its place as one text."""
    return f"{role or ''} @ {plain_iri(place or '')}"
