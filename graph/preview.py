"""What a document would state, before anything is stored: its things, each with its statements."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rdflib import RDF, RDFS, Literal, URIRef
from rdflib.namespace import FOAF, ORG

from graph.mentions import kind_of
from graph.statement_keys import StatementKey, membership_values, statement_key
from graph.statements import Statement
from ontology.terms import NW

__all__ = ["PreviewProof", "PreviewStatement", "PreviewThing", "preview"]

# What only says of which kind a thing is and how it is called shows in its heading.
_UNTOLD = frozenset({RDF.type, RDFS.label, FOAF.name, NW.surface, NW.ags})
_NAMES = (FOAF.name, RDFS.label, NW.surface)


@dataclass(frozen=True, slots=True, order=True)
class PreviewProof:
    """A quote that carries a statement."""

    start: int
    end: int
    quote: str
    confidence: float
    is_inferred: bool


@dataclass(frozen=True, slots=True)
class PreviewStatement:
    """A statement and the key by which a person refuses or corrects it.

    `value_iri` is set where the value is a thing. A membership is shown as its place, `role` is
    what it is held as.
    """

    key: StatementKey
    predicate: str
    value: str
    value_iri: str | None
    role: str | None
    proofs: tuple[PreviewProof, ...]


@dataclass(frozen=True, slots=True)
class PreviewThing:
    """A thing that the document tells of; `key` is that the document mentions it.

    `name_key` is that it is called so, None where its name stands in the gazetteer.
    """

    key: StatementKey
    iri: str
    kind: str
    name: str
    name_key: StatementKey | None
    statements: tuple[PreviewStatement, ...]
    proofs: tuple[PreviewProof, ...]


def preview(statements: Sequence[Statement], document_iri: str) -> tuple[PreviewThing, ...]:
    """Return the things of one document in the order in which it first names them."""
    drawn = _Drawing(statements)
    things = [
        drawn.thing(str(each.object), statement_key(each, drawn.memberships))
        for each in statements
        if each.predicate == NW.mentions and str(each.subject) == document_iri
    ]
    return tuple(sorted(things, key=lambda each: (each.proofs[:1], each.iri)))


class _Drawing:
    def __init__(self, statements: Sequence[Statement]) -> None:
        self.memberships = membership_values(statements)
        self._about: defaultdict[str, list[Statement]] = defaultdict(list)
        for each in statements:
            self._about[str(each.subject)].append(each)
        self._proofs = _proofs(self._about.values())

    def thing(self, iri: str, key: StatementKey) -> PreviewThing:
        told = [self._statement(each) for each in self._about[iri] if each.predicate not in _UNTOLD]
        return PreviewThing(
            key=key,
            iri=iri,
            kind=kind_of(iri),
            name=self._name(iri),
            name_key=self._name_key(iri),
            statements=tuple(sorted(told, key=lambda each: (each.proofs[:1], each.key))),
            proofs=tuple(sorted(self._proofs.get((key.subject, key.predicate, iri), ()))),
        )

    def _statement(self, each: Statement) -> PreviewStatement:
        parts = (str(each.subject), str(each.predicate), str(each.object))
        role = None
        value_iri = None if isinstance(each.object, Literal) else str(each.object)
        if each.predicate == ORG.hasMembership and value_iri:
            role, value_iri = self._held(value_iri)
        return PreviewStatement(
            key=statement_key(each, self.memberships),
            predicate=str(each.predicate),
            value=self._name(value_iri) if value_iri else str(each.object if not role else ""),
            value_iri=value_iri,
            role=role,
            proofs=tuple(sorted(self._proofs.get(parts, ()))),
        )

    def _name_key(self, iri: str) -> StatementKey | None:
        names = [each for each in self._about[iri] if each.predicate in {FOAF.name, RDFS.label}]
        return statement_key(names[0], self.memberships) if names else None

    def _held(self, membership: str) -> tuple[str | None, str | None]:
        said = {each.predicate: str(each.object) for each in self._about[membership]}
        return said.get(NW.roleName), said.get(ORG.organization)

    def _name(self, iri: str) -> str:
        said = {each.predicate: str(each.object) for each in self._about.get(iri, ())}
        return next((said[one] for one in _NAMES if one in said), "")


def _proofs(
    nodes: Iterable[Sequence[Statement]],
) -> dict[tuple[str, str, str], set[PreviewProof]]:
    found: defaultdict[tuple[str, str, str], set[PreviewProof]] = defaultdict(set)
    for node in nodes:
        said: dict[URIRef, str] = {each.predicate: str(each.object) for each in node}
        if NW.quote not in said:
            continue
        proof = PreviewProof(
            int(said[NW.start]),
            int(said[NW.end]),
            said[NW.quote],
            float(said[NW.confidence]),
            said.get(NW.inferred) == "true",
        )
        found[said[RDF.subject], said[RDF.predicate], said[RDF.object]].add(proof)
    return dict(found)
