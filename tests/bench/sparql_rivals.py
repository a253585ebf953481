"""Our endpoint beside the engine called directly, Virtuoso and rdflib, query by query in one run.

usage: python -m tests.bench.sparql_rivals [--statements 100000] [--rdflib-up-to 100000] [--write]

The long part: --statements 100000 1000000 5000000. The graph is that of `tests.bench.sparql`.
Virtuoso is filled by our own remote store and asked over HTTP; rdflib holds the same statements in
memory, in this process. `first` is the endpoint's very first answer to a query. After the pause
that somebody needs to read an answer each query is asked of all in turn, always in words that are
new to them, and the endpoint once more for the answer it keeps; medians of several rounds; where
counts of rows differ it is said. `--write` keeps the figures for docs/sparql.md. Fails where the
endpoint's median ratio to the engine is above 1.3, or an answer takes more than three times
Virtuoso's: any one up to a million statements, a kept one from a million on.
"""

import argparse
import http.client
import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
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

__all__ = ["FIGURES", "main"]

FIGURES = Path(__file__).with_name("sparql-figures.json")
ROUNDS = 5
MAX_OVERHEAD = 1.3
MAX_BEHIND_VIRTUOSO = 3.0
MILLION = 1_000_000
PAUSE_S = 5.0
BUFFERS = 170_000  # 1.4 GB, which holds five million statements


def main(arguments: list[str] | None = None) -> int:
    """Measure, print, keep and judge the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--statements", type=int, nargs="+", default=[100_000])
    parser.add_argument("--rdflib-up-to", type=int, default=100_000)
    parser.add_argument("--write", action="store_true", help="keep the figures for the docs")
    options = parser.parse_args(arguments)
    for name, value in machine().items():
        print(f"{name:24}{value}")
    tables: dict[str, list[dict[str, str | float]]] = {}
    for number in options.statements:
        with tempfile.TemporaryDirectory() as scratch, ExitStack() as stack:
            home = Path(scratch)
            build(home, number)
            engines = _engines(stack, home, has_rdflib=number <= options.rdflib_up_to)
            tables[f"{number:,}"] = _compared(engines, number)
    if options.write:
        # A size that was not measured this time keeps its table.
        kept = json.loads(FIGURES.read_text("utf-8"))["tables"] if FIGURES.exists() else {}
        figures = {"machine": machine(), "tables": {**kept, **tables}}
        FIGURES.write_text(json.dumps(figures, indent=1) + "\n", "utf-8")
    too_slow = [number for number, rows in tables.items() if _is_too_slow(number, rows)]
    return 1 if too_slow else 0


def _is_too_slow(number: str, rows: list[dict[str, str | float]]) -> bool:
    overhead = statistics.median(_ratio(row, "endpoint", "engine") for row in rows)
    behind = max(_ratio(row, "endpoint", "virtuoso") for row in rows)
    at_first = sum(_ratio(row, "first", "virtuoso") > MAX_BEHIND_VIRTUOSO for row in rows)
    print(
        f"{number} statements: the endpoint takes {overhead:.2f} times the engine (median); beside "
        f"Virtuoso at most {behind:.2f} times, for its very first answer more than "
        f"{MAX_BEHIND_VIRTUOSO:g} times for {at_first} of {len(rows)}"
    )
    kept = max(_ratio(row, "repeated", "virtuoso") for row in rows)
    statements = int(number.replace(",", ""))
    return (
        overhead > MAX_OVERHEAD
        or (statements <= MILLION and behind > MAX_BEHIND_VIRTUOSO)
        or (statements >= MILLION and kept > MAX_BEHIND_VIRTUOSO)
    )


def _ratio(row: Mapping[str, str | float], one: str, other: str) -> float:
    return float(row[one]) / float(row[other])


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
        _Engine("repeated", partial(get, connection), partial(row_count, store)),
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


def _compared(engines: list[_Engine], number: int) -> list[dict[str, str | float]]:
    print(f"\n{number:,} statements: median ms of {ROUNDS}")
    names = [*(one.name for one in engines), "first"]
    print(f"{'query':24}{'rows':>6}" + "".join(f"{name:>10}" for name in names))
    return [_asked_of_all(engines, name, query) for name, query in TYPICAL.items()]


def _asked_of_all(engines: list[_Engine], name: str, query: str) -> dict[str, str | float]:
    whole = f"{PREFIXES} {query}"
    times = {one.name: list[float]() for one in engines}
    for turn in range(ROUNDS + 1):
        for one in engines:
            times[one.name].append(ms(partial(one.ask, f"{whole} # {turn}\n")))
        if not turn:
            time.sleep(PAUSE_S)
    counts = {one.name: one.rows(whole) for one in engines}
    medians = {one: round(statistics.median(taken[1:]), 2) for one, taken in times.items()}
    medians["first"] = round(times["endpoint"][0], 2)
    line = "".join(f"{taken:>10.2f}" for taken in medians.values())
    note = "" if len(set(counts.values())) == 1 else f"  rows differ: {counts}"
    print(f"{name:24}{counts['engine']:>6}{line}{note}", flush=True)
    return {"query": name, "rows": counts["engine"], **medians}


def _direct(store: Store, query: str) -> str:
    return store.query(query).text(format_name="turtle" if "CONSTRUCT" in query else "json")


def _fill(address: RemoteAddress, store: Store) -> None:
    with RemoteStore(address) as remote:
        for graph in store.graphs():
            remote.bulk_replace_graph(graph, store.statements(graph))


def _virtuoso(address: RemoteAddress, query: str) -> bytes:
    connection = _connection(address)
    try:
        return _fetched(connection, query)
    except ConnectionError:
        # It closes connections that were idle while another engine took its time.
        connection.close()
        return _fetched(connection, query)


def _fetched(connection: http.client.HTTPConnection, query: str) -> bytes:
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
