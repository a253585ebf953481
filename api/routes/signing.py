"""`/redaktion`: signing in and out, the password, and the way to what editors do."""

import hmac
import secrets
from dataclasses import dataclass
from math import ceil
from typing import Annotated

from fastapi import APIRouter, Depends, Form, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from api.access import (
    SESSION_COOKIE,
    SIGN_IN_PATH,
    Right,
    Submission,
    form_of,
    page_editor,
    require_own_site,
)
from api.accounts import MIN_PASSWORD_CHARS, Accounts, Session
from api.dependencies import AppSettings, PageWriter
from api.layout import Layout
from api.open_questions import open_questions
from api.pages import Pages
from api.standing import Standing
from ontology.errors import SignInError, TooManyAttemptsError, UsageError

__all__ = [
    "Credentials",
    "change_password",
    "desk",
    "router",
    "show_password",
    "show_sign_in",
    "sign_in",
    "sign_out",
]

router = APIRouter(prefix="/redaktion", include_in_schema=False)

# Binds the sign-in form to the browser that loaded it, before there is a session.
FORM_COOKIE = "sign-in"
DESK = "/redaktion"
Target = Annotated[str, Query(max_length=500)]
Field = Annotated[str, Form(max_length=1000)]


@dataclass(frozen=True, slots=True)
class Credentials:
    """What somebody typed who wants to sign in, and where they want to go."""

    name: Field = ""
    password: Field = ""
    token: Field = ""
    weiter: Field = DESK


@router.get("/anmelden", response_class=HTMLResponse)
def show_sign_in(request: Request, pages: PageWriter, weiter: Target = DESK) -> Response:
    """Show the form; a changed password is confirmed on it."""
    is_changed = "geaendert" in request.query_params
    return _form(request, pages, weiter, notice="password_changed" if is_changed else None)


@router.post("/anmelden", response_class=HTMLResponse)
def sign_in(
    request: Request, pages: PageWriter, given: Annotated[Credentials, Depends()]
) -> Response:
    """Begin a session, or show the form with the reason why not."""
    require_own_site(request)
    expected = request.cookies.get(FORM_COOKIE, "")
    if not expected or not hmac.compare_digest(given.token.encode(), expected.encode()):
        return _form(request, pages, given.weiter, problem="sign_in_old", status=403)
    try:
        key = _accounts(request).sign_in(given.name, given.password, address=_address(request))
    except SignInError:
        return _form(request, pages, given.weiter, problem="sign_in_wrong", status=401)
    except TooManyAttemptsError as error:
        minutes = ceil(error.wait_s / 60)
        response = _form(
            request, pages, given.weiter, problem="sign_in_wait", minutes=minutes, status=429
        )
        response.headers["Retry-After"] = str(error.wait_s)
        return response
    response = RedirectResponse(_own_path(given.weiter), 303)
    _set_cookie(request, response, SESSION_COOKIE, key, path="/")
    response.delete_cookie(FORM_COOKIE, path=DESK)
    return response


@router.post("/abmelden")
def sign_out(
    request: Request, _sent: Annotated[Submission, Depends(form_of(Right.REVIEW))]
) -> Response:
    """End the session."""
    _accounts(request).sign_out(request.cookies.get(SESSION_COOKIE, ""))
    response = RedirectResponse("/", 303)
    response.delete_cookie(SESSION_COOKIE, path="/")
    return response


@router.get("", response_class=HTMLResponse)
def desk(
    request: Request,
    pages: PageWriter,
    settings: AppSettings,
    _editor: Annotated[Session, Depends(page_editor(Right.REVIEW))],
) -> Response:
    """Show what editors can do, and how many questions wait for a first answer."""
    found = open_questions(Standing(Layout(settings.home).standing))
    return pages.write(request, "desk.html", {"open_count": len(found)})


@router.get("/passwort", response_class=HTMLResponse)
def show_password(
    request: Request,
    pages: PageWriter,
    _editor: Annotated[Session, Depends(page_editor(Right.REVIEW))],
) -> Response:
    """Show the form for a new password."""
    return pages.write(request, "password.html", {"problem": None, "least": MIN_PASSWORD_CHARS})


@router.post("/passwort", response_class=HTMLResponse)
def change_password(
    request: Request,
    pages: PageWriter,
    sent: Annotated[Submission, Depends(form_of(Right.REVIEW))],
) -> Response:
    """Set a new password for whoever knows the present one."""
    accounts = _accounts(request)
    try:
        accounts.check(sent.editor.name, sent.text("old"), address=_address(request))
        accounts.set_password(sent.editor.name, sent.text("new"))
    except (SignInError, TooManyAttemptsError, UsageError) as error:
        problem = "password_short" if isinstance(error, UsageError) else "sign_in_wrong"
        values = {"problem": problem, "least": MIN_PASSWORD_CHARS}
        return pages.write(request, "password.html", values, status=422)
    return RedirectResponse(f"{SIGN_IN_PATH}?geaendert", 303)


def _form(
    request: Request,
    pages: Pages,
    target: str,
    *,
    status: int = 200,
    **said: str | int | None,
) -> Response:
    token = secrets.token_urlsafe(32)
    values = {"problem": None, "notice": None, "minutes": 0, **said}
    values |= {"token": token, "target": _own_path(target)}
    response = pages.write(request, "sign_in.html", values, status=status)
    response.headers["Cache-Control"] = "no-store"
    _set_cookie(request, response, FORM_COOKIE, token, path=DESK)
    return response


def _set_cookie(request: Request, response: Response, name: str, value: str, *, path: str) -> None:
    """Set a cookie for this browser session that no script and no other site can use."""
    is_secure = request.url.scheme == "https"
    response.set_cookie(name, value, path=path, httponly=True, samesite="lax", secure=is_secure)


def _own_path(target: str) -> str:
    """Return the target where it is a path of this server, else the editors' desk."""
    is_own = target.startswith("/") and not target.startswith(("//", "/\\"))
    return target if is_own and "\n" not in target and "\r" not in target else DESK


def _accounts(request: Request) -> Accounts:
    accounts: Accounts = request.app.state.accounts
    return accounts


def _address(request: Request) -> str:
    return request.client.host if request.client else "unknown"
