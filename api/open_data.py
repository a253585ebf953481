"""Lets programs in pages of other addresses read the open data (CORS), and nothing else."""

from starlette.middleware.cors import CORSMiddleware
from starlette.types import ASGIApp, Receive, Scope, Send

__all__ = ["OPEN_PATHS", "OpenData"]

# What anybody may read anyway; no cookie and no other proof of identity is ever taken there.
OPEN_PATHS = (
    "/sparql",
    "/history/sparql",
    "/id/",
    "/graph/",
    "/dump/",
    "/ontology",
    "/.well-known/void",
    "/api/v1/dataset",
    "/workspace/",
)
_DAY_S = 24 * 60 * 60


class OpenData:
    """Adds the headers to answers below the open paths."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._open = CORSMiddleware(
            app,
            allow_origins=("*",),
            allow_methods=("GET", "HEAD", "POST", "PUT", "DELETE"),
            allow_headers=("*",),
            max_age=_DAY_S,
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on."""
        is_open = scope["type"] == "http" and scope["path"].startswith(OPEN_PATHS)
        await (self._open if is_open else self._app)(scope, receive, send)
