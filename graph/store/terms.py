"""The border between rdflib's terms and the engine's, both ways in one place."""

from functools import lru_cache

from pyoxigraph import BlankNode, DefaultGraph, NamedNode, Quad
from pyoxigraph import Literal as EngineLiteral
from rdflib import XSD, Literal, URIRef
from rdflib.term import Node

from graph.statements import Statement

__all__ = ["EngineTerm", "from_engine", "lexical", "quads_of", "statement_of", "to_engine"]

EngineTerm = NamedNode | EngineLiteral


def to_engine(term: Node) -> EngineTerm:
    """Return the engine's term for one of rdflib's; blank nodes and variables are refused."""
    if isinstance(term, URIRef):
        return NamedNode(str(term))
    if isinstance(term, Literal):
        if term.language:
            return EngineLiteral(str(term), language=term.language)
        if term.datatype:
            return EngineLiteral(str(term), datatype=NamedNode(str(term.datatype)))
        return EngineLiteral(str(term))
    msg = f"{term!r} cannot be stored: the graph holds IRIs and literals only"
    raise TypeError(msg)


def from_engine(term: object) -> URIRef | Literal:
    """Return rdflib's term for one of the engine's; blank nodes are refused."""
    if isinstance(term, NamedNode):
        return _iri(term.value)
    if isinstance(term, EngineLiteral):
        if term.language:
            return Literal(term.value, lang=term.language)
        # A plain literal and one typed xsd:string are one term; rdflib keeps them apart.
        kind = _iri(term.datatype.value)
        return Literal(term.value, datatype=None if kind == XSD.string else kind, normalize=False)
    msg = f"{term!r} is neither an IRI nor a literal; nothing else was ever stored"
    raise TypeError(msg)


@lru_cache(maxsize=4096)
def _iri(value: str) -> URIRef:
    """Return an IRI; most come again at once, as a predicate or the subject of the next quad."""
    return URIRef(value)


def lexical(term: object) -> str | None:
    """Return an engine term's bare text, None for a variable that is not bound."""
    if term is None:
        return None
    if isinstance(term, NamedNode | EngineLiteral | BlankNode):
        return term.value
    msg = f"{term!r} has no single text; select its parts"
    raise TypeError(msg)


def quads_of(statement: Statement, graph: NamedNode) -> tuple[Quad, Quad]:
    """Return a statement in its named graph and its copy in the default graph."""
    subject, predicate = NamedNode(str(statement.subject)), NamedNode(str(statement.predicate))
    value = to_engine(statement.object)
    return (
        Quad(subject, predicate, value, graph),
        Quad(subject, predicate, value, DefaultGraph()),
    )


def statement_of(quad: Quad) -> Statement:
    """Return the statement that a stored quad holds."""
    subject, predicate = from_engine(quad.subject), from_engine(quad.predicate)
    if isinstance(subject, URIRef) and isinstance(predicate, URIRef):
        return Statement(subject, predicate, from_engine(quad.object))
    msg = f"{quad!r} has a literal where only an IRI can stand"
    raise TypeError(msg)
