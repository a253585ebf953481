"""Search patterns become rows of passages, wherever the grammar lets them stand."""

import time
from collections.abc import Sequence

import pytest
from rdflib import Literal, URIRef

from graph.search_patterns import Search, SearchFind, has_searches, with_finds
from graph.statements import Statement
from graph.store import Store
from ontology.errors import QueryError
from ontology.terms import NW

PREFIX = "PREFIX nw: <https://w3id.org/nachbarwissen/ontology#> "
FOUND = [SearchFind("urn:x:p1", 2.5), SearchFind("urn:x:p2", 1.0)]


def find(search: Search) -> Sequence[SearchFind]:
    """Find two passages by words, and the second by meaning."""
    return FOUND if search.kind == "matches" else FOUND[1:]


@pytest.fixture(scope="module")
def store() -> Store:
    store = Store()
    statements = [
        Statement(URIRef(f"urn:x:p{n}"), NW.inDocument, URIRef(f"urn:x:d{n}")) for n in range(4)
    ]
    statements += [Statement(one.subject, NW.start, Literal(n)) for n, one in enumerate(statements)]
    store.replace_graph("urn:x:g", statements)
    return store


@pytest.mark.parametrize(
    ("pattern", "rows"),
    [
        ('?p nw:matches "a"', ["p1", "p2"]),
        ('?p nw:matches "a" .', ["p1", "p2"]),
        ('?p <https://w3id.org/nachbarwissen/ontology#matches> """a"b"""', ["p1", "p2"]),
        ('?p nw:matches "a" ; nw:inDocument ?d . ?p nw:start 2', ["p2"]),
        ('?p nw:start 2 ; nw:inDocument ?d ; nw:matches "a"@de', ["p2"]),
        ('?p nw:inDocument ?d FILTER(?d != <urn:x:d1>) ?p nw:matches "a"', ["p2"]),
        ('?p nw:matches "a" ; nw:similarTo "b"', ["p2"]),
        ('(?p ?s) nw:matches ("a" 7) ; nw:inDocument ?d FILTER(?s > 1.5)', ["p1"]),
        ('GRAPH ?g { ?p nw:matches "a" ; nw:start ?n }', ["p1", "p2"]),
        ('?p nw:start ?n MINUS { ?p nw:matches "a" }', ["p0", "p3"]),
        ('?p nw:start ?n FILTER NOT EXISTS { ?p nw:matches "a" }', ["p0", "p3"]),
        ('?p nw:start ?n FILTER(?n < 2 && EXISTS { ?p nw:matches "a" })', ["p1"]),
        ('{ ?p nw:similarTo "a" } UNION { SELECT ?p { ?p nw:start 0 } }', ["p0", "p2"]),
        ('?p nw:start ?n OPTIONAL { ?p nw:matches "a" } FILTER(?n = 1.0)', ["p1"]),
        ("VALUES ?k { nw:matches } ?p nw:start 3", ["p3"]),
    ],
)
def test_what_a_search_finds_joins_with_the_graph(
    store: Store, pattern: str, rows: list[str]
) -> None:
    query = with_finds(f"{PREFIX}SELECT DISTINCT ?p {{ {pattern} }} ORDER BY ?p", find)
    assert [row["p"] for row in store.query(query).rows()] == [f"urn:x:{row}" for row in rows]


def test_the_score_can_be_selected_and_sorted_by(store: Store) -> None:
    query = 'SELECT ?p ?s { (?p ?s) nw:matches "a" } ORDER BY ?s'
    rows = list(store.query(with_finds(PREFIX + query, find)).rows())
    assert [row["s"] for row in rows] == ["1", "2.5"]


def test_a_template_may_say_what_was_found(store: Store) -> None:
    query = 'CONSTRUCT { ?p nw:matches "x" } WHERE { ?p nw:matches "a" }'
    answer = store.query(with_finds(PREFIX + query, find)).text(format_name="ntriples")
    assert answer.count("#matches>") == 2


def test_the_text_is_read_as_sparql_writes_it() -> None:
    asked: list[Search] = []

    def remember(search: Search) -> Sequence[SearchFind]:
        asked.append(search)
        return []

    with_finds(f'{PREFIX}SELECT * {{ ?p nw:matches "\\u00e4 \\"b\\"\\n" }}', remember)
    with_finds(f"{PREFIX}SELECT * {{ ?p nw:similarTo ('c' 20) }}", remember)
    assert [search.text for search in asked] == ['ä "b"\n', "c"]
    assert [search.limit for search in asked] == [10_000, 20]


@pytest.mark.parametrize(
    ("pattern", "message"),
    [
        ("?p nw:matches ?t", r"a text in quotes, not \?t; write"),
        ("?p nw:similarTo <urn:x:p1>", "a text in quotes, not <urn:x:p1>"),
        ('<urn:x:p1> nw:matches "a"', "for a variable, not for <urn:x:p1>"),
        ('(?p ?p) nw:matches "a"', "for a variable"),
        ('?p nw:matches " "', "not an empty one"),
        ('?p nw:matches "a", "b"', "takes one text"),
        ('?p nw:matches ("a" 0)', "1 to 10,000 passages, not 0"),
        ('?p nw:matches ("a" ?n)', "a number in brackets"),
        ('?p nw:matches/nw:start "a"', "a text in quotes, not /"),
        ('?p ^nw:matches "a"', "no path and no brackets"),
        ('?x nw:about [ nw:matches "a" ]', "no path and no brackets"),
        ('[ nw:matches "a" ] nw:inDocument ?d', "no path and no brackets"),
        (" . ".join(['?p nw:matches "a"'] * 11), "10 times at most, not 11"),
    ],
)
def test_a_search_that_cannot_be_meant_is_told(pattern: str, message: str) -> None:
    with pytest.raises(QueryError, match=message):
        with_finds(f"{PREFIX}SELECT * {{ {pattern} }}", find)


@pytest.mark.parametrize(
    "query",
    [
        'SELECT * { ?s ?p "nw:matches" }',
        'SELECT * { ?s ?p ?o } # ?p nw:matches "a"',
        "SELECT * { ?s ?p nw:matches . nw:matches ?q ?r }",
        "SELECT * { ?s ?p ?o FILTER(nw:matches(?o)) } ORDER BY nw:matches(?o)",
        'SELECT * { ?s <urn:x:matches> "a" }',
    ],
)
def test_what_only_looks_like_a_search_is_left_as_it_is(query: str) -> None:
    assert has_searches(query)
    assert with_finds(PREFIX + query, find) == PREFIX + query


@pytest.mark.parametrize("part", ["FILTER ", "( ", "?a ", "VALUES ", "; ", "{ ", ") "])
def test_a_long_query_takes_no_longer_than_its_length(part: str) -> None:
    begun = time.process_time()
    with_finds(f"{PREFIX}SELECT * {{ {part * 30_000} matches", find)
    assert time.process_time() - begun < 3
