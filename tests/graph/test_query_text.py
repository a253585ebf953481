import pytest

from graph.federation import guard_services
from graph.query_text import pieces, unescaped
from graph.store import Store
from graph.update_text import prepare_update
from ontology.errors import ForbiddenError, QueryError

LISTED = "https://query.example/sparql"
NOWHERE = "<urn:nachbarwissen:service-not-allowed>"


def test_words_are_told_from_what_only_looks_like_them() -> None:
    text = """SELECT ?service { ?a <urn:SERVICE> "SERVICE", '''it's "SERVICE"''' # SERVICE
      ; ex:SERVICE ex:a\\#SERVICE }"""
    assert [piece.text for piece in pieces(text) if piece.is_word("SERVICE")] == []
    assert [piece.text for piece in pieces("{}SERVICE<x:>") if piece.is_word("SERVICE")]


def test_braces_are_counted() -> None:
    depths = {piece.text: piece.depth for piece in pieces("a { b { c } d } e")}
    assert [depths[name] for name in "abcde"] == [0, 1, 2, 1, 0]


def test_a_listed_endpoint_stays_and_every_other_leads_nowhere() -> None:
    query = f"SELECT * {{ SERVICE <{LISTED}> {{}} SERVICE SILENT <http://127.0.0.1/> {{}} }}"
    guarded = guard_services(query, {LISTED})
    assert guarded.text == query.replace("<http://127.0.0.1/>", NOWHERE)
    assert guarded.refused == ("http://127.0.0.1/",)


@pytest.mark.parametrize(
    "query",
    [
        "PREFIX q: <https://query.example/> SELECT * { SERVICE q:sparql { } }",
        "BASE <https://query.example/a> SELECT * { SERVICE <sparql> { } }",
    ],
)
def test_an_endpoint_is_known_by_its_whole_address(query: str) -> None:
    assert guard_services(query, {LISTED}).refused == ()
    assert guard_services(query, set()).refused == (LISTED,)


@pytest.mark.parametrize(
    "query",
    [
        pytest.param("SELECT * { SERVICE ?where { ?s ?p ?o } }", id="a variable"),
        pytest.param(
            "SELECT * { \\u0053ERVICE <http://127.0.0.1/> { ?s ?p ?o } }", id="an escaped word"
        ),
    ],
)
def test_a_hidden_endpoint_is_refused(query: str) -> None:
    with pytest.raises(ForbiddenError, match="SERVICE"):
        guard_services(query, {LISTED})


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
        "SELECT * { FILTER(1<2)SERVICE<http://127.0.0.1:1/>{ ?s ?p ?o } }",
        "PREFIX ex:<urn:x:> SELECT * { VALUES ?v { ex:a\\#b }\n SERVICE <http://127.0.0.1:1/> {} }",
        "SELECT * { SERVICE #<\n <http://127.0.0.1:1/> { ?s ?p ?o } }",
    ],
)
def test_the_engine_never_calls_an_endpoint_that_is_not_listed(query: str) -> None:
    guarded = guard_services(query, set())
    assert guarded.refused == ("http://127.0.0.1:1/",)
    with pytest.raises(QueryError) as caught:
        Store().query(guarded.text).text(format_name="json")
    assert "refused" not in str(caught.value).casefold()  # no connection was tried


def test_a_silent_call_of_an_endpoint_that_is_not_listed_gives_one_empty_row() -> None:
    guarded = guard_services("SELECT * { SERVICE SILENT <http://127.0.0.1:1/> { ?s ?p 1 } }", ())
    assert list(Store().query(guarded.text).rows()) == [{"p": None, "s": None}]


def test_codepoint_escapes_are_read_and_impossible_ones_left() -> None:
    assert unescaped("\\u0041\\U00000042 \\UFFFFFFFF") == "AB \\UFFFFFFFF"


def test_the_graphs_of_the_protocol_reach_every_condition() -> None:
    update = (
        "DELETE { ?s ?p ?o } WHERE { ?s ?p ?o } ; DELETE WHERE { ?a ?b ?c } ; INSERT {} WHERE {}"
    )
    prepared = prepare_update(update, using=["urn:g"], using_named=["urn:h"])
    assert prepared.count("USING <urn:g> USING NAMED <urn:h> WHERE") == 2
    assert "DELETE WHERE { ?a ?b ?c }" in prepared


def test_graphs_named_twice_are_refused() -> None:
    with pytest.raises(QueryError, match="not in both"):
        prepare_update("INSERT {} USING <urn:a> WHERE {}", using=["urn:b"])


def test_load_reads_what_is_mapped_and_nothing_else() -> None:
    documents = {"http://example.org/a": "<urn:s> <urn:p> 1 .\n"}
    into = prepare_update(
        "BASE <http://example.org/> LOAD <a> INTO GRAPH <urn:g> ; CLEAR ALL", documents=documents
    )
    assert into.endswith("INSERT DATA { GRAPH <urn:g> { <urn:s> <urn:p> 1 .\n } } ; CLEAR ALL")
    with pytest.raises(ForbiddenError, match=r"LOAD is off: http://example\.org/b"):
        prepare_update("LOAD <http://example.org/b>", documents=documents)
    assert prepare_update("LOAD SILENT <urn:b>") == "INSERT DATA {  }"


def test_the_call_of_an_unknown_function_is_an_error_of_its_expression() -> None:
    query = "SELECT ?x (<urn:x:f>(?x) AS ?y) (?x + 1 AS ?z) { VALUES ?x { 1 } }"
    assert list(Store().query(query).rows()) == [{"x": "1", "y": None, "z": "2"}]
