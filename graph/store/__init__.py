"""The persistent graph on pyoxigraph, the only part that knows that engine."""

from graph.store.engine import Store
from graph.store.results import GRAPH_FORMATS, TABLE_FORMATS, QueryResult

__all__ = ["GRAPH_FORMATS", "TABLE_FORMATS", "QueryResult", "Store"]
