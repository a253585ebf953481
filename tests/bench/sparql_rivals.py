"""Our endpoint beside the engine called directly, Virtuoso and rdflib, query by query in one run.

usage: python -m tests.bench.sparql_rivals [--statements 100000] [--rdflib-up-to 100000]

The long part: --statements 100000 1000000 5000000 --hard. The graph is that of
`tests.bench.sparql`. Virtuoso is filled by our own remote store and asked over HTTP; rdflib holds
the same statements in memory, in this process. Each query is asked of all in turn, medians of
several rounds; where counts of rows differ it is said.
"""

import argparse
import http.client
import json
import statistics
import sys
import tempfile
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from urllib.parse import urlencode, urlsplit

import rdflib

from api.layout import Layout
from graph.store import Store
from graph.store.remote import RemoteStore
from graph.store.remote_server import RemoteAddress
from ontology.iris import Iris
from tests.bench.machine import machine
from tests.bench.sparql import PREFIXES, TYPICAL, build, get, ms, row_count, served_home
from tests.servers import VIRTUOSO, served

__all__ = ["HARD", "main"]

ROUNDS = 5
BUFFERS = 170_000  # 1.4 GB, which holds five million statements
_COUNTY = "<https://w3id.org/nachbarwissen/id/county/00003>"
# Where an engine that plans for analytics is at home.
HARD = {
    "text by regex": 'SELECT (COUNT(*) AS ?n) { ?x nw:result ?t FILTER(REGEX(?t, "von 77$")) }',
    "partners of partners": f"SELECT (COUNT(DISTINCT ?b) AS ?n) {{ ?town nw:partOf {_COUNTY} . "
    "?one nw:participant ?town, ?a . ?two nw:participant ?a, ?b }",
    "count by county": "SELECT ?county (COUNT(?project) AS ?n) { ?project nw:lead ?town . "
    "?town nw:partOf ?county } GROUP BY ?county",
    "without an end": "SELECT (COUNT(*) AS ?n) { ?x nw:startDate ?s MINUS { ?x nw:endDate ?s } }",
    "not exists": "SELECT (COUNT(*) AS ?n) { ?x nw:startDate ?s "
    "FILTER NOT EXISTS { ?x nw:endDate ?s } }",
}


def main(arguments: list[str] | None = None) -> int:
    """Measure and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--statements", type=int, nargs="+", default=[100_000])
    parser.add_argument("--rdflib-up-to", type=int, default=100_000)
    parser.add_argument("--hard", action="store_true", help="ask the hard queries too")
    options = parser.parse_args(arguments)
    for name, value in machine().items():
        print(f"{name:24}{value}")
    queries = {**TYPICAL, **(HARD if options.hard else {})}
    for number in options.statements:
        with tempfile.TemporaryDirectory() as scratch, ExitStack() as stack:
            home = Path(scratch)
            build(home, number)
            engines = _engines(stack, home, has_rdflib=number <= options.rdflib_up_to)
            _compared(engines, queries, number)
    return 0


@dataclass(frozen=True, slots=True)
class _Engine:
    name: str
    ask: Callable[[str], object]
    rows: Callable[[str], int]


def _engines(stack: ExitStack, home: Path, *, has_rdflib: bool) -> list[_Engine]:
    snapshot = Layout(home).published()
    if snapshot is None:
        raise RuntimeError(f"nothing was published in {home}")
    store = Store(snapshot, read_only=True)
    server = stack.enter_context(served_home(home))
    connection = server.connection()
    found = [
        _Engine("engine", partial(_direct, store), partial(row_count, store)),
        _Engine("endpoint", partial(get, connection), partial(row_count, store)),
    ]
    address = stack.enter_context(served(VIRTUOSO, buffers=BUFFERS))
    _fill(address, store)
    found.append(_Engine("virtuoso", partial(_virtuoso, address), partial(_counted, address)))
    if has_rdflib:
        graph = _in_memory(store)
        found.append(
            _Engine("rdflib", partial(_rdflib, graph), lambda query: len(graph.query(query)))
        )
    return found


def _compared(engines: list[_Engine], queries: dict[str, str], number: int) -> None:
    print(f"\n{number:,} statements: median ms of {ROUNDS}")
    print(f"{'query':24}{'rows':>6}" + "".join(f"{one.name:>10}" for one in engines))
    for name, query in queries.items():
        whole = f"{PREFIXES} {query}"
        medians = {one.name: list[float]() for one in engines}
        for turn in range(ROUNDS + 1):
            for one in engines:
                medians[one.name].append(ms(partial(one.ask, f"{whole} # {turn}\n")))
        line = "".join(f"{statistics.median(times[1:]):>10.2f}" for times in medians.values())
        counts = {} if "GRAPH" in query else {one.name: one.rows(whole) for one in engines}
        note = "" if len(set(counts.values())) <= 1 else f"  rows differ: {counts}"
        print(f"{name:24}{counts.get('engine', 0):>6}{line}{note}", flush=True)


def _direct(store: Store, query: str) -> str:
    return store.query(query).text(format_name="turtle" if "CONSTRUCT" in query else "json")


def _fill(address: RemoteAddress, store: Store) -> None:
    with RemoteStore(address) as remote:
        for graph in store.graphs():
            remote.bulk_replace_graph(graph, store.statements(graph))


def _virtuoso(address: RemoteAddress, query: str) -> bytes:
    connection = _connection(address)
    accept = "text/turtle" if "CONSTRUCT" in query else "application/sparql-results+json"
    values = {"query": query, "default-graph-uri": Iris().graph("union")}
    connection.request("GET", f"/sparql?{urlencode(values)}", headers={"Accept": accept})
    response = connection.getresponse()
    body = response.read()
    if response.status != http.client.OK:
        raise RuntimeError(body[:300].decode(errors="replace"))
    return body


def _connection(
    address: RemoteAddress, kept: dict[str, http.client.HTTPConnection] | None = None
) -> http.client.HTTPConnection:
    """Return the one connection to a server, so that no request pays for a new one."""
    connections = _KEPT if kept is None else kept
    place = urlsplit(address.query).netloc
    return connections.setdefault(place, http.client.HTTPConnection(place))


_KEPT: dict[str, http.client.HTTPConnection] = {}


def _counted(address: RemoteAddress, query: str) -> int:
    body = _virtuoso(address, query)
    if "CONSTRUCT" in query:
        return len(rdflib.Graph().parse(data=body, format="turtle"))
    return len(json.loads(body)["results"]["bindings"])


def _in_memory(store: Store) -> rdflib.Graph:
    graph = rdflib.Graph()
    for statement in store.statements():
        graph.add((statement.subject, statement.predicate, statement.object))
    return graph


def _rdflib(graph: rdflib.Graph, query: str) -> bytes | None:
    result = graph.query(query)
    return result.serialize(format="turtle" if "CONSTRUCT" in query else "json")


if __name__ == "__main__":
    sys.exit(main())
