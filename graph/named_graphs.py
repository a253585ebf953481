"""What there is to say of a named graph as a whole."""

from rdflib import URIRef

from graph.store import Store

__all__ = ["graph_size"]


def graph_size(store: Store, graph_iri: str) -> int:
    """Return the number of statements in a named graph."""
    rows = list(store.rows("graph_size", graph=URIRef(graph_iri)))
    return int(rows[0]["statements"] or 0) if rows else 0
