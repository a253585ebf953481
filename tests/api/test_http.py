import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from api.app import create_app
from api.guard import HEADERS
from api.passes import pass_for
from api.settings import Settings
from tests.conftest import take
from tests.factories import write_documents

BAUHOF = "Die Stadt Lage und die Gemeinde Leopoldshöhe betreiben einen gemeinsamen Bauhof."
ARCHIV = "Das Bauamt der Stadt Lemgo hat sein Archiv eingescannt. Fragen an amt@lemgo.de bitte."


@pytest.fixture(scope="module")
def app(module_settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> Iterator[FastAPI]:
    """An application over two documents that no test of this file changes."""
    folder = tmp_path_factory.mktemp("http") / "in"
    write_documents(folder, {"a.txt": BAUHOF, "b.txt": ARCHIV})
    assert take(module_settings, folder).new == 2
    app = create_app(module_settings)
    yield app
    app.state.sparql.close()


@pytest.fixture
def client(app: FastAPI) -> TestClient:
    """A browser without cookies."""
    return TestClient(app)


@pytest.mark.parametrize("path", ["/ueber", "/datenschutz", "/barrierefreiheit", "/glossar"])
def test_pages_of_plain_text_say_the_same_in_german_and_in_english(
    client: TestClient, path: str
) -> None:
    articles = []
    for language in ("de", "en"):
        page = client.get(path, params={"lang": language}).text
        article = page.partition("<article")[2].partition("</article>")[0]
        assert article.startswith(f' class="card text" lang="{language}">')
        assert "The handbook is written in German only" not in page
        articles.append(article)
    parts = [re.findall(r'<h2 id="(\w+)"|<(li|dt|td|p)\b', one) for one in articles]
    assert parts[0] == parts[1]
    assert articles[0] != articles[1]


def test_the_handbook_says_in_english_that_it_is_german(client: TestClient) -> None:
    assert "The handbook is written in German only" in client.get("/hilfe?lang=en").text
    assert "German only" not in client.get("/hilfe?lang=de").text


def test_a_question_is_answered_as_the_command_line_answers_it(client: TestClient) -> None:
    response = client.get(
        "/api/v1/ask", params={"q": "Wer hat sein Archiv eingescannt?", "id": "7"}
    )
    assert response.status_code == 200
    body = response.json()
    assert body["id"] == "7"
    assert body["results"][0]["evidence"][0]["document"]["source_file"] == "b.txt"
    assert "amt@lemgo.de" not in response.text


def test_documents_are_listed_page_by_page(client: TestClient) -> None:
    names = [entry["source_file"] for entry in client.get("/api/v1/documents").json()]
    assert names == ["a.txt", "b.txt"]
    second = client.get("/api/v1/documents", params={"limit": 1, "offset": 1}).json()
    assert [entry["source_file"] for entry in second] == ["b.txt"]
    assert client.get("/api/v1/projects").status_code == 200
    assert client.get("/api/v1/municipalities").status_code == 200


def test_a_monitor_learns_that_all_is_well(client: TestClient) -> None:
    assert client.get("/healthz").text == "ok\n"
    assert client.get("/readyz").text == "ready: 2 documents\n"
    metrics = client.get("/metrics").text
    assert 'nachbarwissen_requests_total{route="/healthz",status="200"} 1\n' in metrics
    assert "nachbarwissen_documents 2\n" in metrics


def test_without_an_installation_readiness_says_what_to_do(tmp_path: Path) -> None:
    client = TestClient(create_app(Settings(home=tmp_path / "none")))
    assert client.get("/healthz").status_code == 200
    response = client.get("/readyz")
    assert response.status_code == 503
    assert "ingest" in response.json()["detail"]


@pytest.mark.parametrize("path", ["/", "/?q=Bauhof", "/docs", "/sparql", "/static/style.css"])
def test_every_answer_forbids_what_comes_from_elsewhere(client: TestClient, path: str) -> None:
    response = client.get(path, headers={"Accept": "text/html"})
    assert response.status_code == 200
    assert {name: response.headers[name] for name in HEADERS} == HEADERS
    assert "unsafe" not in HEADERS["Content-Security-Policy"]


@pytest.mark.parametrize("path", ["/", "/?q=Bauhof", "/docs", "/sparql"])
def test_pages_hold_no_inline_script_or_style_and_load_nothing_foreign(
    client: TestClient, path: str
) -> None:
    page = client.get(path, headers={"Accept": "text/html"}).text
    assert "<style" not in page
    assert " style=" not in page
    assert "<script>" not in page
    assert 'src="http' not in page
    assert 'rel="stylesheet" href="/static/' in page


def test_the_description_names_every_door(client: TestClient) -> None:
    paths = client.get("/openapi.json").json()["paths"]
    assert {"/api/v1/ask", "/sparql", "/id/{kind}/{key}", "/healthz"} <= set(paths)


def test_the_start_page_is_german_first_and_remembers_another_choice(client: TestClient) -> None:
    assert '<html lang="de">' in client.get("/").text
    english = client.get("/", params={"lang": "en"}).text
    assert '<html lang="en">' in english
    assert "Skip to content" in english
    assert '<html lang="en">' in client.get("/").text


def test_the_answer_page_shows_proof_and_covers_contacts(client: TestClient) -> None:
    page = client.get("/", params={"q": "Archiv eingescannt", "asker": "Lage"}).text
    assert "Bauamt" in page
    assert "amt@lemgo.de" not in page
    assert 'value="Archiv eingescannt"' in page


def test_what_a_reader_types_is_shown_as_text(client: TestClient) -> None:
    page = client.get("/", params={"q": "<script>alert(1)</script>", "theme": '"><b>'}).text
    assert "<script>alert" not in page
    assert '"><b>' not in page


def test_a_thing_is_a_page_for_people_and_data_for_programs(client: TestClient) -> None:
    address = "/id/municipality/05766044"
    page = client.get(address, headers={"Accept": "text/html,*/*;q=0.8"})
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert "Lemgo" in page.text
    assert page.headers["vary"].split(", ")[0] == "Accept"
    for media_type, start in (
        ("text/turtle", "@prefix"),
        ("application/n-triples", "<https://"),
        ("application/ld+json", "["),
        ("application/rdf+xml", "<?xml"),
    ):
        response = client.get(address, headers={"Accept": media_type})
        assert response.headers["content-type"].startswith(media_type)
        assert response.text.startswith(start)
        assert "Lemgo" in response.text


def test_the_format_can_stand_in_the_address(client: TestClient) -> None:
    response = client.get("/id/municipality/05766044?format=jsonld")
    assert response.headers["content-type"] == "application/ld+json"
    assert json.loads(response.text)
    assert client.get("/id/municipality/05766044?format=pdf").status_code == 406


def test_a_thing_that_nobody_mentions_is_a_problem(client: TestClient) -> None:
    for address in ("/id/municipality/00000000", "/id/document/nothing", "/id/person/niemand"):
        response = client.get(address, headers={"Accept": "text/turtle"})
        assert response.status_code == 404
        assert response.headers["content-type"] == "application/problem+json"


def test_a_new_state_is_seen_without_a_restart(settings: Settings, tmp_path: Path) -> None:
    take(settings, write_documents(tmp_path / "in", {"a.txt": BAUHOF}))
    with TestClient(create_app(settings)) as client:
        assert client.get("/readyz").text == "ready: 1 documents\n"
        take(settings, write_documents(tmp_path / "in", {"c.txt": f"{BAUHOF} Neu."}))
        assert client.get("/readyz").text == "ready: 2 documents\n"


def document_address(client: TestClient, name: str) -> str:
    (iri,) = [
        entry["iri"]
        for entry in client.get("/api/v1/documents").json()
        if entry["source_file"] == name
    ]
    return str(iri).replace("https://w3id.org/nachbarwissen", "")


def test_of_a_reserved_text_only_the_find_is_shown(settings: Settings, tmp_path: Path) -> None:
    text = " ".join(f"Satz Nummer {number} vom Bauhof steht hier." for number in range(60))
    take(settings, write_documents(tmp_path / "in", {"long.txt": text}))
    client = TestClient(create_app(settings))
    address = document_address(client, "long.txt")
    closed = client.get(address, headers={"Accept": "text/html"}).text
    assert "Satz Nummer" not in closed.partition('id="text"')[2]
    start = text.index("Satz Nummer 30")
    place = {"start": str(start), "end": str(start + 14)}
    walked = client.get(address, params=place, headers={"Accept": "text/html"}).text
    assert "Satz Nummer" not in walked.partition('id="text"')[2]
    given = {**place, "pass": pass_for(text, start, start + 14)}
    page = client.get(address, params=given, headers={"Accept": "text/html"}).text
    shown = page.partition('class="prose"')[2].partition("</div>")[0]
    assert '<mark id="fund">Satz Nummer 30</mark>' in shown
    assert shown.count("Satz Nummer") <= 8


def test_an_open_text_is_shown_whole_with_the_find_marked(
    settings: Settings, tmp_path: Path
) -> None:
    text = f"{BAUHOF} {ARCHIV}"
    manifest = json.dumps({"file": "open.txt", "rights": "cc-by-4.0"})
    take(
        settings,
        write_documents(tmp_path / "in", {"open.txt": text, "manifest.jsonl": manifest}),
    )
    client = TestClient(create_app(settings))
    address = document_address(client, "open.txt")
    page = client.get(address, params={"start": 4, "end": 14}, headers={"Accept": "text/html"}).text
    assert '<mark id="fund">Stadt Lage</mark>' in page
    assert "Archiv eingescannt" in page
    assert "amt@lemgo.de" not in page
