"""Describes one thing as a small graph of its own: its statements and the evidence for them."""

from rdflib import URIRef

from graph.named_queries import named_query
from graph.store import QueryResult, Store

__all__ = ["describe"]


def describe(store: Store, iri: str) -> QueryResult:
    """Return the graph of what is said about a thing; it is empty for a thing nobody mentions."""
    return store.query(named_query("description"), bindings={"thing": URIRef(iri)})
