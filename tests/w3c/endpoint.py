"""A real server over an empty workspace whose token is added for the suites, which send none."""

import argparse
import json
import tempfile
from pathlib import Path

import uvicorn
from starlette.types import ASGIApp, Receive, Scope, Send

from api.app import create_app
from api.settings import read_settings

TOKEN = "a-token-for-the-suites"  # noqa: S105 — opens an empty scratch workspace only
# The suites load two addresses that nobody answers at; LOAD reads this in their place.
LOADED = (
    "http://example.org/faraway",
    "https://w3c.github.io/rdf-tests/sparql/sparql11/syntax-update-1/remote",
)


class WithToken:
    """Adds the administrator's token to every request."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            token = (b"authorization", f"Bearer {TOKEN}".encode())
            scope = {**scope, "headers": [*scope["headers"], token]}
        await self._app(scope, receive, send)


def scratch_app(home: Path) -> ASGIApp:
    """Return the application over an empty workspace in a folder."""
    home.mkdir(parents=True, exist_ok=True)
    (home / "loaded.ttl").write_text("<a> <urn:x:is> <b> .\n", encoding="utf-8")
    load_map = home / "load-map.json"
    load_map.write_text(json.dumps(dict.fromkeys(LOADED, "loaded.ttl")), encoding="utf-8")
    settings = read_settings(
        home=home, admin_token=TOKEN, load_map=load_map, sparql_processes=1, sparql_seconds=10
    )
    return WithToken(create_app(settings))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, default=8089)
    port = parser.parse_args().port
    with tempfile.TemporaryDirectory() as folder:
        config = uvicorn.Config(scratch_app(Path(folder) / "home"), port=port, log_level="warning")
        print(f"http://127.0.0.1:{port}/workspace/", flush=True)
        uvicorn.Server(config).run()


if __name__ == "__main__":
    main()
