"""The administrator's workspace: a dataset of its own that SPARQL Update and GSP may write."""

import hmac
import json
import threading
from functools import cached_property
from pathlib import Path
from typing import Annotated

from fastapi import Request, Security
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from starlette.exceptions import HTTPException

from api.layout import Layout
from api.settings import Settings
from graph.store import Workspace, read_as_ntriples
from ontology.errors import SettingError

__all__ = ["AdminWorkspace", "require_admin"]


class AdminWorkspace:
    """The workspace of an installation; opened with the first request that may."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._lock = threading.Lock()

    @property
    def token(self) -> str:
        """The token that opens it, empty where there is no workspace."""
        return self._settings.admin_token.get_secret_value()

    def close(self) -> None:
        """Let go of the dataset where it was opened."""
        with self._lock:
            opened: Workspace | None = self.__dict__.pop("_dataset", None)
        if opened is not None:
            opened.close()

    def dataset(self) -> Workspace:
        """Return the dataset."""
        with self._lock:
            return self._dataset

    @cached_property
    def _dataset(self) -> Workspace:
        return Workspace(
            Layout(self._settings.home).workspace,
            services=self._settings.sparql_services.split(),
            documents=_documents(self._settings.load_map),
        )


_TOKEN = HTTPBearer(
    scheme_name="administrator",
    description="The token of the setting NACHBARWISSEN_ADMIN_TOKEN.",
    auto_error=False,
)


def require_admin(
    request: Request, _key: Annotated[HTTPAuthorizationCredentials | None, Security(_TOKEN)]
) -> Workspace:
    """Return the workspace to whoever shows its token; everybody else is refused."""
    workspace: AdminWorkspace = request.app.state.workspace
    if not workspace.token:
        raise HTTPException(
            403, "There is no workspace here: it opens with the setting NACHBARWISSEN_ADMIN_TOKEN."
        )
    scheme, _, shown = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not hmac.compare_digest(
        shown.strip().encode(), workspace.token.encode()
    ):
        raise HTTPException(
            401,
            "Send the administrator's token: Authorization: Bearer ...",
            headers={"WWW-Authenticate": 'Bearer realm="workspace"'},
        )
    return workspace.dataset()


def _documents(load_map: Path | None) -> dict[str, str]:
    if load_map is None:
        return {}
    try:
        entries: dict[str, str] = json.loads(load_map.read_text("utf-8"))
        return {
            address: read_as_ntriples(load_map.parent / name, base_iri=address)
            for address, name in entries.items()
        }
    except (OSError, ValueError, AttributeError) as error:
        raise SettingError(f"NACHBARWISSEN_LOAD_MAP: {load_map} cannot be used: {error}") from error
