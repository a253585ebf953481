import inspect
import json

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

import ontology.errors
from api.app import create_app
from api.errors import STATUS
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


def _raise_at(app: FastAPI, path: str, error: NachbarwissenError) -> None:
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
