"""`make bench-sparql`: what our layer costs over the engine, and that it holds under attack.

usage: python -m tests.bench.sparql [--statements 100000 1000000] [--hostile 200] [--seconds 60]

The same queries on other engines: python -m tests.bench.sparql_rivals.

A synthetic graph in our own vocabulary, each statement in a document's graph and in the default
graph. Engine, endpoint and endpoint with repeated queries are asked in turn, query by query, in
one run; medians. The hostile queries are drawn from twelve kinds with changing numbers.
"""

import argparse
import http.client
import itertools
import json
import random
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from urllib.parse import urlencode

from rdflib import RDF, RDFS, XSD, Literal, URIRef

from api.layout import Layout
from graph.statements import Statement
from graph.store import Store
from ontology.iris import Iris
from ontology.terms import NW
from tests.bench.hostile import hostile_queries
from tests.bench.machine import ROOT, machine

__all__ = [
    "PREFIXES",
    "TYPICAL",
    "build",
    "get",
    "main",
    "ms",
    "row_count",
    "served_home",
]

ROUNDS = 9
STATEMENTS_A_DOCUMENT = 44
CLIENTS = 32
HOSTILE_SECONDS = 2.0
PREFIXES = (
    "PREFIX nw: <https://w3id.org/nachbarwissen/ontology#> "
    "PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> "
    "PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> "
)
_THING = "https://w3id.org/nachbarwissen/id"
_COUNTY = f"<{_THING}/county/00003>"
# What analysts ask, from a look-up to counts over everything; each answers with < 1,000 rows.
TYPICAL = {
    "look-up": 'SELECT ?project ?name { ?town rdfs:label "Stadt 77" . '
    "?project nw:participant ?town ; rdfs:label ?name }",
    "three steps": f"SELECT DISTINCT ?name {{ <{_THING}/project/p7> nw:participant ?town . "
    "?other nw:participant ?town, ?partner . ?partner rdfs:label ?name } LIMIT 900",
    "count by county": "SELECT ?county (COUNT(?project) AS ?n) { ?project nw:lead ?town . "
    "?town nw:partOf ?county } GROUP BY ?county",
    "with evidence": f"SELECT ?project ?end ?quote ?confidence {{ ?town nw:partOf {_COUNTY} . "
    "?project nw:lead ?town OPTIONAL { ?project nw:endDate ?end } "
    "?evidence rdf:subject ?project ; nw:quote ?quote ; nw:confidence ?confidence } LIMIT 900",
    "text": 'SELECT (COUNT(*) AS ?n) { ?x nw:result ?t FILTER(REGEX(?t, "von 77$")) }',
    "path": f"SELECT (COUNT(?town) AS ?n) {{ ?town nw:partOf+ <{_THING}/state/05> }}",
    "latest twenty": "SELECT ?project ?start { ?project nw:startDate ?start } "
    "ORDER BY DESC(?start) ?project LIMIT 20",
    "count distinct": "SELECT ?start (COUNT(DISTINCT ?town) AS ?n) { "
    "?project nw:startDate ?start ; nw:participant ?town } GROUP BY ?start",
    "construct": f"CONSTRUCT {{ ?town rdfs:label ?name }} {{ ?town nw:partOf {_COUNTY} ; "
    "rdfs:label ?name }",
    "not exists": "SELECT (COUNT(*) AS ?n) { ?x nw:startDate ?s "
    "FILTER NOT EXISTS { ?x nw:endDate ?e } }",
}


def main(arguments: list[str] | None = None) -> int:
    """Measure and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--statements", type=int, nargs="+", default=[100_000, 1_000_000])
    parser.add_argument("--hostile", type=int, default=200)
    parser.add_argument("--seconds", type=float, default=60.0, help="of many clients at once")
    options = parser.parse_args(arguments)
    for name, value in machine().items():
        print(f"{name:44}{value}")
    with tempfile.TemporaryDirectory() as scratch:
        for number in options.statements:
            home = Path(scratch) / str(number)
            build(home, number)
            _overhead(home, number)
        _streamed(home)
        _many_clients(home, options.seconds)
        _attacked(home, options.hostile)
    return 0


def build(home: Path, number: int) -> None:
    layout = Layout(home)
    layout.live_graph.parent.mkdir(parents=True)
    with Store(layout.live_graph) as store:
        documents = number // STATEMENTS_A_DOCUMENT
        for first in range(0, documents, 500):
            last = min(first + 500, documents)
            graph = store.iris.document_graph(f"d{first}") if first else None
            name = graph or store.iris.document_graph("d9")
            statements = itertools.chain.from_iterable(map(_said, range(first, last)))
            store.bulk_replace_graph(name, statements)
        snapshot = layout.next_snapshot()
        store.snapshot(snapshot)
    layout.publish(snapshot)


def _said(number: int) -> Iterator[Statement]:
    """Yield some fifty statements: an undertaking, its towns, where they lie, and the evidence."""
    iris, chance = Iris(), random.Random(number)  # noqa: S311 — the same graph each time
    project = URIRef(f"{iris.base}id/project/p{number}")
    yield Statement(project, RDF.type, NW.Cooperation)
    yield Statement(project, RDFS.label, Literal(f"Vorhaben {number}"))
    for name in (NW.startDate, NW.endDate)[: chance.randint(1, 2)]:
        date = Literal(f"{chance.randint(2005, 2026)}-01-01", datatype=XSD.date)
        yield Statement(project, name, date)
    towns = [chance.randint(0, 10_000) for _ in range(4)]
    yield Statement(project, NW.lead, URIRef(f"{iris.base}id/municipality/t{towns[0]}"))
    for place, town in enumerate(towns):
        yield from _participation(iris, project, town, f"{number}-{place}")
    yield Statement(project, NW.problem, Literal("Zu wenig Leute und zu viel Papier. " * 3))
    for part in range(2):
        yield Statement(project, NW.result, Literal(f"Ergebnis {part} von {number}"))


def _participation(iris: Iris, project: URIRef, town: int, name: str) -> Iterator[Statement]:
    place = URIRef(f"{iris.base}id/municipality/t{town}")
    county = URIRef(f"{iris.base}id/county/{town % 300:05}")
    yield Statement(project, NW.participant, place)
    yield Statement(place, RDFS.label, Literal(f"Stadt {town}"))
    yield Statement(place, NW.partOf, county)
    yield Statement(county, NW.partOf, URIRef(f"{iris.base}id/state/{town % 300 % 16:02}"))
    evidence = URIRef(f"{iris.base}id/evidence/{name}")
    yield Statement(evidence, RDF.subject, project)
    yield Statement(evidence, RDF.predicate, NW.participant)
    yield Statement(evidence, RDF.object, place)
    yield Statement(evidence, NW.quote, Literal(f"Die Stadt {town} beteiligt sich ({name})."))
    sure = Literal(f"0.{town % 9 + 1}", datatype=XSD.decimal)
    yield Statement(evidence, NW.confidence, sure)


@dataclass(frozen=True, slots=True)
class Served:
    """A server in a process of its own, as users start it."""

    port: int
    process: int

    def connection(self) -> http.client.HTTPConnection:
        """Return a connection of one's own."""
        return http.client.HTTPConnection("127.0.0.1", self.port)

    def resident_mib(self) -> float:
        """Return the memory of the server and of the processes that it started."""
        mine, numbers = Path("/proc") / str(self.process), {str(self.process)}
        for task in (mine / "task").iterdir():
            numbers |= set((task / "children").read_text().split())
        found = [mine.parent / number / "statm" for number in numbers]
        pages = sum(int(path.read_text().split()[1]) for path in found if path.exists())
        return pages * 4096 / 2**20


@contextmanager
def served_home(home: Path, **settings: str) -> Iterator[Served]:
    environment = {f"NACHBARWISSEN_{name.upper()}": value for name, value in settings.items()}
    command = [sys.executable, "-m", "api", "--home", str(home), "serve", "--port", "0"]
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stderr=subprocess.PIPE, text=True
    ) as process:
        lines = process.stderr or ()
        found = next(filter(None, (re.search(r"http://[\d.]+:(\d+)", line) for line in lines)))
        try:
            yield Served(int(found[1]), process.pid)
        finally:
            process.terminate()
            process.communicate(timeout=60)


def _overhead(home: Path, number: int) -> None:
    snapshot = Layout(home).published()
    if snapshot is None:
        raise RuntimeError(f"nothing was published in {home}")
    store = Store(snapshot, read_only=True)
    print(f"\n{number:,} statements: median ms of {ROUNDS}")
    print(f"{'query':24}{'rows':>6}{'engine':>9}{'endpoint':>10}{'ratio':>7}{'repeated':>10}")
    ratios, repeated_ratios = [], []
    with served_home(home) as server:
        connection = server.connection()
        for name, query in TYPICAL.items():
            times = _compared(store, connection, f"{PREFIXES} {query}")
            engine, endpoint, repeated = map(statistics.median, times)
            rows = row_count(store, f"{PREFIXES} {query}")
            ratios.append(endpoint / engine)
            repeated_ratios.append(repeated / engine)
            print(
                f"{name:24}{rows:>6}{engine:>9.2f}{endpoint:>10.2f}{endpoint / engine:>7.2f}"
                f"{repeated:>10.2f}"
            )
        connection.close()
    print(
        f"{'median ratio':24}{statistics.median(ratios):>32.2f}"
        f"{statistics.median(repeated_ratios):>10.2f}"
    )


def _compared(
    store: Store, connection: http.client.HTTPConnection, query: str
) -> tuple[list[float], list[float], list[float]]:
    format_name = "turtle" if "CONSTRUCT" in query else "json"
    engine, endpoint, repeated = [], [], []
    for round_number in range(ROUNDS + 1):
        fresh = f"{query} # {round_number}"
        engine.append(ms(partial(_evaluate, store, fresh, format_name)))
        endpoint.append(ms(partial(get, connection, fresh)))
        repeated.append(ms(partial(get, connection, fresh)))
    return engine[1:], endpoint[1:], repeated[1:]


def _evaluate(store: Store, query: str, format_name: str) -> str:
    return store.query(query).text(format_name=format_name)


def get(connection: http.client.HTTPConnection, query: str) -> int:
    address = f"/sparql?{urlencode({'query': query})}"
    try:
        connection.request("GET", address)
        response = connection.getresponse()
    except (ConnectionError, http.client.BadStatusLine):
        # The server closes connections that were idle for some seconds.
        connection.close()
        connection.request("GET", address)
        response = connection.getresponse()
    response.read()
    return response.status


def row_count(store: Store, query: str) -> int:
    result = store.query(query)
    if result.kind == "graph":
        return result.text(format_name="ntriples").count("\n")
    return len(json.loads(result.text(format_name="json"))["results"]["bindings"])


def ms(call: Callable[[], object]) -> float:
    begun = time.perf_counter()
    call()
    return (time.perf_counter() - begun) * 1000


def _streamed(home: Path) -> None:
    """Fetch as many rows as an answer may have, and see what memory that takes."""
    query = "SELECT ?s ?p ?o { ?s ?p ?o } LIMIT 1000000"
    with served_home(home) as server:
        connection = server.connection()
        get(connection, "SELECT ?s ?p ?o { ?s ?p ?o } LIMIT 1000")
        before, begun, size, most = server.resident_mib(), time.perf_counter(), 0, 0.0
        connection.request("GET", f"/sparql?{urlencode({'query': query, 'format': 'csv'})}")
        response = connection.getresponse()
        while chunk := response.read(2**20):
            size += len(chunk)
            most = max(most, server.resident_mib())
    print(
        f"\na million rows (all there are, where fewer): status {response.status}, "
        f"{size / 2**20:.0f} MiB in {time.perf_counter() - begun:.1f} s; memory {before:.0f} MiB "
        f"before, {most:.0f} MiB at most while it was sent"
    )


def _many_clients(home: Path, seconds: float) -> None:
    queries = [f"{PREFIXES} {query}" for query in TYPICAL.values()]

    def client(number: int) -> list[tuple[int, float]]:
        connection = server.connection()
        seen: list[tuple[int, float]] = []
        deadline = time.monotonic() + seconds
        for turn in itertools.count():
            if time.monotonic() > deadline:
                return seen
            query = f"{queries[(turn + number) % len(queries)]} # {number} {turn}"
            begun = time.perf_counter()
            status = get(connection, query)
            seen.append((status, (time.perf_counter() - begun) * 1000))
        return seen

    with served_home(home) as server, ThreadPoolExecutor(CLIENTS) as clients:
        each = list(clients.map(client, range(CLIENTS)))
    times = sorted(one for seen in each for _, one in seen)
    failed = sum(status != 200 for seen in each for status, _ in seen)
    shares = [len(seen) for seen in each]
    print(
        f"\n{CLIENTS} clients for {seconds:.0f} s: {len(times)} answers, {failed} errors, "
        f"p50 {times[len(times) // 2]:.0f} ms, p95 {times[len(times) * 95 // 100]:.0f} ms; "
        f"answers a client {min(shares)} to {max(shares)}"
    )


def _attacked(home: Path, number: int) -> None:
    ordinary = f"{PREFIXES} {TYPICAL['look-up']}"
    longest, slowest, statuses, unharmed = 0.0, 0.0, dict[int, int](), 0
    limits = {"sparql_seconds": str(HOSTILE_SECONDS), "sparql_max_rows": "100000"}
    with served_home(home, **limits) as server:
        connection = server.connection()
        get(connection, ordinary)
        before = server.resident_mib()
        for place, query in enumerate(hostile_queries(number)):
            begun = time.perf_counter()
            status = _post(connection, query)
            longest = max(longest, time.perf_counter() - begun)
            statuses[status] = statuses.get(status, 0) + 1
            begun = time.perf_counter()
            unharmed += get(connection, f"{ordinary} # {place}") == 200
            slowest = max(slowest, time.perf_counter() - begun)
        after = server.resident_mib()
    print(
        f"\n{number} hostile queries, limit {HOSTILE_SECONDS:g} s: longest {longest:.2f} s, "
        f"statuses {dict(sorted(statuses.items()))}; next ordinary query answered {unharmed} "
        f"times, slowest {slowest * 1000:.0f} ms; memory {before:.0f} MiB before, "
        f"{after:.0f} MiB after"
    )


def _post(connection: http.client.HTTPConnection, query: str) -> int:
    headers = {"Content-Type": "application/sparql-query"}
    connection.request("POST", "/sparql", query.encode(), headers)
    response = connection.getresponse()
    response.read()
    return response.status


if __name__ == "__main__":
    sys.exit(main())
