"""A path of any length leads to the same things, asked as the steps that there are."""

import itertools
import random
from collections.abc import Callable

import pytest
from rdflib import Literal, URIRef

from graph.path_steps import MOST_STEPS, stepped
from graph.statements import Statement
from graph.store import Store

P = "PREFIX : <urn:x:> "
Edge = tuple[str, str]


def a_store(edges: list[Edge], verb: str = "p") -> Store:
    store = Store()
    statements = [
        Statement(URIRef(f"urn:x:{one}"), URIRef(f"urn:x:{verb}"), URIRef(f"urn:x:{other}"))
        for one, other in edges
    ]
    statements += [
        Statement(URIRef(f"urn:x:{one}"), URIRef("urn:x:q"), Literal(place % 3))
        for place, one in enumerate(sorted({one for edge in edges for one in edge}))
    ]
    store.replace("d", statements)
    return store


def levels(*sizes: int, seed: int = 0, share: float = 0.4) -> list[Edge]:
    """Things in levels, each with some of those of every level above: no circles, many ways."""
    chance = random.Random(seed)  # noqa: S311 - the same edges each time
    named = [[f"l{level}_{n}" for n in range(size)] for level, size in enumerate(sizes)]
    every = [
        (low, high)
        for above, below in itertools.combinations(named, 2)
        for low, high in itertools.product(below, above)
    ]
    return [("l1_0", "l0_0"), *(edge for edge in every if chance.random() < share)]


def asking(store: Store) -> Callable[[str], str]:
    return lambda text: store.query(text).text(format_name="tsv")


def rows(store: Store, query: str) -> list[str]:
    return sorted(asking(store)(query).split("\n"))


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("sizes", [(2, 3), (2, 4, 6), (1, 3, 3, 5), (3, 1, 4, 2, 6)])
@pytest.mark.parametrize(
    "query",
    [
        "SELECT (COUNT(?x) AS ?n) { ?x :p+ :l0_0 }",
        "SELECT ?x { ?x :p+ :l0_0 } # with a remark about :p+\n",
        "SELECT * WHERE { :l1_0 :p+ ?x . ?x :q ?v . }",
        "SELECT ?v (COUNT(*) AS ?n) { ?x :q ?v . ?x <urn:x:p>+ :l0_0 } GROUP BY ?v",
        "SELECT DISTINCT ?x ?y { ?y :p ?x . ?x :p+ :l0_0 } ORDER BY ?x ?y",
        "SELECT ?z { ?x :p + :l0_0 . ?x :q ?v ; :p ?z }",
        "SELECT ?x { ?x :p+ :nowhere }",
    ],
)
def test_the_answer_is_the_same(seed: int, sizes: tuple[int, ...], query: str) -> None:
    store = a_store(levels(*sizes, seed=seed))
    other = stepped(P + query, asking(store), {})
    assert "SELECT DISTINCT ?x { {" in other
    assert "+" not in other.partition("#")[0]
    assert rows(store, other) == rows(store, P + query)


@pytest.mark.parametrize(
    ("edges", "because"),
    [
        ([("a", "b"), ("b", "a")], "a circle has no last step"),
        ([("a", "a"), ("a", "b")], "a thing leads to itself"),
        ([(f"n{n}", f"n{n + 1}") for n in range(MOST_STEPS + 1)], "there are too many steps"),
        ([], "there is no step"),
    ],
)
def test_a_graph_is_left_to_the_engine_where(edges: list[Edge], because: str) -> None:
    store = a_store(edges)
    query = P + "SELECT ?x { ?x :p+ :b }"
    depths: dict[str, int] = {}
    assert stepped(query, asking(store), depths) == query, because
    assert depths == {"urn:x:p": 0}


def test_as_many_steps_as_are_walked_are_walked() -> None:
    store = a_store([(f"n{n}", f"n{n + 1}") for n in range(MOST_STEPS)])
    query = P + f"SELECT ?x {{ ?x :p+ :n{MOST_STEPS} }}"
    other = stepped(query, asking(store), {})
    assert other != query
    assert len(rows(store, other)) == MOST_STEPS + 2
    assert rows(store, other) == rows(store, query)


def test_where_many_ways_lead_to_few_things_the_engine_looks_for_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    store = a_store(levels(4, 4, 4, 4, share=1.0))
    query = P + "SELECT ?x { ?x :p+ :l0_0 }"
    assert "UNION" in stepped(query, asking(store), {})
    monkeypatch.setattr("graph.path_steps.MOST_WAYS", 64)
    assert stepped(query, asking(store), {}) == query


def test_what_was_learnt_of_a_property_is_learnt_once_and_by_its_whole_name() -> None:
    store, asked = a_store(levels(2, 3, 4)), list[str]()

    def ask(text: str) -> str:
        asked.append(text)
        return asking(store)(text)

    depths: dict[str, int] = {}
    first = stepped(P + "SELECT ?x { ?x :p+ :l0_0 }", ask, depths)
    learnt = len(asked)
    again = stepped("PREFIX y: <urn:x:> SELECT ?x { ?x y:p+ y:l0_0 }", ask, depths)
    assert depths == {"urn:x:p": 2}
    assert len(asked) - learnt < learnt
    assert rows(store, again) == rows(store, first)
    other = stepped("PREFIX : <urn:y:> SELECT ?x { ?x :p+ :l0_0 }", ask, depths)
    assert other == "PREFIX : <urn:y:> SELECT ?x { ?x :p+ :l0_0 }"


@pytest.mark.parametrize(
    ("query", "because"),
    [
        ("SELECT ?x { ?x :p* :l0_0 }", "no step is one too"),
        ("SELECT ?x { ?x :p? :l0_0 }", "no step is one too"),
        ("SELECT ?x { ?x :p+ ?y }", "both ends are open"),
        ("SELECT ?x { :l1_0 :p+ :l0_0 . ?x :q 1 }", "no end is open"),
        ("SELECT ?x { ?x :p+ 1 }", "the end is no thing"),
        ("SELECT ?x { ?x ^:p+ :l0_0 }", "it goes backwards"),
        ("SELECT ?x { ?x :q/:p+ :l0_0 }", "another step comes first"),
        ("SELECT ?x { ?x :p+/:q :l0_0 }", "another step follows"),
        ("SELECT ?x { ?x (:p|:q)+ :l0_0 }", "there are two properties"),
        ("SELECT ?x { ?x :p+ :l0_0 . :l1_0 :p+ ?x }", "there are two paths"),
        ("SELECT ?x { ?x :p+ :l0_0 ; :q ?y }", "the subject has more properties"),
        ("SELECT ?x { ?x :p+ :l0_0 , :l0_1 }", "the property has more values"),
        ("SELECT ?x { ?x :q ?y ; :p+ :l0_0 }", "the subject stands before"),
        ("SELECT ?x { ?x :p+ :l0_0 FILTER(?x != :a) }", "there is a filter"),
        ("SELECT ?x { ?x :q ?y OPTIONAL { ?x :p+ :l0_0 } }", "it is part of more"),
        ("SELECT ?x FROM <urn:x:g> { ?x :p+ :l0_0 }", "it names its graphs"),
        ("SELECT ?x { GRAPH ?g { ?x :p+ :l0_0 } }", "it asks each graph"),
        ("ASK { ?x :p+ :l0_0 }", "it is no table"),
        ("SELECT (?y + 1 AS ?z) { ?x :q ?y }", "the mark adds numbers"),
        ('SELECT ?x { ?x :q ":p+ :l0_0" }', "it stands in a text"),
        ("SELECT ?x { ?x no:p+ :l0_0 }", "the prefix is unknown"),
        ("BASE <urn:x:> SELECT ?x { ?x <p>+ :l0_0 }", "names are relative"),
    ],
)
def test_a_query_is_left_alone_where(query: str, because: str) -> None:
    store = a_store(levels(2, 3, 4))
    assert stepped(P + query, asking(store), {}) == P + query, because
