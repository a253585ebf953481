"""Who may do what: the one place that decides it, for pages and for the API.

Today there is one role. A richer one is a line in `_RIGHTS`; no route asks for a role by name.
"""

import hmac
from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Annotated
from urllib.parse import quote

from fastapi import Depends, Header, Request, Security
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException

from api.accounts import Accounts, Session
from api.settings import Settings

__all__ = [
    "MAX_FORM_BYTES",
    "SESSION_COOKIE",
    "SIGN_IN_PATH",
    "ApiEditor",
    "Right",
    "Submission",
    "form_of",
    "is_own_site",
    "may",
    "page_editor",
    "require_own_site",
    "require_token",
    "visitor",
]

SESSION_COOKIE = "editor"
SIGN_IN_PATH = "/redaktion/anmelden"
# A page of a thousand statements with long values; files have a limit of their own.
MAX_FORM_BYTES = 4 * 2**20
MAX_FORM_FIELDS = 20_000


class Right(StrEnum):
    """What only those may who are signed in; asking and reading are open to everybody."""

    BRING = "bring"
    CONTACTS = "contacts"
    ERASE = "erase"
    REVIEW = "review"


_RIGHTS: Mapping[str, frozenset[Right]] = MappingProxyType({"editor": frozenset(Right)})


@dataclass(frozen=True, slots=True)
class Submission:
    """A form that somebody sent who may."""

    editor: Session
    form: FormData

    def text(self, name: str) -> str:
        """Return a field's text without blanks around it, empty where it is missing."""
        value = self.form.get(name)
        return value.strip() if isinstance(value, str) else ""


def visitor(request: Request) -> Session | None:
    """Return who is signed in on this request, None for a reader."""
    if not hasattr(request.state, "visitor"):
        key = request.cookies.get(SESSION_COOKIE)
        accounts: Accounts = request.app.state.accounts
        request.state.visitor = accounts.session(key) if key else None
    found: Session | None = request.state.visitor
    return found


def may(request: Request, right: Right) -> bool:
    """Return whether whoever sent this request may do that."""
    session = visitor(request)
    return session is not None and right in _RIGHTS.get(session.role, frozenset())


def page_editor(right: Right) -> Callable[[Request], Session]:
    """Return a dependency that lets those pass who may; others are led to the sign-in page."""

    def required(request: Request) -> Session:
        session = visitor(request)
        if session is None:
            path = request.url.path if request.method == "GET" else "/redaktion"
            target = f"{SIGN_IN_PATH}?weiter={quote(path)}"
            raise HTTPException(303, "Sign in first.", {"Location": target})
        if not may(request, right):
            raise HTTPException(403, f"The role {session.role} may not {right}.")
        return session

    return required


def form_of(
    right: Right, *, max_bytes: Callable[[Settings], int] | None = None
) -> Callable[[Request], AsyncIterator[Submission]]:
    """Return a dependency that gives the form of those who may, sent from our own page.

    Nothing of the body is read before it is clear who sends it and how much.
    """
    required = page_editor(right)

    async def submitted(request: Request) -> AsyncIterator[Submission]:
        session = required(request)
        require_own_site(request)
        _require_size(
            request, max_bytes(request.app.state.settings) if max_bytes else MAX_FORM_BYTES
        )
        async with request.form(max_fields=MAX_FORM_FIELDS) as form:
            token = form.get("form_token")
            if not (isinstance(token, str) and hmac.compare_digest(token, session.form_token)):
                raise HTTPException(403, "The form is too old or not from here; load it again.")
            yield Submission(session, form)

    return submitted


def is_own_site(request: Request) -> bool:
    """Return whether a reader or our own page sent this, as far as the browser says."""
    return request.headers.get("sec-fetch-site", "none") in {"none", "same-origin"}


def require_own_site(request: Request) -> None:
    """Refuse what a browser says another site made it send."""
    if not is_own_site(request):
        raise HTTPException(403, "This was sent from another site; use the page itself.")


def _require_size(request: Request, max_bytes: int) -> None:
    length = request.headers.get("content-length", "")
    if not length.isdecimal():
        raise HTTPException(411, "Say how long the body is.")
    if len(length) > 15 or int(length) > max_bytes:
        raise HTTPException(413, f"At most {max_bytes // 2**20} MB can be sent at once.")


_TOKEN = HTTPBearer(
    scheme_name="editor",
    description="The token of the setting NACHBARWISSEN_EDITOR_TOKEN.",
    auto_error=False,
)


def require_token(
    request: Request,
    _key: Annotated[HTTPAuthorizationCredentials | None, Security(_TOKEN)],
    x_editor: Annotated[
        str, Header(description="Who decides; the name is kept with the decision.")
    ] = "",
) -> str:
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
    return x_editor.strip() or "HTTP"


ApiEditor = Annotated[str, Depends(require_token)]
