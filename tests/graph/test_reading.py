"""Queries in processes of their own: their limits, and what they leave behind."""

import itertools
import json
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from rdflib import Literal, URIRef

from graph.statements import Statement
from graph.store import Reading, ReadingLimits, ReadingPool, Request, Store
from ontology.errors import (
    AnswerTooLargeError,
    FormatError,
    QueryAbortedError,
    QueryError,
    QueryTimeoutError,
)

LIMITS = ReadingLimits(
    seconds=0.6, max_rows=30_000, max_bytes=4 * 2**20, memory_bytes=2**30, processes=1
)
JSON = {"table": "json", "truth": "json", "graph": "ntriples"}
THINGS = 5_000
CROSS = "?a ?p ?b . ?c ?q ?d . ?e ?r ?f"
# Ways to make an engine work without end, or grow without end.
HOSTILE = {
    "cross product counted": f"SELECT (COUNT(*) AS ?n) {{ {CROSS} }}",
    "cross product sorted": f"SELECT * {{ {CROSS} }} ORDER BY ?b ?d ?f",
    "cross product distinct": f"SELECT DISTINCT ?a ?c ?e {{ {CROSS} }}",
    "cross product without rows": f"SELECT * {{ {CROSS} FILTER(?b = ?d + ?f) }}",
    "path over everything": "SELECT (COUNT(*) AS ?n) { ?a (<urn:x:next>|!<urn:x:none>)+ ?b }",
    "path of paths": "SELECT (COUNT(*) AS ?n) { ?a (<urn:x:next>*/<urn:x:next>*)* ?b }",
    "regex over a product": "SELECT * { ?a ?p ?b . ?c ?q ?d "
    'FILTER(REGEX(CONCAT(STR(?c), STR(?a)), "(z+)+$")) }',
    "not exists over a product": f"SELECT * {{ {CROSS} FILTER NOT EXISTS {{ ?a ?x ?e }} "
    "FILTER(?a = ?c) }",
    "text that doubles": "SELECT ?n { BIND(CONCAT('a','b') AS ?z) "
    + " ".join(
        f"BIND(CONCAT({x},{x},{x},{x}) AS {y})"
        for x, y in itertools.pairwise(["?z", *(f"?t{i}" for i in range(17))])
    )
    + " BIND(STRLEN(?t16) AS ?n) }",
    "concatenation of everything": f"SELECT (GROUP_CONCAT(STR(?b)) AS ?t) {{ {CROSS} }}",
    "nested groups": "SELECT * " + "{" * 50_000 + "}" * 50_000,
    "groups of a product": f"SELECT ?a ?c (COUNT(*) AS ?n) {{ {CROSS} }} GROUP BY ?a ?c ?e",
}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("reading")
    following = URIRef("urn:x:next")
    chain = [URIRef(f"urn:x:{number}") for number in range(THINGS)]
    statements = [Statement(a, following, b) for a, b in itertools.pairwise([*chain, chain[0]])]
    statements += [Statement(a, URIRef("urn:x:n"), Literal(i)) for i, a in enumerate(chain)]
    with Store(folder / "live") as live:
        live.replace_graph("urn:x:graph", statements)
        live.snapshot(folder / "copy")
    return folder / "copy"


@pytest.fixture(scope="module")
def pool() -> Iterator[ReadingPool]:
    with ReadingPool(LIMITS) as pool:
        pool.warm_up()
        yield pool


@pytest.fixture(scope="module")
def patient() -> Iterator[ReadingPool]:
    """Processes with the same limits but that of time, for what a busy machine may do slowly."""
    with ReadingPool(replace(LIMITS, seconds=30)) as pool:
        yield pool


def ask(pool: ReadingPool, store: Path, query: str) -> Reading:
    return pool.read(Request(store, query, JSON))


def resident_mib() -> float:
    """Return the memory of this process and of those that it started."""
    mine = Path("/proc/self")
    started = (mine / "task" / mine.resolve().name / "children").read_text().split()
    pages = [
        int((Path("/proc") / number / "statm").read_text().split()[1])
        for number in (mine.resolve().name, *started)
        if (Path("/proc") / number / "statm").exists()
    ]
    return sum(pages) * 4096 / 2**20


def test_the_memory_of_a_query_is_for_the_query(store: Path) -> None:
    with ReadingPool(replace(LIMITS, seconds=30, memory_bytes=400 * 2**20)) as small:
        (row,) = _numbers(ask(small, store, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"))
    assert row == 2 * THINGS


@pytest.mark.parametrize("query", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_query_ends_within_its_limit_and_harms_nobody(
    pool: ReadingPool, store: Path, query: str
) -> None:
    assert ask(pool, store, "ASK { ?s ?p ?o }").kind == "truth"
    before = resident_mib()
    begun = time.monotonic()
    with pytest.raises((QueryTimeoutError, QueryAbortedError, AnswerTooLargeError)):
        ask(pool, store, query)
    assert time.monotonic() - begun < LIMITS.seconds + 1
    (row,) = _numbers(ask(pool, store, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"))
    assert row == 2 * THINGS
    assert resident_mib() < before + 60


def test_what_took_long_is_held_for_its_own_state_alone(
    patient: ReadingPool, store: Path, tmp_path: Path
) -> None:
    with Store(tmp_path / "live") as live:
        value, number = Literal("bis 77"), URIRef("urn:x:n")
        live.replace_graph("urn:x:graph", [Statement(URIRef("urn:x:1"), number, value)])
        live.snapshot(tmp_path / "copy")
    query = 'SELECT (COUNT(*) AS ?n) { ?s <urn:x:n> ?v FILTER(REGEX(STR(?v), "7$")) }'
    assert _numbers(ask(patient, store, query)) == [THINGS // 10]
    # What it reads is read meanwhile, or is waiting for these to be answered.
    for digit in "5566":
        other = query.replace("7$", f"{digit}$")
        assert _numbers(ask(patient, store, other)) == [THINGS // 10]
        time.sleep(0.1)
    assert _numbers(ask(patient, tmp_path / "copy", query)) == [1]
    assert _numbers(ask(patient, store, query)) == [THINGS // 10]
    missing = Request(store, query, JSON, default_graphs=("urn:x:none",))
    assert _numbers(patient.read(missing)) == [0]


def _numbers(reading: Reading) -> list[int]:
    rows = json.loads(reading.body)["results"]["bindings"]
    return [int(row["n"]["value"]) for row in rows]


@pytest.mark.parametrize("format_name", ["json", "xml", "csv", "tsv"])
def test_rows_are_counted_in_every_format(store: Path, format_name: str) -> None:
    query = 'SELECT ?s ?n ("a" AS ?t) { ?s <urn:x:n> ?n } LIMIT '
    formats = {"table": format_name}
    with ReadingPool(ReadingLimits(max_rows=1000, processes=1)) as pool:
        assert pool.read(Request(store, f"{query} 1000", formats)).size > 10_000
        with pytest.raises(AnswerTooLargeError, match="more than 1,000 rows"):
            pool.read(Request(store, f"{query} 1001", formats))


def test_rows_without_a_value_and_triples_count_too(store: Path) -> None:
    empty = "SELECT ?x { ?s <urn:x:n> ?n } LIMIT"
    graph = "CONSTRUCT WHERE { ?s ?p ?o } LIMIT"
    with ReadingPool(ReadingLimits(max_rows=500, processes=1)) as pool:
        for query in (empty, graph):
            ask(pool, store, f"{query} 500")
            with pytest.raises(AnswerTooLargeError, match="500 rows"):
                ask(pool, store, f"{query} 501")


def test_bytes_have_a_limit(patient: ReadingPool, store: Path) -> None:
    with pytest.raises(AnswerTooLargeError, match=r"more than 4,194,304 bytes.*LIMIT and OFFSET"):
        ask(patient, store, "SELECT * { ?s ?p ?o . ?s ?q ?r }")


def test_a_large_answer_comes_from_a_file_whole_and_leaves_none(
    patient: ReadingPool, store: Path
) -> None:
    reading = ask(patient, store, "SELECT * { ?s ?p ?o }")
    assert reading.file is not None
    with reading.file as file:
        content = file.read()
        folder = Path(str(file.name)).parent
    assert len(content) == reading.size > 2**20
    assert content.endswith(b"]}}")
    assert list(folder.iterdir()) == []


def test_many_rows_take_no_more_memory_than_a_few(store: Path) -> None:
    query = "SELECT ?a ?b { ?a <urn:x:n> ?x . ?b <urn:x:n> ?y } LIMIT "
    formats = {"table": "csv"}
    with ReadingPool(ReadingLimits(seconds=120, processes=1)) as pool:
        others = set(_children())
        pool.read(Request(store, f"{query} 1000", formats))
        (child,) = set(_children()) - others
        before, own = _peak_mib(child), _peak_mib("self")
        reading = pool.read(Request(store, f"{query} 200000", formats))
        assert reading.size > 3 * 2**20
        assert reading.file is not None
        with reading.file as file:
            assert (
                sum(chunk.count(b"\n") for chunk in iter(lambda: file.read(2**18), b"")) == 200_001
            )
        assert _peak_mib(child) < before + 25
        assert _peak_mib("self") < own + 25


def _peak_mib(process: str) -> float:
    """Return the most memory that a process ever held."""
    status = (Path("/proc") / process / "status").read_text()
    (line,) = [line for line in status.splitlines() if line.startswith("VmHWM")]
    return int(line.split()[1]) / 1024


def test_what_is_wrong_with_a_query_comes_back_as_its_error(
    patient: ReadingPool, store: Path
) -> None:
    with pytest.raises(QueryError, match="does not parse"):
        ask(patient, store, "SELECT WHERE")
    with pytest.raises(FormatError, match="table"):
        patient.read(Request(store, "SELECT * {}", {"graph": "turtle"}))


def test_the_processes_end_with_their_pool(store: Path) -> None:
    others = set(_children())
    with ReadingPool(LIMITS) as pool:
        ask(pool, store, "ASK {}")
        (mine,) = set(_children()) - others
    assert mine not in _children()


def _children() -> list[str]:
    mine = Path("/proc/self").resolve().name
    return (Path("/proc") / mine / "task" / mine / "children").read_text().split()
