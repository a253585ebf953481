"""The server as users start it: a process of its own on a loopback port."""

import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from api.settings import Settings
from tests.conftest import take
from tests.factories import write_documents


@contextmanager
def served(settings: Settings, **more: str) -> Iterator[str]:
    """Start `serve`, with more settings by their variables, and yield the address it says."""
    environment = {
        **more,
        "NACHBARWISSEN_HOME": str(settings.home),
        "NACHBARWISSEN_MODEL": settings.model,
    }
    with subprocess.Popen(
        [sys.executable, "-c", "from api.cli import main; main()", "serve", "--port", "0"],
        stderr=subprocess.PIPE,
        text=True,
        env=environment,
    ) as process:
        try:
            yield _address(process)
        finally:
            process.terminate()
            process.communicate(timeout=30)


def _address(process: "subprocess.Popen[str]") -> str:
    assert process.stderr is not None
    for line in process.stderr:
        found = re.search(r"http://\S+", line)
        if found:
            return found.group()
    pytest.fail("the server ended without saying where it listens")


@pytest.mark.slow
def test_the_server_answers_and_sees_what_is_ingested_meanwhile(
    settings: Settings, tmp_path: Path
) -> None:
    folder = write_documents(tmp_path / "in", {"a.txt": "Lage und Lemgo teilen einen Bauhof."})
    take(settings, folder)
    with served(settings) as address, httpx.Client(base_url=address, timeout=30) as client:
        assert client.get("/healthz").text == "ok\n"
        assert client.get("/readyz").text == "ready: 1 documents\n"
        page = client.get("/", params={"q": "Bauhof"}, headers={"Accept": "text/html"})
        assert "Bauhof" in page.text
        take(settings, write_documents(folder, {"b.txt": "Detmold hat eine Bauakte."}))
        assert client.get("/readyz").text == "ready: 2 documents\n"
        answer = client.get("/api/v1/ask", params={"q": "Wer hat eine Bauakte?"}).json()
        assert answer["results"][0]["evidence"][0]["document"]["source_file"] == "b.txt"
