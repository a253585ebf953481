"""Counts over two steps are the same, wherever they are counted."""

import itertools
import random

import pytest
from rdflib import Literal, URIRef

from graph.joined_counts import counted_early
from graph.statements import Statement
from graph.store import Store

P = "PREFIX : <urn:x:> "
THINGS = [URIRef(f"urn:x:{name}") for name in "abcdefghijkl"]
PROPERTIES = [URIRef(f"urn:x:{name}") for name in ("p", "q", "r")]


@pytest.fixture(scope="module")
def store() -> Store:
    """A third of all statements between few things, the same thing in every role."""
    chance, store = random.Random(3), Store()  # noqa: S311 - the same statements each time
    values: list[URIRef | Literal] = [*THINGS, Literal(3)]
    every = [Statement(*each) for each in itertools.product(THINGS, PROPERTIES, values)]
    for graph in ("one", "two"):
        store.replace(graph, chance.sample(every, len(every) // 3))
    return store


@pytest.fixture(autouse=True)
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.joined_counts.FEW", 1)


def as_rows(store: Store, query: str) -> list[str]:
    return sorted(store.query(query).text(format_name="tsv").split("\n"))


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?g (COUNT(?x) AS ?n) { ?x :p ?j . ?j :q ?g } GROUP BY ?g",
        "SELECT ?g (COUNT(*) AS ?n) WHERE { ?j :q ?g . ?x :p ?j . } GROUP BY ?g # the end",
        "SELECT ?g (count(?j) AS ?count) { ?j :q ?x ; :r ?g } GROUP BY ?g",
        "SELECT ?g (COUNT(?g) AS ?n) { ?x :p ?j . ?g :q ?j } GROUP BY ?g ORDER BY DESC(?n) ?g",
        "SELECT ?g (COUNT( ?x ) AS ?n) { ?x :p ?j . ?g :p ?j } GROUP BY ?g ORDER BY ?g LIMIT 4",
        "SELECT ?g (COUNT(?x) AS ?n) { ?x a ?j . ?j :q ?g } GROUP BY ?g",
    ],
)
def test_the_counts_are_the_same(store: Store, query: str) -> None:
    early = counted_early(P + query, lambda text: store.query(text).text(format_name="tsv"))
    if " a " not in query:
        assert "SUM" in early
    assert as_rows(store, early) == as_rows(store, P + query)


@pytest.mark.parametrize(
    ("query", "because"),
    [
        ("SELECT ?g (COUNT(DISTINCT ?x) AS ?n) { ?x :p ?j . ?j :q ?g } GROUP BY ?g", "distinct"),
        ("SELECT ?g (SUM(?x) AS ?n) { ?x :p ?j . ?j :q ?g } GROUP BY ?g", "it is no count"),
        ("SELECT (COUNT(?x) AS ?n) { ?x :p ?j . ?j :q ?g }", "without groups a sum may be unbound"),
        ("SELECT ?j (COUNT(?x) AS ?n) { ?x :p ?j . ?j :q ?g } GROUP BY ?j", "the group is shared"),
        ("SELECT ?g (COUNT(?z) AS ?n) { ?x :p ?j . ?j :q ?g } GROUP BY ?g", "nothing is counted"),
        ("SELECT ?g (COUNT(?x) AS ?n) { ?x :p ?j . ?j :q ?g , ?h } GROUP BY ?g", "of three"),
        ("SELECT ?g (COUNT(?x) AS ?n) { ?x :p ?j . ?x :q ?g } GROUP BY ?g HAVING(?n > 1)", "more"),
        ("SELECT ?g (COUNT(?x) AS ?n) { ?x :p ?y . ?j :q ?g } GROUP BY ?g", "nothing is shared"),
        ("SELECT ?g (COUNT(?x) AS ?n) { ?x :p ?g . ?g :q ?x } GROUP BY ?g", "two are shared"),
        ("SELECT ?g (COUNT(?x) AS ?n) { ?x ?p ?j . ?j :q ?g } GROUP BY ?g", "any property"),
        ("SELECT ?g (COUNT(?x) AS ?n) { ?x :p :a . ?x :q ?g } GROUP BY ?g", "few rows"),
        ("SELECT ?g (COUNT(?x) AS ?n) { ?x :p/:r ?j . ?j :q ?g } GROUP BY ?g", "a path"),
        ("SELECT ?g (COUNT(?x) AS ?n) { ?x :none ?j . ?j :q ?g } GROUP BY ?g", "nothing is there"),
        ("SELECT ?g (COUNT(?x) AS ?n) { ?x no:p ?j . ?j :q ?g } GROUP BY ?g", "it does not parse"),
    ],
)
def test_a_query_is_left_alone_where(store: Store, query: str, because: str) -> None:
    early = counted_early(P + query, lambda text: store.query(text).text(format_name="tsv"))
    assert early == P + query, because


@pytest.mark.parametrize(
    ("first", "second", "is_quicker"),
    [
        (900, 10, False),
        (2_000, 10_000, True),
        (2_000, 10_001, False),
        (50_000, 200_000, True),
        (50_000, 300_000, False),
    ],
)
def test_few_things_are_looked_up_by_the_engine(
    monkeypatch: pytest.MonkeyPatch, first: int, second: int, *, is_quicker: bool
) -> None:
    monkeypatch.setattr("graph.joined_counts.FEW", 1_000)
    query = "SELECT ?g (COUNT(?x) AS ?n) { ?x :p ?j . ?j :q ?g } GROUP BY ?g"

    def ask(text: str) -> str:
        most = int(text.rpartition("LIMIT")[2].strip(" }"))
        there = first if ":p" in text else second
        return f"?number\n{min(there, most)}\n"

    assert ("SUM" in counted_early(query, ask)) == is_quicker
