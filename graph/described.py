"""A handful of statements as a graph that can be written in every RDF format."""

from collections.abc import Iterable

from graph.statements import Statement
from graph.store import QueryResult, Store

__all__ = ["graph_of"]


def graph_of(statements: Iterable[Statement]) -> QueryResult:
    """Return the graph of these statements, as a CONSTRUCT query would."""
    store = Store()
    store.replace_graph(store.iris.graph("description"), statements)
    return store.query("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }")
