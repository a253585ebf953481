"""Errors as HTTP answers: one dict from error class to status, one shape for all of them."""

from http import HTTPStatus

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from starlette.exceptions import HTTPException

from api.messages import knows
from api.negotiation import best_match
from api.pages import Pages
from ontology.errors import (
    AccessError,
    AnswerTooLargeError,
    BusyError,
    CorrectionError,
    DamagedFileError,
    EmptyHomeError,
    EmptyTextError,
    EncryptedFileError,
    FetchError,
    ForbiddenError,
    FormatError,
    InUseError,
    InvalidGraphError,
    MailError,
    ModelError,
    NachbarwissenError,
    NotFoundError,
    PathError,
    ProposalError,
    QueryAbortedError,
    QueryError,
    QueryTimeoutError,
    ReadError,
    SearchIndexError,
    SettingError,
    SignInError,
    StaleIndexError,
    StoreError,
    TooManyAttemptsError,
    UnsafeArchiveError,
    UnsupportedFormatError,
    UsageError,
)

__all__ = ["STATUS", "add_error_answers", "problem", "status_of"]


def add_error_answers(app: FastAPI) -> None:
    """Make an application answer every error as `application/problem+json` (RFC 9457)."""
    app.add_exception_handler(NachbarwissenError, _ours)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(RequestValidationError, _invalid_request)
    app.add_exception_handler(Exception, _unforeseen)


def problem(request: Request, status: int, detail: str, *, kind: str = "about:blank") -> Response:
    """Return a problem document, to a browser a page; `kind` names the class of our own errors."""
    if _is_browser(request):
        pages: Pages = request.app.state.pages
        name = kind.rpartition(":")[2]
        values = {
            "detail": detail,
            "code": status,
            "reason": name if knows(f"problem_{name}") else str(status),
        }
        return pages.write(request, "problem.html", values, status=status)
    body = {"type": kind, "title": HTTPStatus(status).phrase, "status": status, "detail": detail}
    return JSONResponse(body, status, media_type="application/problem+json")


def _is_browser(request: Request) -> bool:
    offers = ("application/problem+json", "text/html")
    accepted = best_match(request.headers.get("accept"), offers)
    return accepted == "text/html" and not request.url.path.startswith("/api/")


def status_of(error: Exception) -> int:
    """Return the HTTP status of one of our errors."""
    return next(STATUS[kind] for kind in type(error).__mro__ if kind in STATUS)


def _ours(request: Request, error: Exception) -> Response:
    return problem(
        request, status_of(error), str(error), kind=f"urn:nachbarwissen:{type(error).__name__}"
    )


def _http(request: Request, error: Exception) -> Response:
    if not isinstance(error, HTTPException):  # pragma: no cover - registered for this class only
        raise error
    response = problem(request, error.status_code, str(error.detail))
    response.headers.update(error.headers or {})
    return response


def _invalid_request(request: Request, error: Exception) -> Response:
    if not isinstance(error, RequestValidationError):  # pragma: no cover - see above
        raise error
    first = error.errors()[0]
    where = " ".join(str(part) for part in first["loc"])
    return problem(request, 422, f"{where}: {first['msg']}.")


def _unforeseen(request: Request, _error: Exception) -> Response:
    """Say so in the reader's language; the error itself goes to the log all the same."""
    return problem(request, 500, "Something unforeseen happened; the server's log says more.")


STATUS: dict[type[BaseException], int] = {
    AccessError: 403,
    AnswerTooLargeError: 413,
    BusyError: 503,
    CorrectionError: 422,
    DamagedFileError: 422,
    EmptyHomeError: 503,
    EmptyTextError: 422,
    EncryptedFileError: 422,
    FetchError: 422,
    ForbiddenError: 403,
    FormatError: 406,
    InUseError: 409,
    InvalidGraphError: 422,
    MailError: 502,
    ModelError: 503,
    NachbarwissenError: 500,
    NotFoundError: 404,
    PathError: 400,
    ProposalError: 502,
    # 500 is the protocol's answer to a query that the service refuses to carry on with.
    QueryAbortedError: 500,
    QueryError: 400,
    QueryTimeoutError: 504,
    ReadError: 422,
    SearchIndexError: 503,
    SettingError: 500,
    SignInError: 401,
    StaleIndexError: 503,
    StoreError: 500,
    TooManyAttemptsError: 429,
    UnsafeArchiveError: 422,
    UnsupportedFormatError: 415,
    UsageError: 400,
}
