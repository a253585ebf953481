"""The vocabulary's terms with their labels and definitions, for people and for editors."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from rdflib import OWL, RDF, RDFS, SKOS, Graph, URIRef
from rdflib.term import Node

from ontology.iris import ONTOLOGY
from ontology.terms import PREFIXES

__all__ = ["Term", "foreign_terms", "own_terms", "short"]

SHACL_PATH = URIRef("http://www.w3.org/ns/shacl#path")
SHACL_CLASS = URIRef("http://www.w3.org/ns/shacl#targetClass")
_KINDS = {OWL.Class: "class", OWL.ObjectProperty: "property", OWL.DatatypeProperty: "property"}


@dataclass(frozen=True, slots=True)
class Term:
    """A class or property; labels and definitions by language, broader and related terms by IRI."""

    iri: str
    kind: str
    labels: dict[str, str] = field(default_factory=dict)
    definitions: dict[str, str] = field(default_factory=dict)
    above: tuple[str, ...] = ()
    domain: str | None = None
    range: str | None = None

    @property
    def name(self) -> str:
        """The term as queries write it: prefix and local name."""
        return short(self.iri)

    @property
    def local(self) -> str:
        """The term's name within the vocabulary."""
        return self.iri.removeprefix(ONTOLOGY)


def short(iri: str) -> str:
    """Return an IRI with its prefix, the IRI itself where none fits."""
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri


@cache
def own_terms() -> tuple[Term, ...]:
    """Return the classes and properties of the vocabulary, classes first, each by name."""
    graph = _read("core.ttl")
    found = [
        _term(graph, node, kind)
        for of, kind in _KINDS.items()
        for node in graph.subjects(RDF.type, of)
    ]
    return tuple(sorted(found, key=lambda term: (term.kind, term.local.casefold())))


@cache
def foreign_terms() -> tuple[Term, ...]:
    """Return the classes and properties of other vocabularies that the shapes speak of."""
    shapes = _read("shapes.ttl")
    found = {
        Term(str(node), kind).iri: Term(str(node), kind)
        for of, kind in ((SHACL_CLASS, "class"), (SHACL_PATH, "property"))
        for node in shapes.objects(None, of)
        if isinstance(node, URIRef) and not node.startswith(ONTOLOGY)
    }
    return tuple(sorted(found.values(), key=lambda term: term.name))


def _term(graph: Graph, node: Node, kind: str) -> Term:
    above = sorted(
        map(str, (*graph.objects(node, RDFS.subClassOf), *graph.objects(node, RDFS.subPropertyOf)))
    )
    return Term(
        str(node),
        kind,
        dict(_by_language(graph, node, RDFS.label)),
        dict(_by_language(graph, node, SKOS.definition)),
        tuple(above),
        _iri(graph.value(node, RDFS.domain)),
        _iri(graph.value(node, RDFS.range)),
    )


def _by_language(graph: Graph, node: Node, predicate: URIRef) -> Iterator[tuple[str, str]]:
    for value in graph.objects(node, predicate):
        language = getattr(value, "language", None)
        if language:
            yield language, str(value)


def _iri(node: Node | None) -> str | None:
    return str(node) if isinstance(node, URIRef) else None


def _read(name: str) -> Graph:
    source = files("ontology") / name
    return Graph().parse(data=source.read_text(encoding="utf-8"), format="turtle")
