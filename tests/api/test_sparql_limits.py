"""The endpoint under load and under attack, over a real server."""

import shutil
import socket
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pytest
import uvicorn

from api.app import create_app
from api.commands.serve import send_at_once
from api.settings import read_settings

PLAIN = 'SELECT ?town WHERE { ?town <https://w3id.org/nachbarwissen/ontology#ags> "05766044" }'
HOSTILE = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
SECONDS = 1.0
CLIENTS = 32


@pytest.fixture(scope="module")
def address(
    tmp_path_factory: pytest.TempPathFactory, empty_home: Path, tiny_model: Path
) -> Iterator[str]:
    home = tmp_path_factory.mktemp("limits") / "home"
    shutil.copytree(empty_home, home)
    settings = read_settings(
        home=home, model=str(tiny_model), sparql_seconds=SECONDS, sparql_max_rows=2000
    )
    app = create_app(settings)
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        send_at_once(listener)
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning"))
        running = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        running.start()
        while not server.started:
            time.sleep(0.02)
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        server.should_exit = True
        running.join()
    app.state.sparql.close()


def ask(address: str, query: str) -> httpx.Response:
    return httpx.get(f"{address}/sparql", params={"query": query}, timeout=60)


def test_a_query_that_runs_too_long_is_a_problem_and_the_next_is_answered(address: str) -> None:
    assert ask(address, PLAIN).status_code == 200
    begun = time.monotonic()
    response = ask(address, HOSTILE)
    assert time.monotonic() - begun < SECONDS + 1
    assert response.status_code == 504
    assert response.headers["content-type"] == "application/problem+json"
    assert "ran longer than 1 s" in response.json()["detail"]
    assert ask(address, f"{PLAIN} # anew").json()["results"]["bindings"]


def test_an_answer_that_is_too_large_is_a_problem_and_never_a_part(address: str) -> None:
    response = ask(address, "SELECT * WHERE { ?s ?p ?o }")
    assert response.status_code == 413
    assert "more than 2,000 rows" in response.json()["detail"]
    assert len(ask(address, "SELECT * WHERE { ?s ?p ?o } LIMIT 2000").json()["results"]["bindings"])


def test_a_query_that_needs_too_much_is_a_problem(address: str) -> None:
    response = httpx.post(
        f"{address}/sparql",
        content="SELECT * " + "{" * 50_000 + "}" * 50_000,
        headers={"Content-Type": "application/sparql-query"},
    )
    assert response.status_code == 500
    assert "nested too deeply" in response.json()["detail"]


def test_many_clients_at_once_are_all_answered_although_one_is_hostile(address: str) -> None:
    def client(number: int) -> list[int]:
        with httpx.Client(base_url=address, timeout=60) as session:
            return [
                session.get("/sparql", params={"query": f"{PLAIN} # {number} {turn}"}).status_code
                for turn in range(5)
            ]

    with ThreadPoolExecutor(CLIENTS + 1) as clients:
        hostile = clients.submit(ask, address, f"{HOSTILE} # among others")
        statuses = [status for answers in clients.map(client, range(CLIENTS)) for status in answers]
        assert hostile.result().status_code == 504
    assert statuses == [200] * (5 * CLIENTS)


def test_pages_are_served_while_queries_wait(address: str) -> None:
    with ThreadPoolExecutor(6) as clients:
        waiting = [clients.submit(ask, address, f"{HOSTILE} # {number}") for number in range(2)]
        time.sleep(0.2)
        begun = time.monotonic()
        assert httpx.get(f"{address}/healthz").status_code == 200
        assert time.monotonic() - begun < SECONDS
        assert {one.result().status_code for one in waiting} == {504}
