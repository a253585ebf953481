"""Answers from what is held in memory are the engine's own, and only where that is certain."""

import random
from collections.abc import Iterable
from itertools import product

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple

from graph.held_patterns import held_pattern
from graph.query_planning import Planner
from graph.store import QueryResult, Store
from ontology.errors import QueryError

P = (
    "PREFIX : <urn:x:> PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> "
    "PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> "
)
XSD = "http://www.w3.org/2001/XMLSchema#"
A = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
THINGS: list[NamedNode | BlankNode] = [
    *(NamedNode(f"urn:x:{name}") for name in "abcdefg"),
    BlankNode("n1"),
    BlankNode("n2"),
]
VALUES = [
    Literal("Ergebnis von 77"),
    Literal("ergebnis VON 77"),
    Literal("von 77\nund mehr"),
    Literal("Straße"),
    Literal("STRASSE", language="de"),
    Literal("Straße", language="de"),
    Literal("Straße", language="de-AT"),
    Literal("a.b(c)"),
    Literal(""),
    Literal("77", datatype=NamedNode(f"{XSD}integer")),
    Literal("77.0", datatype=NamedNode(f"{XSD}decimal")),
    Literal("2012-01-01", datatype=NamedNode(f"{XSD}date")),
    Literal("2012-13-45", datatype=NamedNode(f"{XSD}date")),
    Literal("von 77", datatype=NamedNode("urn:x:own")),
]
FILTERS = [
    '(REGEX(?t, "von 77$"))',
    ' REGEX(STR(?t), "^ergebnis", "i")',
    '(REGEX(?t, "^.+ß", "s") && LANG(?t) = "de")',
    '(REGEX(?t, "a\\\\.b\\\\(", "q") || CONTAINS(?t, "("))',
    "(LANGMATCHES(LANG(?t), 'de'))",
    '(?t = 77)  # with "FILTER NOT EXISTS { }" in a remark\n',
    '(!(STRSTARTS(?t, "Str")))',
    "(isLITERAL(?t) && DATATYPE(?t) != xsd:date)",
    "(isBLANK(?t) || STRLEN(STR(?t)) > 3)",
    "(?t > 3 || COALESCE(:none(?t), true))",
    "(BOUND(?none) || ?t != ?x)",
]
LACKING = [
    "{ ?x :q ?e }",
    "{ ?e :q ?x }",
    "{ ?x <urn:x:q> ?t }",
    "{ $t :r ?x . }",
    "{ ?t :q ?none }",
]
HEADS = [
    ("SELECT (COUNT(*) AS ?n)", ""),
    ("SELECT *", ""),
    ("SELECT DISTINCT ?t", "ORDER BY ?t"),
    ("SELECT ?x (COUNT(DISTINCT ?t) AS ?n)", "GROUP BY ?x HAVING(COUNT(*) > 1)"),
    ("SELECT ?t (?x AS ?again) (STR(?t) AS ?text)", ""),
]


class Scratch(Store):
    """A store with statements that ours never hold too: blank nodes, other literals."""

    def add(self, triples: Iterable[Triple], graph: str = "urn:x:graph") -> None:
        for each in triples:
            parts = (each.subject, each.predicate, each.object)
            self._writer().extend([Quad(*parts), Quad(*parts, NamedNode(graph))])


def a_store(seed: int) -> Scratch:
    """Some of all statements: things and values behind each of three properties, and classes."""
    chance, store = random.Random(seed), Scratch()  # noqa: S311 - the same statements each time
    verbs = [NamedNode(f"urn:x:{name}") for name in "pqr"]
    ends: list[NamedNode | BlankNode | Literal] = [*THINGS, *VALUES]
    every = [Triple(one, verb, end) for one, verb, end in product(THINGS, verbs, ends)]
    every += [Triple(one, A, end) for one, end in product(THINGS, THINGS[:3])]
    for graph in ("urn:x:one", "urn:x:two"):
        store.add(chance.sample(every, len(every) // 5), graph)
    return store


class Asked:
    """The engine, and what it was asked."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.queries: list[str] = []

    def __call__(self, text: str) -> QueryResult:
        self.queries.append(text)
        return self.store.query(text)


def rows(result: QueryResult) -> list[str]:
    return sorted(result.text(format_name="tsv").split("\n"))


def learn(planner: Planner, query: str) -> None:
    """Tell that a query took long, and wait until what it reads is held."""
    planner.note(query, 0.1)
    while planner.has_work:
        planner.work()


def from_memory(store: Store, *queries: str) -> list[list[str]]:
    """Return answers from what is held for the first query; the engine may not be asked."""
    asked = Asked(store)
    planner = Planner(asked, most=10_000)
    learn(planner, queries[0])
    asked.queries.clear()
    answers = [rows(planner.answer(query)) for query in queries]
    assert not asked.queries
    return answers


@pytest.fixture(scope="module", params=range(4))
def store(request: pytest.FixtureRequest) -> Scratch:
    return a_store(request.param)


PATTERNS = ["?x :p ?t", "?x :p ?t ; :q ?y .", "?y a :a . ?x :p ?t . ?y :r ?x"]


@pytest.mark.parametrize("pattern", PATTERNS)
@pytest.mark.parametrize(("head", "tail"), HEADS)
def test_filters_find_the_same(store: Scratch, pattern: str, head: str, tail: str) -> None:
    texts = [f"{P} {head} {{ {pattern} FILTER{each} }} {tail}" for each in FILTERS]
    expected = [rows(store.query(text)) for text in texts]
    assert from_memory(store, *texts) == expected
    assert len(set(map(tuple, expected))) > len(FILTERS) // 2


@pytest.mark.parametrize("lacking", LACKING)
@pytest.mark.parametrize("pattern", ["?x :p ?t", "?x :p ?t . ?t :r ?y", "?x a :a ; :p ?t"])
@pytest.mark.parametrize(("head", "tail"), HEADS)
def test_what_lacks_something_is_the_same(
    store: Scratch, pattern: str, lacking: str, head: str, tail: str
) -> None:
    lack = f"filter not exists {lacking}"
    texts = [
        f"{P} {head} {{ {pattern} {lack} }} {tail}",
        f"{P} {head} {{ {lack} . {pattern} . FILTER(isIRI(?t) || LANG(?t) = 'de') }} {tail} # x\n",
    ]
    if "?y" in pattern:
        texts[1] = f"{P} {head} {{ ?t :r ?y . {lack} . ?x :p ?t }} {tail}"

    expected = [rows(store.query(text)) for text in texts]
    assert from_memory(store, *texts) == expected


def test_another_query_over_the_same_patterns_is_answered_from_memory_too() -> None:
    store = a_store(9)
    first = f'{P} SELECT (COUNT(*) AS ?n) {{ ?x :p ?t FILTER(REGEX(?t, "77")) }}'
    others = [
        'PREFIX y: <urn:x:> SELECT ?result { ?s y:p ?result FILTER(CONTAINS(?result, "von")) }',
        "SELECT ?o (COUNT(?s) AS ?n) WHERE { ?s <urn:x:p> ?o . } GROUP BY ?o",
    ]
    assert from_memory(store, first, *others)[1:] == [rows(store.query(each)) for each in others]


@pytest.mark.parametrize(
    ("query", "because"),
    [
        ("SELECT ?t { ?x :p ?t } LIMIT 3", "which rows come first is open"),
        ("SELECT ?t { ?x :p ?t } ORDER BY ?t LIMIT 3 OFFSET 3", "pages must fit each other"),
        ("SELECT (SUM(?t) AS ?n) { ?x :p ?t }", "sums of broken numbers depend on the order"),
        ("SELECT (GROUP_CONCAT(?t) AS ?n) { ?x :p ?t }", "texts are joined in their order"),
        ("SELECT (SAMPLE(?t) AS ?n) { ?x :p ?t }", "any value is right"),
        ("SELECT (MAX(?t) AS ?n) { ?x :p ?t }", "77 and 77.0 are equal"),
        ("SELECT REDUCED ?t { ?x :p ?t }", "any number is right"),
        ("SELECT ?t FROM <urn:x:one> { ?x :p ?t }", "it names its graphs"),
        ("SELECT ?t { GRAPH ?g { ?x :p ?t } }", "it asks each graph"),
        ("SELECT ?t { ?x ?p ?t }", "any property"),
        ("SELECT ?t { ?x :p/:q ?t }", "a path"),
        ("SELECT ?t { ?x :p+ ?t }", "a path"),
        ("SELECT ?t { ?x ^:p ?t }", "a path"),
        ("SELECT ?t { :a :p ?t }", "few rows"),
        ('SELECT ?x { ?x :p "Straße"@de }', "few rows"),
        ("SELECT ?x { ?x :p [ :q ?t ] }", "a blank node"),
        ("SELECT ?x { ?x :p ?t OPTIONAL { ?x :q ?y } }", "more than triples"),
        ("SELECT ?x { ?x :p ?t MINUS { ?x :q ?y } }", "more than triples"),
        ("SELECT ?x { { ?x :p ?t } UNION { ?x :q ?t } }", "more than triples"),
        ("SELECT ?x { ?x :p ?t BIND(?t AS ?y) }", "more than triples"),
        ("SELECT ?x { ?x :p ?t VALUES ?t { 1 } }", "more than triples"),
        ("SELECT ?x { ?x :p ?t } VALUES ?t { 1 }", "more than triples"),
        ("SELECT ?x { SELECT ?x { ?x :p ?t } }", "a query in a query"),
        ("SELECT ?x { ?x :p ?t FILTER EXISTS { ?x :q ?y } }", "something must exist"),
        ("SELECT ?x { ?x :p ?t FILTER(?t = 1 || NOT EXISTS { ?x :q ?y }) }", "part of a filter"),
        (
            "SELECT ?x { ?x :p ?t FILTER NOT EXISTS { ?x :q ?y } FILTER NOT EXISTS { ?x :r ?y } }",
            "two filters",
        ),
        ("SELECT ?x { ?x :p ?t FILTER NOT EXISTS { ?x :q ?y . ?y :r ?z } }", "two triples"),
        ("SELECT ?x { ?x :p ?t FILTER NOT EXISTS { ?x :q :a } }", "a thing is named"),
        ("SELECT ?x { ?x :p ?t FILTER NOT EXISTS { ?x :q ?y FILTER(?y = ?t) } }", "a filter"),
        ("SELECT ?x { ?x :p ?t FILTER NOT EXISTS { ?y :q ?z } }", "nothing is shared"),
        ("SELECT ?x { ?x :p ?t . ?t :p ?y FILTER NOT EXISTS { ?x :q ?z } }", "one property twice"),
        (
            "SELECT ?x { ?x :p ?t . ?t <urn:x:p> ?y FILTER NOT EXISTS { ?x :q ?z } }",
            "one property twice, in two spellings",
        ),
        (
            "SELECT ?x { ?x :p ?t . ?t :r ?y FILTER NOT EXISTS { ?x :q ?y } }",
            "no triple knows both that are asked about",
        ),
        ("SELECT ?x { ?x :p ?x FILTER NOT EXISTS { ?x :q ?y } }", "both ends are one"),
        ("ASK { ?x :p ?t }", "it is no table"),
        ("CONSTRUCT { ?x :q ?t } { ?x :p ?t }", "it is no table"),
        ("DESCRIBE ?x { ?x :p ?t }", "it is no table"),
        ("SELECT ?x { ?x no:p ?t }", "the prefix is unknown"),
        ("BASE <urn:x:> SELECT ?x { ?x <p> ?t }", "names are relative"),
        ("SELECT ?x { ?x <p> ?t }", "names are relative"),
        ('SELECT ?x { ?x :p ?t FILTER(?t = "\\u0041") }', "letters are escaped"),
        ("SELECT ?x { ?x :p ?t ", "a brace is missing"),
        ("SELECT ?x { ?x :p ?t FILTER(?t = 1 }", "a bracket is missing"),
        ("SELECT ?x { }", "there is no triple"),
    ],
)
def test_a_query_is_left_to_the_engine_where(query: str, because: str) -> None:
    assert held_pattern(P + query) is None, because


def test_a_query_that_does_not_parse_says_so_from_memory_too() -> None:
    store = a_store(1)
    planner = Planner(store.query, most=10_000)
    learn(planner, f"{P} SELECT ?x {{ ?x :p ?t FILTER NOT EXISTS {{ ?x :q ?y }} }}")
    with pytest.raises(QueryError, match="does not parse"):
        planner.answer(f"{P} SELECT ?x {{ ?x :p ?t FILTER NOT EXISTS {{ ?x :q ?y }} }} NONSENSE")


@pytest.mark.parametrize(("seconds", "is_wanted"), [(0.001, False), (0.1, True), (20, False)])
def test_what_is_answered_at_once_or_takes_very_long_is_not_held(
    seconds: float, *, is_wanted: bool
) -> None:
    planner = Planner(a_store(1).query, most=10_000)
    planner.note(P + "SELECT ?t { ?x :p ?t }", seconds)
    assert planner.has_work == is_wanted


def test_more_than_may_be_held_is_not_read_again_and_the_longest_unused_goes_first() -> None:
    store = a_store(2)
    queries = {name: f"{P} SELECT ?x ?t {{ ?x :{name} ?t }}" for name in "pqr"}
    sizes = {name: len(rows(store.query(query))) - 2 for name, query in queries.items()}
    asked = Asked(store)

    def held(planner: Planner, name: str) -> bool:
        asked.queries.clear()
        assert rows(planner.answer(queries[name])) == rows(store.query(queries[name]))
        return not asked.queries

    small = Planner(asked, most=sizes["p"] - 1)
    learn(small, queries["p"])
    assert not held(small, "p")
    small.note(queries["p"], 0.1)
    assert not small.has_work

    roomy = Planner(asked, most=sum(sizes.values()) - min(sizes.values()))
    for name in ("p", "q"):
        learn(roomy, queries[name])
    assert held(roomy, "p")
    learn(roomy, queries["r"])
    assert held(roomy, "r")
    assert not held(roomy, "q")
