"""Dumps over HTTP, and a description of the data set whose numbers are true."""

import io
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from pyoxigraph import DefaultGraph, RdfFormat, parse
from rdflib import DCAT, DCTERMS, RDF, Graph, URIRef
from rdflib.namespace import VOID

from api.app import create_app
from api.dumps import DUMPS
from api.settings import Settings
from api.view import open_for_reading
from tests.conftest import take
from tests.factories import write_documents

BAUHOF = "Die Stadt Lage und die Gemeinde Leopoldshöhe betreiben einen gemeinsamen Bauhof."


@pytest.fixture
def client(settings: Settings, tmp_path: Path) -> Iterator[TestClient]:
    take(settings, write_documents(tmp_path / "in", {"a.txt": BAUHOF, "b.txt": f"{BAUHOF} Neu."}))
    with TestClient(create_app(settings)) as client:
        yield client


def quads(content: bytes, rdf_format: RdfFormat) -> set[str]:
    found = list(parse(content, rdf_format))
    assert not any(isinstance(quad.graph_name, DefaultGraph) for quad in found)
    return {str(quad) for quad in found}


def test_both_dumps_hold_what_the_canonical_export_holds(
    client: TestClient, settings: Settings
) -> None:
    output = io.BytesIO()
    open_for_reading(settings).store.dump(output)
    wanted = quads(output.getvalue(), RdfFormat.N_QUADS)
    for ending, rdf_format in (("nq", RdfFormat.N_QUADS), ("trig", RdfFormat.TRIG)):
        response = client.get(f"/dump/nachbarwissen.{ending}")
        assert response.status_code == 200
        assert response.headers["content-type"].partition(";")[0] == DUMPS[ending].media_type
        assert f'filename="nachbarwissen.{ending}"' in response.headers["content-disposition"]
        assert quads(response.content, rdf_format) == wanted
    assert client.get("/dump/nachbarwissen.zip").status_code == 404


def test_a_dump_is_sent_in_small_pieces(settings: Settings) -> None:
    sizes = [len(piece) for piece in DUMPS["nq"].pieces(open_for_reading(settings).store)]
    assert len(sizes) > 100
    assert max(sizes) < 2**17


def test_the_numbers_of_the_description_are_those_of_the_graph(
    client: TestClient, settings: Settings
) -> None:
    text = client.get("/.well-known/void", headers={"Accept": "application/n-triples"}).text
    described = Graph().parse(data=text, format="nt")
    (dataset,) = described.subjects(RDF.type, VOID.Dataset)
    statements = list(open_for_reading(settings).store.statements())
    counted = {
        VOID.triples: len(statements),
        VOID.distinctSubjects: len({one.subject for one in statements}),
        VOID.properties: len({one.predicate for one in statements}),
        VOID.classes: len({one.object for one in statements if one.predicate == RDF.type}),
        VOID.documents: 2,
    }
    told = {term: int(str(described.value(dataset, term))) for term in counted}
    assert told == counted
    classes = Counter(str(one.object) for one in statements if one.predicate == RDF.type)
    parts = {
        str(described.value(part, VOID["class"])): int(str(described.value(part, VOID.entities)))
        for part in described.objects(dataset, VOID.classPartition)
    }
    assert parts == dict(classes)


def test_every_distribution_of_the_catalogue_can_be_fetched(client: TestClient) -> None:
    text = client.get("/.well-known/void", headers={"Accept": "application/n-triples"}).text
    described = Graph().parse(data=text, format="nt")
    (dataset,) = described.subjects(RDF.type, DCAT.Dataset)
    distributions = list(described.objects(dataset, DCAT.distribution))
    addresses = [str(described.value(one, DCAT.downloadURL) or "") for one in distributions]
    files = [address for address in addresses if address]
    assert len(distributions) == 3
    assert {str(one) for one in described.objects(dataset, VOID.dataDump)} == set(files)
    for one, address in zip(distributions, addresses, strict=True):
        assert described.value(one, DCAT.accessURL)
        assert described.value(one, DCTERMS.rights)
        if address:
            assert isinstance(described.value(one, DCAT.mediaType), URIRef)
            assert isinstance(described.value(one, DCTERMS["format"]), URIRef)
            assert client.get(re.sub(r"^http://testserver", "", address)).status_code == 200
