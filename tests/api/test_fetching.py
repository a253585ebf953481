"""Addresses that editors name: fetched from a real server, and never from where they may not."""

import inspect
import ipaddress
import re
import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

import api.fetching
from api.fetching import _is_public, fetch
from api.messages import texts
from api.settings import read_settings
from ontology.errors import FetchError, SettingError

PAGE = b"<h1>Bauhof</h1>"


class Town(BaseHTTPRequestHandler):
    """A town's web server with a page, a detour, a loop, a big file and a picture."""

    def do_GET(self) -> None:
        answers: dict[str, tuple[int, dict[str, str], bytes]] = {
            "/seite": (200, {"Content-Type": "text/html; charset=utf-8"}, PAGE),
            "/bericht.pdf": (200, {"Content-Type": "application/pdf"}, b"%PDF-1.7"),
            "/umweg": (302, {"Location": "/seite"}, b""),
            "/kreis": (302, {"Location": "/kreis"}, b""),
            "/heraus": (302, {"Location": "file:///etc/passwd"}, b""),
            "/gross": (200, {"Content-Type": "text/plain"}, b"x" * 4096),
            "/bild": (200, {"Content-Type": "image/png"}, b"x"),
        }
        status, headers, body = answers.get(self.path, (404, {}, b""))
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("X-Host", self.headers["Host"])
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_said: Any) -> None:  # noqa: ANN401 - as the library has it
        """Say nothing."""


@pytest.fixture(scope="module")
def town() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Town)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://localhost:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(
    ("path", "name"),
    [("/seite", "seite.html"), ("/umweg", "seite.html"), ("/bericht.pdf", "bericht.pdf")],
)
def test_a_document_comes_under_a_name_that_tells_its_kind(town: str, path: str, name: str) -> None:
    found = fetch(f"{town}{path}", max_bytes=1024, allow_private=True)
    assert found.name == name
    assert found.content


@pytest.mark.parametrize(
    ("path", "cause"),
    [
        ("/fehlt", "missing"),
        ("/kreis", "redirects"),
        ("/heraus", "scheme"),
        ("/gross", "large"),
        ("/bild", "kind"),
    ],
)
def test_what_gives_no_document_says_why(town: str, path: str, cause: str) -> None:
    with pytest.raises(FetchError) as caught:
        fetch(f"{town}{path}", max_bytes=1024, allow_private=True)
    assert caught.value.cause == cause


@pytest.mark.parametrize(
    ("url", "cause"),
    [
        ("file:///etc/passwd", "scheme"),
        ("gopher://example.org/", "scheme"),
        ("http://", "scheme"),
        ("http://example.org:99999/", "scheme"),
        ("https://user:secret@example.org/", "scheme"),
        ("http://127.0.0.1/", "private"),
        ("http://localhost/", "private"),
        ("http://[::1]/", "private"),
        ("http://[::ffff:127.0.0.1]/", "private"),
        ("http://169.254.169.254/latest/meta-data", "private"),
        ("http://2130706433/", "private"),
        ("http://0x7f.1/", "private"),
        ("http://gibt-es-nicht.invalid/", "unreachable"),
    ],
)
def test_nothing_inside_is_ever_asked(url: str, cause: str) -> None:
    with pytest.raises(FetchError) as caught:
        fetch(url, max_bytes=1024)
    assert caught.value.cause == cause


@pytest.fixture(scope="module")
def proxy() -> Iterator[tuple[str, list[str]]]:
    """A proxy that knows one public name, and what it was asked for."""
    asked: list[str] = []

    class Proxy(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            inside = {"Location": "http://127.0.0.1/geheim"}
            status, headers = (302, inside) if self.path.endswith("/hinein") else (200, {})
            self.send_response(status)
            for name, value in {**headers, "Content-Type": "text/html"}.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(PAGE)))
            self.end_headers()
            self.wfile.write(PAGE)

        def do_CONNECT(self) -> None:
            asked.append(self.path)
            self.send_error(403)

        def log_message(self, *_said: Any) -> None:  # noqa: ANN401 - as the library has it
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Proxy)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}", asked
    server.shutdown()
    server.server_close()


def test_a_proxy_reaches_names_that_only_it_knows(proxy: tuple[str, list[str]]) -> None:
    found = fetch("http://stadt.invalid/bauhof", max_bytes=1024, proxy=proxy[0])
    assert (found.name, found.content) == ("bauhof.html", PAGE)
    assert proxy[1][-1] == "http://stadt.invalid/bauhof"


@pytest.mark.parametrize(
    ("url", "cause"),
    [
        ("http://127.0.0.1/geheim", "private"),
        ("http://localhost/geheim", "private"),
        ("http://stadt.invalid/hinein", "private"),
        ("https://stadt.invalid/", "proxy"),
    ],
)
def test_a_proxy_is_never_asked_for_what_is_known_to_lie_inside(
    proxy: tuple[str, list[str]], url: str, cause: str
) -> None:
    with pytest.raises(FetchError) as caught:
        fetch(url, max_bytes=1024, proxy=proxy[0])
    assert caught.value.cause == cause
    assert not any("geheim" in each for each in proxy[1])


@pytest.mark.parametrize("url", ["proxy.town.example:3128", "ftp://proxy", "http://"])
def test_a_proxy_that_cannot_be_meant_is_refused(url: str) -> None:
    with pytest.raises(SettingError, match="FETCH_PROXY"):
        read_settings(fetch_proxy=url)


def test_every_cause_has_its_sentence_in_both_languages() -> None:
    causes = set(re.findall(r'FetchError\(\s*"(\w+)"', inspect.getsource(api.fetching)))
    assert len(causes) > 7
    assert {f"failure_fetch_{cause}" for cause in causes} <= set(texts())


def test_a_name_that_also_leads_inside_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def resolve(*_asked: object, **_how: object) -> list[tuple[object, ...]]:
        return [(2, 1, 6, "", ("1.1.1.1", 80)), (2, 1, 6, "", ("10.0.0.1", 80))]

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    with pytest.raises(FetchError, match="internal network"):
        fetch("http://rebind.example/", max_bytes=1024)


@pytest.mark.parametrize(
    ("address", "is_public"),
    [
        ("1.1.1.1", True),
        ("2606:4700:4700::1111", True),
        ("10.0.0.1", False),
        ("100.64.0.1", False),
        ("224.0.0.1", False),
        ("0.0.0.0", False),  # noqa: S104 - nothing is bound
        ("fd00::1", False),
        ("fe80::1", False),
        ("64:ff9b::7f00:1", False),
        ("2002:7f00:1::", False),
    ],
)
def test_an_address_within_an_address_counts(address: str, *, is_public: bool) -> None:
    assert _is_public(ipaddress.ip_address(address)) is is_public
