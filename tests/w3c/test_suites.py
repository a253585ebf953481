"""The W3C's suites against our own endpoint, over HTTP, as everybody else would run them."""

import re
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
import uvicorn

from api.commands.serve import send_at_once
from tests.w3c.endpoint import scratch_app

ROOT = Path(__file__).parents[2]
RUNNERS = ROOT.parent / "shared" / "eval"
# In memory where the machine has such a folder: the suites make 500 copies of tiny stores.
FAST = Path("/dev/shm")  # noqa: S108 — a folder of our own is made in it
CONFORMANCE = ROOT / "docs" / "sparql-conformance.md"

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not RUNNERS.is_dir(), reason="the W3C suites are not beside the project"),
]


@pytest.fixture(scope="module")
def endpoint() -> Iterator[str]:
    folder = str(FAST) if FAST.is_dir() else None
    with tempfile.TemporaryDirectory(dir=folder) as home, socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        send_at_once(listener)
        address = f"http://127.0.0.1:{listener.getsockname()[1]}/workspace"
        config = uvicorn.Config(scratch_app(Path(home) / "home"), log_level="warning")
        server = uvicorn.Server(config)
        running = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        running.start()
        while not server.started:
            time.sleep(0.02)
        yield address
        server.should_exit = True
        running.join()


def run(runner: str, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, str(RUNNERS / runner), *arguments],
        capture_output=True,
        check=False,
        text=True,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def documented_failures() -> set[str]:
    """Return the tests that the table of failures names."""
    return set(re.findall(r"^\| `([^`]+)` \|", CONFORMANCE.read_text("utf-8"), re.MULTILINE))


def test_exactly_the_documented_tests_of_sparql_1_1_fail(endpoint: str) -> None:
    urls = f"http:{endpoint}/sparql,{endpoint}/update,{endpoint}/graphs"
    output = run("w3c_sparql.py", urls, "sparql11")
    failed = set(re.findall(r'^\[\n"sparql11/([^"]+)",\n"([^"]+)"', output, re.MULTILINE))
    assert {f"{folder}/{name}" for folder, name in failed} == documented_failures()
    assert "TOTAL pass 480 of 499" in output


def test_the_protocol_and_graph_store_suites_pass(endpoint: str) -> None:
    output = run(
        "w3c_protocol.py", f"{endpoint}/sparql", f"{endpoint}/update", f"{endpoint}/graphs"
    )
    assert output.strip() == (
        "{('ProtocolTest', 'pass'): 34, ('GraphStoreProtocolTest', 'pass'): 13}"
    )


def test_the_endpoint_describes_itself_as_the_three_tests_want(endpoint: str) -> None:
    url = f"{endpoint}/sparql"
    response = httpx.get(url, headers={"Accept": "application/n-triples"})
    assert response.status_code == 200
    assert response.headers["content-type"].startswith("application/n-triples")
    sd = "http://www.w3.org/ns/sparql-service-description#"
    service = re.search(rf"^(<\S+>) <{sd}endpoint> <{re.escape(url)}> \.$", response.text, re.M)
    assert service
    kind = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
    assert f"{service[1]} {kind} <{sd}Service> ." in response.text
    datasets = re.findall(rf"^{service[1]} <{sd}defaultDataset> (<\S+>) \.$", response.text, re.M)
    assert len(datasets) == 1
    assert f"{datasets[0]} {kind} <{sd}Dataset> ." in response.text
