"""A page that comes slowly, piece by piece: what is painted already stays where it is."""

import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import httpx
import pytest
from playwright.sync_api import Browser

from tests.browser.visit import NARROW, OBSERVED, WIDE, visiting

pytestmark = [pytest.mark.browser, pytest.mark.slow]

# Long enough for a busy browser to paint what it has.
WAIT_S = 0.4
PIECES = {
    "/": ('<nav class="menu"', "<main", '<details class="asking"', "<footer"),
    "/?q=Rufbus": ('<div class="columns"', '<li class="result', "<aside", "<footer"),
}


@dataclass
class Line:
    """A slow line to a server: a page stops for a moment before each of these marks."""

    address: str
    marks: tuple[str, ...] = ()


@pytest.fixture(scope="module")
def line(address: str) -> Iterator[Line]:
    class Slow(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            answer = httpx.get(
                f"{address.rstrip('/')}{self.path}", headers={"Accept": "text/html,*/*"}
            )
            self.send_response(answer.status_code)
            self.send_header("Content-Type", answer.headers["content-type"])
            self.send_header("Content-Length", str(len(answer.content)))
            self.end_headers()
            rest = answer.content
            for mark in () if self.path.startswith("/static") else slow.marks:
                piece, rest = rest[: rest.index(mark.encode())], rest[rest.index(mark.encode()) :]
                self.wfile.write(piece)
                self.wfile.flush()
                time.sleep(WAIT_S)
            self.wfile.write(rest)

        def log_message(self, *_said: Any) -> None:  # noqa: ANN401 - as the library has it
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Slow)
    slow = Line(f"http://127.0.0.1:{server.server_address[1]}")
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield slow
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("path", PIECES)
def test_nothing_moves_while_the_rest_of_a_page_is_on_its_way(
    chromium: Browser, line: Line, path: str, width: int
) -> None:
    line.marks = PIECES[path]
    with visiting(chromium, line.address, width=width) as visit:
        visit.page.goto(path)
        shifts = visit.page.evaluate(OBSERVED, "layout-shift")
    assert [entry["value"] for entry in shifts] == []
