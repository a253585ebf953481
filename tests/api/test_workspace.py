import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.settings import Settings, read_settings
from ontology.errors import SettingError

TOKEN = "sixteen-characters-or-more"  # noqa: S105 — opens what this test makes
ADMIN = {"Authorization": f"Bearer {TOKEN}"}
UPDATE = {**ADMIN, "Content-Type": "application/sparql-update"}
TURTLE = {**ADMIN, "Content-Type": "text/turtle"}


@pytest.fixture
def client(settings: Settings) -> Iterator[TestClient]:
    home = settings.home
    (home / "towns.ttl").write_text("<urn:x:lage> <urn:x:in> <urn:x:lippe> .", encoding="utf-8")
    (home / "map.json").write_text(json.dumps({"http://x.example/towns": "towns.ttl"}), "utf-8")
    app = create_app(
        settings.model_copy(
            update={
                "admin_token": read_settings(admin_token=TOKEN).admin_token,
                "load_map": home / "map.json",
            }
        )
    )
    yield TestClient(app)
    app.state.sparql.close()


def count(client: TestClient, path: str = "/workspace/sparql") -> int:
    query = "SELECT (COUNT(*) AS ?n) WHERE { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }"
    answer = client.get(path, params={"query": query}, headers=ADMIN).json()
    return int(answer["results"]["bindings"][0]["n"]["value"])


def test_nobody_writes_without_the_token(client: TestClient) -> None:
    for headers in ({}, {"Authorization": "Bearer wrong"}, {"Authorization": f"Basic {TOKEN}"}):
        for response in (
            client.post("/workspace/update", data={"update": "DROP ALL"}, headers=headers),
            client.put("/workspace/graphs?default", content=b"", headers=headers),
            client.delete("/workspace/graphs?default", headers=headers),
            client.get("/workspace/sparql", params={"query": "ASK {}"}, headers=headers),
        ):
            assert response.status_code == 401
            assert response.headers["www-authenticate"].startswith("Bearer")


def test_without_the_setting_there_is_no_workspace(settings: Settings) -> None:
    client = TestClient(create_app(settings))
    response = client.post("/workspace/update", data={"update": "DROP ALL"}, headers=ADMIN)
    assert response.status_code == 403
    assert "NACHBARWISSEN_ADMIN_TOKEN" in response.json()["detail"]
    assert not (settings.home / "workspace").exists()


def test_a_short_token_is_refused() -> None:
    with pytest.raises(SettingError, match="ADMIN_TOKEN"):
        read_settings(admin_token="short")  # noqa: S106 — no token at all


def test_what_is_written_is_found_and_the_documents_graph_stays(client: TestClient) -> None:
    published = count(client, "/sparql")
    assert count(client) == 0
    update = "INSERT DATA { <urn:x:a> <urn:x:b> 1 . GRAPH <urn:x:g> { <urn:x:a> <urn:x:b> 2 } }"
    assert client.post("/workspace/update", content=update, headers=UPDATE).status_code == 204
    assert count(client) == 2
    assert count(client, "/sparql") == published


def test_an_update_that_fails_changes_nothing(client: TestClient) -> None:
    update = (
        "INSERT DATA { <urn:x:a> <urn:x:b> 1 } ; CREATE GRAPH <urn:x:g> ; CREATE GRAPH <urn:x:g>"
    )
    response = client.post("/workspace/update", content=update, headers=UPDATE)
    assert response.status_code == 400
    assert "nothing was changed" in response.json()["detail"]
    assert count(client) == 0


def test_load_takes_what_is_mapped_and_never_the_network(client: TestClient) -> None:
    load = "LOAD <http://x.example/towns> INTO GRAPH <urn:x:g>"
    assert client.post("/workspace/update", content=load, headers=UPDATE).status_code == 204
    assert count(client) == 1
    other = client.post("/workspace/update", content="LOAD <http://y.example/>", headers=UPDATE)
    assert other.status_code == 403
    assert "LOAD is off" in other.json()["detail"]


def test_a_graph_is_put_extended_read_and_removed(client: TestClient) -> None:
    graph = {"graph": "urn:x:g"}
    address = "/workspace/graphs"
    one, two = b"<urn:x:a> <urn:x:b> 1 .", b"<urn:x:a> <urn:x:b> 2 ."
    assert client.put(address, params=graph, content=one, headers=TURTLE).status_code == 201
    assert client.post(address, params=graph, content=two, headers=TURTLE).status_code == 204
    assert client.get(address, params=graph, headers=ADMIN).text.count("urn:x:b") >= 1
    assert count(client) == 2
    assert client.put(address, params=graph, content=two, headers=TURTLE).status_code == 204
    assert count(client) == 1
    assert client.delete(address, params=graph, headers=ADMIN).status_code == 204
    assert client.get(address, params=graph, headers=ADMIN).status_code == 404


def test_a_graph_may_get_its_address_from_the_server(client: TestClient) -> None:
    made = client.post(
        "/workspace/graphs",
        content=b"<> <urn:x:b> 1 .",
        headers={**ADMIN, "Content-Type": "text/turtle"},
    )
    assert made.status_code == 201
    read = client.get(
        made.headers["location"], headers={**ADMIN, "Accept": "application/n-triples"}
    )
    assert read.text.startswith(f"<{made.headers['location']}> <urn:x:b> ")


@pytest.mark.parametrize(
    ("address", "content", "media_type", "status"),
    [
        ("/workspace/graphs", b"", "text/turtle", 400),
        ("/workspace/graphs?default&graph=urn:x:g", b"", "text/turtle", 400),
        ("/workspace/graphs?graph=relative", b"", "text/turtle", 400),
        ("/workspace/graphs?default", b"no turtle", "text/turtle", 400),
        ("/workspace/graphs?default", b"", "application/pdf", 400),
    ],
)
def test_a_write_that_cannot_be_meant_is_a_problem(
    client: TestClient, address: str, content: bytes, media_type: str, status: int
) -> None:
    headers = {**ADMIN, "Content-Type": media_type}
    response = client.put(address, content=content, headers=headers)
    assert response.status_code == status
    assert response.json()["detail"]
    assert count(client) == 0


def test_the_workspace_is_there_again_after_a_restart(settings: Settings) -> None:
    token = read_settings(admin_token=TOKEN).admin_token
    own = settings.model_copy(update={"admin_token": token})
    first = create_app(own)
    insert = "INSERT DATA { <urn:x:a> <urn:x:b> 1 }"
    assert TestClient(first).post("/workspace/update", content=insert, headers=UPDATE).is_success
    first.state.workspace.close()
    second = create_app(own)
    assert count(TestClient(second)) == 1
    second.state.sparql.close()


def test_an_unusable_map_is_named(settings: Settings, tmp_path: Path) -> None:
    token = read_settings(admin_token=TOKEN).admin_token
    own = settings.model_copy(update={"admin_token": token, "load_map": tmp_path / "none.json"})
    response = TestClient(create_app(own)).get("/workspace/sparql", headers=ADMIN)
    assert response.status_code == 500
    assert "LOAD_MAP" in response.json()["detail"]
