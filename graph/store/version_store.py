"""A store of what documents said before: each version a graph of its own, nothing merged."""

from collections.abc import Iterable, Mapping
from pathlib import Path

import pyoxigraph
from pyoxigraph import NamedNode, Quad, RdfFormat

from graph.statements import Statement
from graph.store.terms import quads_of

__all__ = ["write_versions"]


def write_versions(
    folder: Path, graphs: Mapping[str, Iterable[str]], described: Iterable[Statement]
) -> None:
    """Write a store into a new folder: N-Triples by graph, descriptions in the default graph."""
    store = pyoxigraph.Store(str(folder))
    for name, lines in graphs.items():
        graph = NamedNode(name)
        triples = pyoxigraph.parse("\n".join(lines), RdfFormat.N_TRIPLES)
        store.bulk_extend(Quad(one.subject, one.predicate, one.object, graph) for one in triples)
    anywhere = NamedNode("urn:x:any")
    store.bulk_extend(quads_of(statement, anywhere)[1] for statement in described)
    store.flush()
