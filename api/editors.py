"""Who may change what is known over HTTP: whoever brings the editors' token."""

import hmac
from typing import Annotated

from fastapi import Depends, Request
from starlette.exceptions import HTTPException

from api.settings import Settings

__all__ = ["Editor", "require_editor"]


def require_editor(request: Request) -> str:
    """Let a request with the editors' token pass; return the name it gives, or `HTTP`."""
    settings: Settings = request.app.state.settings
    if not settings.editor_token.get_secret_value():
        raise HTTPException(
            403, "Editing over HTTP is off until NACHBARWISSEN_EDITOR_TOKEN is set."
        )
    scheme, _, key = request.headers.get("authorization", "").partition(" ")
    is_known = hmac.compare_digest(
        key.strip().encode(), settings.editor_token.get_secret_value().encode()
    )
    if scheme.casefold() != "bearer" or not is_known:
        raise HTTPException(
            401, "Bring the editors' token as a bearer token.", {"WWW-Authenticate": "Bearer"}
        )
    return request.headers.get("x-editor", "").strip() or "HTTP"


Editor = Annotated[str, Depends(require_editor)]
