"""Linked data: every IRI of the graph is an address with a page and with data behind it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from pydantic import SecretStr
from pyoxigraph import RdfFormat, parse
from rdflib import OWL
from typer.testing import CliRunner

from api.app import create_app
from api.cli import app
from api.settings import Settings
from api.view import open_for_reading
from graph.links import links_graph
from ontology.dictionary import own_terms
from ontology.iris import BASE, ONTOLOGY, Iris
from tests.conftest import take
from tests.factories import write_documents

FORMATS = ("text/turtle", "application/n-triples", "application/ld+json", "application/rdf+xml")
BROWSER = {"Accept": "text/html,*/*;q=0.8"}
KINDS = {
    "award",
    "comparison",
    "county",
    "document",
    "event",
    "evidence",
    "land",
    "membership",
    "municipality",
    "organisation",
    "passage",
    "person",
    "project",
    "role",
    "theme",
}
LEMGO = Iris().municipality("05766044")
KEY = "http://dcat-ap.de/def/politicalGeocoding/"


@pytest.fixture(scope="module")
def client(corpus_settings: Settings) -> Iterator[TestClient]:
    with TestClient(create_app(corpus_settings), follow_redirects=False) as client:
        yield client


def subjects_in(client: TestClient, path: str, media_type: str) -> list[str]:
    """Return the subject of each statement that an address answers with, once a statement."""
    response = client.get(path, headers={"Accept": media_type})
    assert response.status_code == 200, path
    assert response.headers["content-type"].startswith(media_type)
    rdf_format = RdfFormat.from_media_type(media_type)
    assert rdf_format is not None
    return [getattr(quad.subject, "value", "") for quad in parse(response.content, rdf_format)]


def one_of_each(settings: Settings) -> dict[str, str]:
    """Return one IRI of each kind that stands in the graph."""
    query = f"""SELECT ?kind (MIN(STR(?thing)) AS ?one) WHERE {{
      ?thing a ?class . FILTER(STRSTARTS(STR(?thing), "{BASE}id/"))
      BIND(STRBEFORE(STRAFTER(STR(?thing), "/id/"), "/") AS ?kind)
    }} GROUP BY ?kind"""
    rows = open_for_reading(settings).store.query(query).rows()
    return {row["kind"] or "": row["one"] or "" for row in rows}


@pytest.mark.slow
def test_every_kind_of_thing_has_a_page_and_data_in_four_formats(
    client: TestClient, corpus_settings: Settings
) -> None:
    found = one_of_each(corpus_settings)
    assert set(found) == KINDS
    for iri in found.values():
        chief = open_for_reading(corpus_settings).catalogue.chief(iri)
        path = f"/{chief.removeprefix(BASE)}"
        page = client.get(path, headers=BROWSER)
        assert page.status_code == 200, path
        assert "<h1" in page.text
        for media_type in FORMATS:
            assert chief in subjects_in(client, path, media_type), (path, media_type)


@pytest.mark.slow
def test_whatever_the_graph_names_is_described(corpus_settings: Settings) -> None:
    store = open_for_reading(corpus_settings).store
    query = f"""SELECT DISTINCT ?thing WHERE {{
      ?subject ?property ?thing .
      FILTER(ISIRI(?thing) && STRSTARTS(STR(?thing), "{BASE}"))
      MINUS {{ ?thing ?any ?value }}
    }}"""
    nowhere = {row["thing"] for row in store.query(query).rows()} - set(store.graphs())
    # The address of this version leads to the vocabulary's page.
    assert nowhere == {f"{BASE}ontology/1.0.0"}


@pytest.mark.slow
def test_a_named_graph_is_a_page_and_data_of_its_own(
    client: TestClient, corpus_settings: Settings
) -> None:
    store = open_for_reading(corpus_settings).store
    for iri in (f"{BASE}graph/canonical", store.iris.document_graph(store.document_ids()[0])):
        path = f"/{iri.removeprefix(BASE)}"
        assert iri in client.get(path, headers=BROWSER).text
        said = set(store.statements(iri))
        for media_type in FORMATS:
            assert len(subjects_in(client, path, media_type)) == len(said)
    assert client.get("/graph/reference", headers={"Accept": "text/turtle"}).status_code == 200
    assert client.get("/graph/nothing", headers={"Accept": "text/turtle"}).status_code == 404
    refused = client.get("/graph/canonical", headers={"Accept": "image/png"})
    assert refused.status_code == 406


@pytest.mark.slow
def test_a_name_that_reconciling_joined_leads_to_the_one_for_all(
    client: TestClient, corpus_settings: Settings
) -> None:
    rows = list(open_for_reading(corpus_settings).store.rows("same_things"))
    assert rows
    for row in rows[:5]:
        name, chief = row["thing"] or "", row["canonical"] or ""
        for accept in ("text/turtle", "text/html"):
            response = client.get(f"/{name.removeprefix(BASE)}", headers={"Accept": accept})
            assert response.status_code == 303
            assert response.headers["location"] == f"/{chief.removeprefix(BASE)}"
            assert response.headers["vary"].startswith("Accept")
    asked = client.get(f"/{name.removeprefix(BASE)}?format=jsonld")
    assert asked.headers["location"].endswith("?format=jsonld")
    data = client.get(f"/{chief.removeprefix(BASE)}", headers={"Accept": "application/n-triples"})
    assert f"<{name}> <{OWL.sameAs}> <{chief}> ." in data.text


def test_a_merge_at_the_review_desk_redirects_until_it_is_taken_back(
    settings: Settings, tmp_path: Path
) -> None:
    texts = {
        "a.txt": "Bürgermeister Peter Koch (Stadt Lage) eröffnete den Bauhof der Stadt Lage.",
        "b.txt": "Jana Vidal Ortega, Leiterin der Stadt Lemgo, dankte allen in der Stadt Lemgo.",
    }
    take(settings, write_documents(tmp_path / "in", texts))
    names = ("person/peter-koch", "person/jana-vidal-ortega")
    editor = {"Authorization": "Bearer a-long-key-of-editors", "X-Editor": "Eva"}
    changed = settings.model_copy(update={"editor_token": SecretStr("a-long-key-of-editors")})
    with TestClient(create_app(changed), follow_redirects=False) as desk:
        paths = [f"/id/{name}" for name in names]
        assert {desk.get(path).status_code for path in paths} == {200}
        done = desk.post("/api/v1/review/merge", json={"things": list(names)}, headers=editor)
        assert done.status_code in {200, 201}, done.text
        answers = {path: desk.get(path) for path in paths}
        moved = [path for path, answer in answers.items() if answer.status_code == 303]
        assert len(moved) == 1
        (stays,) = set(paths) - set(moved)
        assert answers[moved[0]].headers["location"] == stays
        (decision,) = desk.get("/api/v1/review/decisions", headers=editor).json()
        desk.delete(f"/api/v1/review/decisions/{decision['id']}", headers=editor)
        assert {desk.get(path).status_code for path in paths} == {200}


def test_places_lead_to_their_official_keys(settings: Settings) -> None:
    store = open_for_reading(settings).store
    same = {
        iri: {str(one.object) for one in store.about(iri) if one.predicate == OWL.sameAs}
        for iri in (LEMGO, Iris().municipality("05766"), Iris().land("05"))
    }
    assert same == {
        LEMGO: {f"{KEY}municipalityKey/05766044", f"{KEY}regionalKey/057660044044"},
        Iris().municipality("05766"): {f"{KEY}districtKey/05766"},
        Iris().land("05"): {f"{KEY}stateKey/05"},
    }
    with TestClient(create_app(settings)) as client:
        page = client.get("/id/municipality/05766044", headers=BROWSER).text
    assert f'href="{KEY}municipalityKey/05766044"' in page


def test_a_mapping_file_joins_things_with_wikidata_and_names_its_source(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NACHBARWISSEN_HOME", str(settings.home))
    monkeypatch.setenv("NACHBARWISSEN_MODEL", settings.model)
    file = tmp_path / "map.csv"
    # The numbers are made up for this test.
    file.write_text(
        "thing,same_as,source,licence\n05766044,Q1,own list 2026,CC0\n"
        "land/05,http://x.example/nrw,own list 2026,\n99999999,Q3,own list 2026,\n"
        "05766020,nothing here,own list 2026,\n05766020,Q4,,\n",
        "utf-8",
    )
    done = CliRunner().invoke(app, ["link", "--mapping", str(file), "--json"])
    assert done.exit_code == 1
    assert '{"links": {"own list 2026": 2}, "refused": 3}' in done.stdout
    assert "line 4: nothing is known of '99999999'" in done.stderr
    view = open_for_reading(settings)
    graph = links_graph(view.iris, "own list 2026")
    said = {(str(one.subject), str(one.object)) for one in view.store.statements(graph)}
    assert (LEMGO, "http://www.wikidata.org/entity/Q1") in said
    assert (graph, "own list 2026") in said
    assert view.store.agrees()
    assert CliRunner().invoke(app, ["link"]).stdout == "own list 2026\n"
    assert CliRunner().invoke(app, ["link", "--remove", "own list 2026"]).exit_code == 0
    assert graph not in open_for_reading(settings).store.graphs()
    again = CliRunner().invoke(app, ["link", "--remove", "own list 2026"])
    assert "There are no links" in str(again.exception)


@pytest.mark.parametrize(
    ("content", "message"),
    [("a,b\n1,2\n", "lacks the columns thing, same_as, source"), ("\xff", "cannot be read")],
)
def test_a_file_that_is_no_mapping_is_refused(
    settings: Settings, tmp_path: Path, content: str, message: str
) -> None:
    file = tmp_path / "map.csv"
    file.write_bytes(content.encode("latin-1"))
    home = ["--home", str(settings.home)]
    done = CliRunner().invoke(app, ["link", "--mapping", str(file), *home])
    assert done.exception is not None
    assert message in str(done.exception)


def test_the_vocabulary_is_a_page_with_an_anchor_for_each_term(
    settings: Settings,
) -> None:
    with TestClient(create_app(settings)) as client:
        page = client.get("/ontology", headers=BROWSER).text
        for term in own_terms():
            assert set(term.labels) == set(term.definitions) == {"de", "en"}
            assert f'id="{term.iri.removeprefix(ONTOLOGY)}"' in page
            assert term.labels["en"] in page
        for media_type in FORMATS:
            subjects = subjects_in(client, "/ontology", media_type)
            assert f"{ONTOLOGY}participant" in subjects
            assert Iris().theme("Mobilität") in subjects
        assert client.get("/ontology/1.0.0", headers=BROWSER).status_code == 200


def test_editors_get_terms_and_themes_in_their_language(settings: Settings) -> None:
    with TestClient(create_app(settings)) as client:
        german = client.get("/api/v1/vocabulary").json()
        english = client.get("/api/v1/vocabulary", params={"lang": "en"}).json()
        assert client.get("/api/v1/vocabulary", params={"lang": "fr"}).status_code == 422
    assert german["prefixes"]["nw"] == ONTOLOGY
    labels = [
        {term["name"]: term["label"] for term in answer["terms"]} for answer in (german, english)
    ]
    assert [one["nw:participant"] for one in labels] == ["beteiligt", "participant"]
    assert {"foaf:name", "org:role"} <= set(labels[0])
    assert {"iri", "kind", "label", "definition"} == set(german["concepts"][0])
    assert all(one["definition"] or one["kind"] == "Funktion" for one in german["concepts"])
