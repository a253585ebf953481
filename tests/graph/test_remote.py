"""The graph on real servers elsewhere: the same promises as the embedded store, on each."""

import io
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from rdflib import RDF, RDFS, XSD, Literal, URIRef

from graph.statements import Statement
from graph.store import ReadingLimits, Request, Store
from graph.store.remote import RemoteStore
from graph.store.remote_reading import RemoteReading
from graph.store.remote_server import RemoteAddress
from graph.store.remote_text import form_of, with_values, within_graphs
from ontology.errors import (
    AnswerTooLargeError,
    NotFoundError,
    QueryError,
    QueryTimeoutError,
    StoreError,
)
from ontology.terms import NW
from tests.servers import SERVERS

TOWN = URIRef("https://w3id.org/nachbarwissen/id/municipality/05766044")
BOTH = Statement(TOWN, RDFS.label, Literal("Lage"))
VALUES = (
    Literal("05766044"),
    Literal('Größe "x"\n\\ ä', lang="de"),
    Literal("0.7", datatype=XSD.decimal),
    Literal("2021-03-04", datatype=XSD.date),
    Literal("2021", datatype=XSD.gYear),
    Literal(7),
    Literal("true", datatype=XSD.boolean),
    Literal("lang " * 3000),
    URIRef("https://example.org/a?b=c&d"),
)
ONE = [BOTH, *(Statement(TOWN, NW.quote, value) for value in VALUES)]
TWO = [BOTH, Statement(TOWN, RDF.type, NW.Municipality)]


@pytest.fixture(params=SERVERS)
def address(
    request: pytest.FixtureRequest, sparql_servers: Callable[[str], RemoteAddress]
) -> RemoteAddress:
    return sparql_servers(request.param)


@pytest.fixture
def store(address: RemoteAddress) -> Iterator[RemoteStore]:
    with RemoteStore(address) as store:
        # The servers are those of the whole run; others wrote there before.
        _empty(store)
        yield store
        _empty(store)
        assert len(store) == 0


def _empty(store: RemoteStore) -> None:
    for graph in store.graphs():
        store.replace_graph(graph, ())


def test_what_is_written_is_read_in_the_same_terms(store: RemoteStore) -> None:
    store.replace("a", ONE)
    graph = store.iris.document_graph("a")
    assert set(store.statements(graph)) == set(store.statements()) == set(ONE)
    assert set(store.about(str(TOWN))) == set(ONE)
    assert store.document_ids() == ("a",)


def test_a_statement_of_two_documents_counts_once_and_goes_with_the_last(
    store: RemoteStore,
) -> None:
    store.replace("a", ONE)
    store.replace("b", TWO)
    assert len(store) == len({*ONE, *TWO})
    query = f"SELECT ?g WHERE {{ GRAPH ?g {{ ?town <{RDFS.label}> ?n }} }} ORDER BY ?g"
    assert [row["g"] for row in store.query(query).rows()] == list(store.graphs())
    store.forget("a")
    assert set(store.statements()) == set(TWO)
    store.forget("b")
    assert len(store) == 0
    with pytest.raises(NotFoundError):
        store.forget("b")


def test_a_document_is_replaced_and_the_superseded_one_goes(store: RemoteStore) -> None:
    store.replace("a", ONE)
    store.replace("b", TWO, superseded=["a"])
    store.replace("b", [BOTH])
    assert store.document_ids() == ("b",)
    assert list(store.statements()) == [BOTH]
    assert store.agrees()


def test_writing_again_completes_what_was_stopped_in_between(
    store: RemoteStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("put", "delete", "post", "update"):
        store.replace("a", ONE)
        with monkeypatch.context() as patch:
            patch.setattr(store._server, name, _stop)  # noqa: SLF001 - the server fails
            with pytest.raises(StoreError, match="stopped"):
                store.replace("b", TWO, superseded=["a"])
        store.replace("b", TWO, superseded=["a"])
        assert set(store.statements()) == set(TWO), name
        assert store.agrees()
        store.forget("b")


def _stop(*_arguments: object) -> None:
    raise StoreError("stopped")


def test_a_dump_is_the_bytes_of_the_embedded_store(store: RemoteStore) -> None:
    embedded, ours, theirs = Store(), io.BytesIO(), io.BytesIO()
    for one in (store, embedded):
        one.replace("a", ONE)
        one.bulk_replace_graph(one.iris.graph("reference"), TWO)
    store.dump(theirs)
    embedded.dump(ours)
    assert theirs.getvalue() == ours.getvalue()
    for graph in store.graphs():
        store.replace_graph(graph, ())
    store.load_dump(io.BytesIO(ours.getvalue()))
    assert set(store.statements()) == {*ONE, *TWO}
    assert store.agrees()


def test_queries_take_values_datasets_and_bases(store: RemoteStore) -> None:
    store.replace("a", ONE)
    store.replace("b", TWO)
    label = (
        "SELECT ?thing ?name WHERE { ?thing <http://www.w3.org/2000/01/rdf-schema#label> ?name }"
    )
    assert list(store.query(label, bindings={"thing": TOWN}).rows()) == [
        {"thing": str(TOWN), "name": "Lage"}
    ]
    assert list(store.query(label, bindings={"thing": RDF.type}).rows()) == []
    only = store.query("SELECT ?p { ?s ?p ?o }", default_graphs=[store.iris.document_graph("b")])
    assert len(list(only.rows())) == 2
    assert store.query("ASK { <05766044> ?p ?o }", base_iri=str(TOWN))
    assert not store.query("ASK { <urn:x:none> ?p ?o }")
    graph = store.query("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }")
    assert graph.kind == "graph"
    assert graph.text(format_name="ntriples").count("\n") == len({*ONE, *TWO})
    with pytest.raises(QueryError):
        store.query("SELECT WHERE")


def test_the_endpoint_reads_whole_answers_within_its_limits(
    store: RemoteStore, address: RemoteAddress, tmp_path: Path
) -> None:
    store.replace("a", ONE)
    published = tmp_path / "snapshot-1"
    store.snapshot(published)
    query, formats = "SELECT ?p { ?s ?p ?o }", {"table": "json"}
    reading = RemoteReading(ReadingLimits(max_rows=len(ONE)), address)
    assert reading.read(Request(published, query, formats)).body.count(b'"type":"uri"') == len(ONE)
    small = RemoteReading(ReadingLimits(max_rows=3), address)
    with pytest.raises(AnswerTooLargeError, match="more than 3 rows"):
        small.read(Request(published, query, formats))
    late = RemoteReading(ReadingLimits(seconds=1e-6), address)
    with pytest.raises((QueryTimeoutError, StoreError), match=r"time limit|reached"):
        late.read(Request(published, query, formats))
    for one in (reading, small, late):
        one.close()
    with (
        RemoteStore(address, published=published) as reader,
        pytest.raises(StoreError, match="reading only"),
    ):
        reader.replace("a", TWO)


def test_a_server_that_is_not_there_or_refuses_is_told(address: RemoteAddress) -> None:
    nowhere = RemoteAddress("http://127.0.0.1:9/", "http://127.0.0.1:9/", "http://127.0.0.1:9/")
    with pytest.raises(StoreError, match="cannot be reached"):
        RemoteStore(nowhere)
    if address.user:
        stranger = RemoteAddress(address.query, address.update, address.graphs, "dba", "wrong")
        with pytest.raises(StoreError, match="STORE_PASSWORD"):
            RemoteStore(stranger)
    assert "dba')" not in repr(address)


def test_a_query_is_fitted_to_a_server() -> None:
    assert form_of("# SELECT\nPREFIX select: <urn:x:> ASK {}") == "ASK"
    values = with_values("SELECT ?a WHERE { ?a ?b ?c }", {"a": "<urn:x:1>"})
    assert values == "SELECT ?a WHERE { VALUES ?a { <urn:x:1> } ?a ?b ?c }"
    within = within_graphs(
        "SELECT * { GRAPH ?g { { ?a ?b ?c } } GRAPH <urn:x:g> { ?a ?b ?d } }",
        beginning="urn:x:graph/",
        without=["urn:x:graph/union"],
    )
    added = ' FILTER(STRSTARTS(STR(?g), "urn:x:graph/") && ?g NOT IN (<urn:x:graph/union>))'
    assert (
        within
        == f"SELECT * {{ GRAPH ?g {{ {{ ?a ?b ?c }} }}{added} GRAPH <urn:x:g> {{ ?a ?b ?d }} }}"
    )
