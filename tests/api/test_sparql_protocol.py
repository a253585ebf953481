import json
import re
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.settings import Settings
from api.sparql_examples import all_examples

SELECT = 'SELECT ?town WHERE { ?town <https://w3id.org/nachbarwissen/ontology#ags> "05766044" }'
ASK = "ASK { ?s ?p ?o }"
CONSTRUCT = f"CONSTRUCT {{ ?town a <urn:x:Town> }} {SELECT.removeprefix('SELECT ?town ')}"
LEMGO = "https://w3id.org/nachbarwissen/id/municipality/05766044"


@pytest.fixture(scope="module")
def client(empty_home: Path, tiny_model: Path) -> TestClient:
    return TestClient(create_app(Settings(home=empty_home, model=str(tiny_model))))


def test_a_query_comes_by_get_by_form_and_directly(client: TestClient) -> None:
    by_get = client.get("/sparql", params={"query": SELECT})
    by_form = client.post("/sparql", data={"query": SELECT})
    direct = client.post(
        "/sparql", content=SELECT, headers={"Content-Type": "application/sparql-query"}
    )
    for response in (by_get, by_form, direct):
        assert response.status_code == 200
        assert response.headers["content-type"] == "application/sparql-results+json"
        (row,) = response.json()["results"]["bindings"]
        assert row["town"] == {"type": "uri", "value": LEMGO}


@pytest.mark.parametrize(
    ("query", "accept", "media_type", "part"),
    [
        pytest.param(SELECT, "application/sparql-results+xml", None, "<uri>", id="xml"),
        pytest.param(SELECT, "text/csv", "text/csv; charset=utf-8", "town\r\n", id="csv"),
        pytest.param(SELECT, "text/tab-separated-values", None, "?town\n", id="tsv"),
        pytest.param(ASK, "*/*", "application/sparql-results+json", "true", id="ask"),
        pytest.param(CONSTRUCT, "*/*", "text/turtle; charset=utf-8", "urn:x:Town", id="graph"),
        pytest.param(CONSTRUCT, "application/n-triples", None, "urn:x:Town", id="n-triples"),
        pytest.param(CONSTRUCT, "application/ld+json", None, "urn:x:Town", id="json-ld"),
        pytest.param(CONSTRUCT, "application/rdf+xml", None, "urn:x:", id="rdf/xml"),
        pytest.param(CONSTRUCT, "application/trig", None, "urn:x:Town", id="trig"),
        pytest.param(CONSTRUCT, "application/n-quads", None, "urn:x:Town", id="n-quads"),
        pytest.param(
            SELECT, "text/csv;q=0.4, application/sparql-results+xml", None, "<uri>", id="weights"
        ),
    ],
)
def test_the_answer_comes_as_the_client_likes_it(
    client: TestClient, query: str, accept: str, media_type: str | None, part: str
) -> None:
    response = client.get("/sparql", params={"query": query}, headers={"Accept": accept})
    assert response.status_code == 200
    wanted = media_type or accept.rpartition(",")[2].strip()
    assert response.headers["content-type"].startswith(wanted)
    assert part in response.text


def test_the_format_can_be_asked_for_by_name(client: TestClient) -> None:
    response = client.get("/sparql", params={"query": SELECT, "format": "csv"})
    assert response.text == f"town\r\n{LEMGO}\r\n"


@pytest.mark.parametrize(
    ("parameters", "status"),
    [
        pytest.param({"query": "SELECT WHERE"}, 400, id="does not parse"),
        pytest.param({"query": [SELECT, ASK]}, 400, id="two queries"),
        pytest.param({"query": ""}, 400, id="empty query"),
        pytest.param({"nothing": "here"}, 400, id="no query"),
        pytest.param({"update": "DELETE WHERE { ?s ?p ?o }"}, 403, id="update"),
        pytest.param({"query": "DELETE WHERE { ?s ?p ?o }"}, 400, id="update as query"),
        pytest.param({"query": SELECT, "format": "turtle"}, 406, id="a table is no graph"),
        pytest.param({"query": "ASK { SERVICE <http://x.example/> {} }"}, 403, id="a service"),
    ],
)
def test_what_cannot_be_answered_is_a_problem(
    client: TestClient, parameters: dict[str, str | list[str]], status: int
) -> None:
    for response in (
        client.get("/sparql", params=parameters),
        client.post("/sparql", data=parameters),
    ):
        assert response.status_code == status
        assert response.headers["content-type"] == "application/problem+json"
        assert response.json()["detail"]


def test_updates_are_refused_and_change_nothing(client: TestClient) -> None:
    update = "DELETE WHERE { ?s ?p ?o }"
    response = client.post(
        "/sparql", content=update, headers={"Content-Type": "application/sparql-update"}
    )
    assert response.status_code == 403
    assert "only reads" in response.json()["detail"]
    assert client.get("/sparql", params={"query": ASK}).json()["boolean"] is True


def test_another_media_type_is_refused(client: TestClient) -> None:
    response = client.post("/sparql", content=SELECT, headers={"Content-Type": "text/plain"})
    assert response.status_code == 415


def test_a_body_that_is_no_text_is_refused(client: TestClient) -> None:
    response = client.post(
        "/sparql", content=b"\xff\xfe", headers={"Content-Type": "application/sparql-query"}
    )
    assert response.status_code == 400


def test_a_query_of_megabytes_is_refused(client: TestClient) -> None:
    response = client.post("/sparql", data={"query": "#" * (2**20 + 1)})
    assert response.status_code == 413


def test_the_protocol_names_the_graphs_that_a_query_sees(client: TestClient) -> None:
    graph = "https://w3id.org/nachbarwissen/graph/reference"
    none = "https://w3id.org/nachbarwissen/graph/none"
    count = "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }"
    counts = [
        json.loads(client.get("/sparql", params={"query": count, "default-graph-uri": one}).text)[
            "results"
        ]["bindings"][0]["n"]["value"]
        for one in (graph, none)
    ]
    assert int(counts[0]) > 100_000
    assert counts[1] == "0"


def test_a_browser_without_a_query_gets_a_form_with_examples(client: TestClient) -> None:
    page = client.get("/sparql", headers={"Accept": "text/html"})
    assert page.status_code == 200
    assert "<textarea" in page.text
    assert page.text.count("/sparql?example=") == len(all_examples())


def test_a_program_without_a_query_gets_the_description_of_the_service(client: TestClient) -> None:
    response = client.get("/sparql", headers={"Accept": "application/n-triples"})
    assert response.headers["content-type"].startswith("application/n-triples")
    says = "<http://testserver/sparql#service> <http://www.w3.org/ns/sparql-service-description#"
    assert f"{says}endpoint> <http://testserver/sparql> ." in response.text
    assert f"{says}supportedLanguage> " in response.text
    assert "/graph/reference> ." in response.text
    assert client.get("/sparql").headers["content-type"].startswith("text/turtle")
    assert client.get("/sparql", headers={"Accept": "application/pdf"}).status_code == 406


def test_pages_of_other_addresses_may_read_what_is_open_and_nothing_else(
    client: TestClient,
) -> None:
    origin = {"Origin": "https://elsewhere.example"}
    asked = client.get("/sparql", params={"query": ASK}, headers=origin)
    assert asked.headers["access-control-allow-origin"] == "*"
    preflight = client.options(
        "/sparql",
        headers={
            **origin,
            "Access-Control-Request-Method": "POST",
            "Access-Control-Request-Headers": "content-type",
        },
    )
    assert preflight.status_code == 200
    assert "access-control-allow-origin" not in client.get("/healthz", headers=origin).headers


def test_the_data_set_is_described_for_linked_data_and_for_portals(client: TestClient) -> None:
    for address in ("/.well-known/void", "/api/v1/dataset"):
        text = client.get(address, headers={"Accept": "application/n-triples"}).text
        triples = re.search(r"<http://rdfs.org/ns/void#triples> \"(\d+)\"", text)
        assert triples
        assert int(triples[1]) > 100_000
        assert "<http://www.w3.org/ns/dcat#endpointURL> <http://testserver/sparql>" in text
        assert "<http://publications.europa.eu/resource/authority/data-theme/GOVE>" in text
        assert "<http://rdfs.org/ns/void#classPartition>" in text
    assert "void#Dataset" in client.get("/.well-known/void").text
