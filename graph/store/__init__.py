"""The persistent graph on pyoxigraph, the only part that knows that engine."""

from graph.store.engine import Store
from graph.store.reading import Reading, ReadingLimits, ReadingPool, Request
from graph.store.results import GRAPH_FORMATS, TABLE_FORMATS, QueryResult
from graph.store.workspace import Workspace, read_as_ntriples

__all__ = [
    "GRAPH_FORMATS",
    "TABLE_FORMATS",
    "QueryResult",
    "Reading",
    "ReadingLimits",
    "ReadingPool",
    "Request",
    "Store",
    "Workspace",
    "read_as_ntriples",
]
