import inspect
import json

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

import ontology.errors
from api.app import create_app
from api.errors import STATUS
from api.messages import LANGUAGES
from api.settings import Settings
from ontology.errors import InUseError, NachbarwissenError, NotFoundError

OURS = [
    thing
    for thing in vars(ontology.errors).values()
    if inspect.isclass(thing) and issubclass(thing, NachbarwissenError)
]


@pytest.mark.parametrize("kind", OURS, ids=lambda kind: kind.__name__)
def test_every_error_of_ours_has_a_status(kind: type[NachbarwissenError]) -> None:
    assert 400 <= STATUS[kind] < 600


@pytest.fixture
def client(settings: Settings) -> TestClient:
    app = create_app(settings)
    _raise_at(app, "/api/busy", InUseError("Process 1 is writing"))
    _raise_at(app, "/gone", NotFoundError("There is no such thing."))
    return TestClient(app)


def _raise_at(app: FastAPI, path: str, error: Exception) -> None:
    @app.get(path)
    def broken() -> None:
        raise error


def test_an_error_is_a_problem_document(client: TestClient) -> None:
    response = client.get("/api/busy")
    assert response.headers["content-type"] == "application/problem+json"
    assert response.json() == {
        "type": "urn:nachbarwissen:InUseError",
        "title": "Conflict",
        "status": 409,
        "detail": "Process 1 is writing",
    }


def test_a_browser_gets_a_page_instead(client: TestClient) -> None:
    response = client.get("/gone", headers={"Accept": "text/html,*/*;q=0.8"})
    assert response.status_code == 404
    assert response.headers["content-type"].startswith("text/html")
    assert "Nicht gefunden" in response.text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", OURS, ids=lambda kind: kind.__name__)
def test_a_page_says_in_the_readers_language_what_went_wrong(
    client: TestClient, kind: type[NachbarwissenError], language: str
) -> None:
    error = kind.__new__(kind)
    Exception.__init__(error, "the English detail")
    _raise_at(client.app, "/wrong", error)  # type: ignore[arg-type] # a FastAPI
    page = client.get(f"/wrong?lang={language}", headers={"Accept": "text/html"}).text
    said = page.partition("</h1>")[2].partition("<details")[0]
    assert len(said.split()) > 5
    assert "the English detail" not in said
    assert "the English detail" in page


def test_what_nobody_foresaw_is_said_plainly_and_names_nothing_inside(
    settings: Settings,
) -> None:
    app = create_app(settings)
    _raise_at(app, "/wrong", ValueError("secret"))
    client = TestClient(app, raise_server_exceptions=False)
    page = client.get("/wrong", headers={"Accept": "text/html"})
    assert page.status_code == 500
    assert "Auf dem Server ist etwas schiefgegangen." in page.text
    assert "secret" not in page.text
    assert client.get("/wrong").headers["content-type"] == "application/problem+json"


def test_an_unknown_address_is_a_problem_document(client: TestClient) -> None:
    response = client.get("/api/v1/nothing")
    assert (response.status_code, response.json()["title"]) == (404, "Not Found")


@pytest.mark.parametrize(
    ("address", "where"),
    [
        pytest.param("/api/v1/ask", "q", id="no question"),
        pytest.param("/api/v1/ask?q=%20", "q", id="blank question"),
        pytest.param("/api/v1/ask?q=x&limit=0", "limit", id="no results wanted"),
        pytest.param("/api/v1/ask?q=x&since=soon", "since", id="no year"),
        pytest.param(f"/api/v1/ask?q={'x' * 1001}", "q", id="a document, no question"),
    ],
)
def test_a_wrong_parameter_is_named(client: TestClient, address: str, where: str) -> None:
    response = client.get(address)
    assert response.status_code == 422
    assert response.headers["content-type"] == "application/problem+json"
    assert where in json.loads(response.content)["detail"]
