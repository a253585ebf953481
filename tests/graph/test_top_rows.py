"""The first rows of a sorted table are the same ones, however few rows are sorted for them."""

import itertools
import random
from collections.abc import Sequence

import pytest
from rdflib import XSD, Literal, URIRef

from graph.statements import Statement
from graph.store import Store
from graph.top_rows import narrowed

Term = URIRef | Literal
P = "PREFIX : <urn:x:> "
THINGS = [URIRef(f"urn:x:{name}") for name in "abcdefghijklmnop"]
DATES = [Literal(f"20{year}-01-01", datatype=XSD.date) for year in range(10, 16)]
NUMBERS = [Literal(number) for number in (-20, -3, 0, 4, 11, 100)]
TEXTS = [Literal(text) for text in ("Äpfel", "apfel", "Zoo", "ö", "😀", "zoo", "")]


def a_store(values: Sequence[Term], *, seed: int = 3) -> Store:
    """Each thing has some of the values, and some other things."""
    chance, store = random.Random(seed), Store()  # noqa: S311 - the same statements each time
    p, q = URIRef("urn:x:p"), URIRef("urn:x:q")
    every = [Statement(*each) for each in itertools.product(THINGS, [p], values)]
    every += [Statement(*each) for each in itertools.product(THINGS, [q], THINGS)]
    store.replace("d", chance.sample(every, len(every) // 2))
    return store


def as_table(store: Store, query: str) -> str:
    return store.query(query).text(format_name="tsv")


@pytest.mark.parametrize("values", [DATES, NUMBERS, TEXTS, THINGS], ids=["d", "n", "t", "i"])
@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?x ?y { ?x :p ?y } ORDER BY DESC(?y) ?x LIMIT {}",
        "SELECT * { ?x :p ?y } ORDER BY ?y DESC(?x) LIMIT {}",
        "SELECT ?y ?x WHERE { ?x :p ?y } ORDER BY ASC(?x) DESC ( ?y ) LIMIT {} OFFSET 3",
        "SELECT ?x ?y ?z { ?x :p ?y ; :q ?z } ORDER BY desc(?y) ?z ?x LIMIT {} # the end\n",
        "SELECT ?z { ?x :p ?y . ?x :q ?z . } ORDER BY ?y ?z ?x LIMIT {}",
    ],
)
@pytest.mark.parametrize("rows", [1, 4, 20, 45])
def test_the_first_rows_are_the_same(values: Sequence[Term], query: str, rows: int) -> None:
    store, whole = a_store(values), P + query.replace("{}", str(rows))
    shorter = narrowed(whole, lambda text: as_table(store, text))
    assert "VALUES" in shorter
    assert as_table(store, shorter) == as_table(store, whole)


def test_equals_may_come_in_any_order_but_none_is_lost() -> None:
    store, whole = a_store(DATES), P + "SELECT ?y { ?x :p ?y } ORDER BY ?y LIMIT 9"
    shorter = narrowed(whole, lambda text: as_table(store, text))
    assert "VALUES" in shorter
    assert as_table(store, shorter) == as_table(store, whole)


@pytest.mark.parametrize(
    "value",
    [
        Literal("2012-13-45", datatype=XSD.date, normalize=False),
        Literal("2012-01-01Z", datatype=XSD.date, normalize=False),
        Literal("2012-01-01T00:00:00", datatype=XSD.dateTime),
        Literal("2012", lang="de"),
        Literal("1.5", datatype=XSD.decimal),
        Literal('a "quote"'),
        URIRef("urn:x:a"),
    ],
)
@pytest.mark.parametrize("values", [DATES, NUMBERS, TEXTS])
def test_values_of_several_kinds_are_left_to_the_engine(
    values: Sequence[Term], value: Term
) -> None:
    store = a_store([*values, value])
    whole = P + "SELECT ?x ?y { ?x :p ?y } ORDER BY ?y ?x LIMIT 5"
    assert narrowed(whole, lambda text: as_table(store, text)) == whole


def test_a_later_key_of_several_kinds_is_left_to_the_engine_too() -> None:
    store = a_store([*DATES, Literal("spät")])
    whole = P + "SELECT ?x ?y { ?x :p ?y } ORDER BY ?x ?y LIMIT 5"
    shorter = narrowed(whole, lambda text: as_table(store, text))
    assert "VALUES (?x) {" in shorter
    assert as_table(store, shorter) == as_table(store, whole)


@pytest.mark.parametrize(
    ("query", "because"),
    [
        ("SELECT DISTINCT ?y { ?x :p ?y } ORDER BY ?y LIMIT 2", "rows are counted once"),
        ("SELECT ?x ?y { ?x :p ?y } ORDER BY ?y", "all rows are asked for"),
        ("SELECT ?x ?y { ?x :p ?y } ORDER BY ?y LIMIT 1001", "too many rows are asked for"),
        ("SELECT ?x ?y { ?x :p ?y } ORDER BY ?y LIMIT 0", "no row is asked for"),
        ("SELECT ?x ?y { ?x :p ?y } ORDER BY STR(?y) LIMIT 2", "the key is computed"),
        ("SELECT ?x ?y { ?x :p ?y } ORDER BY ?z LIMIT 2", "the key is not in the pattern"),
        ("SELECT ?x ?y { :a :p ?y } ORDER BY ?y LIMIT 2", "there are few rows"),
        (
            "SELECT ?x ?y { ?x :p ?y OPTIONAL { ?x :q ?z } } ORDER BY ?z LIMIT 2",
            "it may be unbound",
        ),
        ("SELECT ?x { ?x :p ?y FILTER(?y > 3) } ORDER BY ?y LIMIT 2", "there is a filter"),
        ("SELECT ?x { ?x :p/:q ?y } ORDER BY ?y LIMIT 2", "a path is no triple"),
        ("SELECT ?x (COUNT(?y) AS ?n) { ?x :p ?y } GROUP BY ?x ORDER BY ?x LIMIT 2", "it counts"),
        ("CONSTRUCT { ?x :p ?y } WHERE { ?x :p ?y } ORDER BY ?y LIMIT 2", "it is no table"),
        ("SELECT ?x FROM <urn:x:g> { ?x :p ?y } ORDER BY ?y LIMIT 2", "it names its graphs"),
        ("SELECT ?x { ?x :p ?y } ORDER BY ?y LIMIT 2 VALUES ?x { :a }", "more follows"),
        ("SELECT ?x { ?x :none ?y } ORDER BY ?y LIMIT 2", "there are no rows"),
        ("SELECT ?x { ?x :p ?y } ORDER BY ?y LIMIT 900", "there are not so many rows"),
    ],
)
def test_a_query_is_left_alone_where(query: str, because: str) -> None:
    store = a_store(DATES)
    assert narrowed(P + query, lambda text: as_table(store, text)) == P + query, because


def test_a_query_that_does_not_parse_is_left_alone() -> None:
    store, whole = a_store(DATES), "SELECT ?x { ?x no:prefix ?y } ORDER BY ?y LIMIT 2"
    assert narrowed(whole, lambda text: as_table(store, text)) == whole
