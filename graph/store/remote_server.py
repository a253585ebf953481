"""A SPARQL 1.1 server over HTTP: queries, updates and graphs, with servers' ways made alike."""

import time
import weakref
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO

import httpx

from ontology.errors import AnswerTooLargeError, QueryError, QueryTimeoutError, StoreError

__all__ = ["RemoteAddress", "RemoteServer"]

# Servers say more than that only in stack traces.
DETAIL_CHARS = 300
# Loading a big part of the reference data takes a server some seconds, seldom a minute.
WRITE_S = 300.0
CONNECT_S = 10.0


@dataclass(frozen=True, slots=True)
class RemoteAddress:
    """Where a server answers queries, takes updates and keeps graphs, and who asks."""

    query: str
    update: str
    graphs: str
    user: str = ""
    password: str = ""

    def __repr__(self) -> str:
        """Return the address without the password."""
        return f"RemoteAddress({self.query!r})"


class RemoteServer:
    """One server; a request that fails raises what its caller can act on."""

    def __init__(self, address: RemoteAddress) -> None:
        self._address = address
        auth = _ByChallenge(address.user, address.password) if address.user else None
        # Loopback or the town's own network: a proxy of the environment is not meant for it.
        self._client = httpx.Client(
            auth=auth, timeout=httpx.Timeout(WRITE_S, connect=CONNECT_S), trust_env=False
        )
        # Views come and go with each published state; nobody else closes their connections.
        self._finalizer = weakref.finalize(self, self._client.close)

    def close(self) -> None:
        """Close all connections."""
        self._finalizer()

    def query(
        self,
        text: str,
        output: IO[bytes],
        *,
        accept: str,
        dataset: Sequence[tuple[str, str]] = (),
        bounds: tuple[float, int] | None = None,
    ) -> None:
        """Write the answer of a query; `bounds` are its seconds and its bytes."""
        seconds, max_bytes = bounds or (WRITE_S, 0)
        deadline = time.monotonic() + seconds
        values: dict[str, list[str]] = {"query": [text]}
        for name, value in dataset:
            values.setdefault(name, []).append(value)
        with self._sent(
            "POST",
            self._address.query,
            data=values,
            headers={"Accept": accept},
            timeout=httpx.Timeout(seconds, connect=CONNECT_S),
        ) as response:
            _raise_for_query(response)
            for chunk in response.iter_bytes():
                output.write(chunk)
                if time.monotonic() > deadline:
                    raise QueryTimeoutError(_too_long(self._address.query))
                if max_bytes and output.tell() > max_bytes:
                    msg = f"The store's answer has more than {max_bytes:,} bytes; ask for less"
                    raise AnswerTooLargeError(msg)

    def update(self, text: str) -> None:
        """Carry out an update."""
        headers = {"Content-Type": "application/sparql-update"}
        with self._sent(
            "POST", self._address.update, content=text.encode(), headers=headers
        ) as response:
            _raise_for_write(response, "update")

    def put(self, graph: str, lines: bytes) -> None:
        """Make N-Triples all that a graph says."""
        self._write("PUT", graph, lines)

    def post(self, graph: str | None, lines: bytes) -> None:
        """Add N-Triples to a graph, or to the default graph."""
        self._write("POST", graph, lines)

    def delete(self, graph: str) -> None:
        """Remove a graph; one that is absent is removed already."""
        self._write("DELETE", graph, None)

    def _write(self, method: str, graph: str | None, lines: bytes | None) -> None:
        # N-Triples are Turtle, which every server reads.
        headers = {"Content-Type": "text/turtle"} if lines is not None else {}
        where = {"default": ""} if graph is None else {"graph": graph}
        with self._sent(
            method, self._address.graphs, params=where, content=lines, headers=headers
        ) as response:
            # Servers tell a new graph by 200, 201 or 204; all that counts is that it is there.
            if not (method == "DELETE" and response.status_code == httpx.codes.NOT_FOUND):
                _raise_for_write(response, f"{method} of {graph or 'the default graph'}")

    @contextmanager
    def _sent(self, method: str, url: str, **parts: object) -> Iterator[httpx.Response]:
        try:
            with self._client.stream(method, url, **parts) as response:  # type: ignore[arg-type] # its own parameters, passed on
                yield response
        except httpx.ReadTimeout as error:
            raise QueryTimeoutError(_too_long(url)) from error
        except httpx.HTTPError as error:
            msg = f"The store at {url} cannot be reached ({error}); is it running?"
            raise StoreError(msg) from error


class _ByChallenge(httpx.Auth):
    """Shows user and password in the way that the server asks for: Basic or Digest."""

    requires_request_body = True

    def __init__(self, user: str, password: str) -> None:
        self._digest = httpx.DigestAuth(user, password)
        self._basic = httpx.BasicAuth(user, password)
        self._chosen: httpx.Auth | None = None

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        """Yield the request as the server wants it; the first one asks it."""
        if self._chosen is None:
            response = yield request
            if response.status_code != httpx.codes.UNAUTHORIZED:
                return
            challenge = response.headers.get("www-authenticate", "").lower()
            self._chosen = self._digest if "digest" in challenge else self._basic
        yield from self._chosen.auth_flow(request)


def _raise_for_query(response: httpx.Response) -> None:
    # Virtuoso ends a query at its own limit with status 200 and a part of the answer.
    if response.headers.get("x-sql-state"):
        raise QueryTimeoutError(
            "The store ended the query at a limit of its own, after a part of the answer: "
            f"{response.headers.get('x-sql-message', '')[:DETAIL_CHARS]}"
        )
    if response.is_success:
        return
    detail = _detail(response)
    if response.status_code == httpx.codes.BAD_REQUEST:
        raise QueryError(f"The store does not take the query: {detail}")
    raise StoreError(f"The store answered with status {response.status_code}: {detail}")


def _raise_for_write(response: httpx.Response, what: str) -> None:
    if response.is_success:
        return
    hint = ""
    if response.status_code in {httpx.codes.UNAUTHORIZED, httpx.codes.FORBIDDEN}:
        hint = "; set NACHBARWISSEN_STORE_USER and NACHBARWISSEN_STORE_PASSWORD"
    raise StoreError(
        f"The store refused {what} with status {response.status_code}: {_detail(response)}{hint}"
    )


def _too_long(url: str) -> str:
    return f"The store at {url} did not answer within the time limit; ask for less"


def _detail(response: httpx.Response) -> str:
    response.read()
    return " ".join(response.text.split())[:DETAIL_CHARS]
