"""`/`: the page on which an officer asks, the answer below the question, and what to take along."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from api.access import Right, may
from api.answer_feed import answer_feed
from api.answer_files import answer_csv, answer_docx, answer_xlsx
from api.answer_pdf import answer_pdf
from api.dependencies import AppSettings, CurrentView, PageWriter
from api.inquiry import Inquiry, answered, inquiry_of
from api.layout import Layout
from api.pages import YEAR_S
from api.standing import Standing
from api.standing_page import kept_by_itself, own_ids, own_kept, own_keys, remember
from api.suggestions import examples
from api.view import View

__all__ = [
    "atom_feed",
    "council_paper",
    "csv_file",
    "docx_file",
    "pdf_file",
    "router",
    "start",
    "xlsx_file",
]

router = APIRouter(include_in_schema=False)

# Who asks is kept on the reader's own machine, so that nobody types it twice.
ASKER_COOKIE = "asker"
_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_COOKIE: Mapping[str, Any] = MappingProxyType(
    {"max_age": YEAR_S, "httponly": True, "samesite": "lax"}
)


@router.get("/", response_class=HTMLResponse)
def start(
    request: Request, view: CurrentView, pages: PageWriter, settings: AppSettings
) -> Response:
    """Show the search field, and the answer where something was asked."""
    inquiry = _inquiry(request)
    if "remember" in request.query_params:
        return _remembered(inquiry)
    values: dict[str, Any] = {"inquiry": inquiry, "holdings": _holdings(view)}
    if not inquiry.q:
        own = Standing(Layout(settings.home).standing).questions(own_ids(request))
        values["news"] = sum(question.is_newly_answered for question in own)
        values["examples"] = examples() if view.shows_corpus else []
        return pages.write(request, "start.html", values, view=view)
    outcome = values["outcome"] = answered(view, inquiry)
    standing = Standing(Layout(settings.home).standing)
    kept = own_kept(request, standing, inquiry)
    if not kept and not outcome.answer.answered and may(request, Right.REVIEW):
        language = pages.language(request)
        kept = kept_by_itself(request, view, standing, inquiry, language=language)
    response = pages.write(request, "answer.html", {**values, "kept": kept}, view=view)
    if kept and kept.key:
        remember(request, response, [kept.key, *own_keys(request)])
    return response


@router.get("/vorlage", response_class=HTMLResponse)
def council_paper(request: Request, view: CurrentView, pages: PageWriter) -> Response:
    """Show the answer as text for a council paper, every sentence with its citation."""
    inquiry = _inquiry(request)
    if not inquiry.q:
        return RedirectResponse("/", 303)
    values = {"inquiry": inquiry, "outcome": answered(view, inquiry), "holdings": _holdings(view)}
    return pages.write(request, "council_paper.html", values, view=view)


@router.get("/antwort.docx", response_class=Response)
def docx_file(request: Request, view: CurrentView) -> Response:
    """Return the text for a council paper as a DOCX file."""
    inquiry = _inquiry(request)
    return _file(answer_docx(inquiry, answered(view, inquiry)), _DOCX, "antwort.docx")


@router.get("/antwort.pdf", response_class=Response)
def pdf_file(request: Request, view: CurrentView) -> Response:
    """Return the answer as a PDF with numbered sources."""
    inquiry = _inquiry(request)
    address = str(request.base_url).rstrip("/") + inquiry.address()
    content = answer_pdf(inquiry, answered(view, inquiry), address=address)
    return _file(content, "application/pdf", "antwort.pdf")


@router.get("/antwort.xlsx", response_class=Response)
def xlsx_file(request: Request, view: CurrentView) -> Response:
    """Return the results as an Excel workbook."""
    inquiry = _inquiry(request)
    return _file(answer_xlsx(inquiry, answered(view, inquiry)), _XLSX, "antwort.xlsx")


@router.get("/antwort.csv", response_class=Response)
def csv_file(request: Request, view: CurrentView) -> Response:
    """Return the results as a table that a spreadsheet opens with a double click."""
    outcome = answered(view, _inquiry(request))
    return _file(answer_csv(outcome), "text/csv; charset=utf-8", "antwort.csv")


@router.get("/antwort.atom", response_class=Response)
def atom_feed(request: Request, view: CurrentView) -> Response:
    """Return the question as a feed: who subscribes sees when a new document answers it."""
    inquiry = inquiry_of(request.query_params)
    feed = answer_feed(inquiry, answered(view, inquiry), address=str(request.base_url))
    return Response(feed, media_type="application/atom+xml")


def _inquiry(request: Request) -> Inquiry:
    remembered = request.cookies.get(ASKER_COOKIE, "")
    return inquiry_of(request.query_params, remembered=_decoded(remembered))


def _remembered(inquiry: Inquiry) -> Response:
    """Keep who asks, then lead to the address that can be shared."""
    response = RedirectResponse(inquiry.address(), 303)
    if inquiry.town:
        # A cookie holds ASCII only; the key says which town as well as the name.
        response.set_cookie(ASKER_COOKIE, inquiry.town.ags, **_COOKIE)
    elif not inquiry.asker:
        response.delete_cookie(ASKER_COOKIE)
    return response


def _decoded(cookie: str) -> str:
    return cookie if cookie.isdecimal() and len(cookie) in {5, 8} else ""


def _file(content: bytes, media_type: str, name: str) -> Response:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(content, media_type=media_type, headers=headers)


def _holdings(view: View) -> dict[str, int]:
    return {
        "documents": len(view.catalogue.documents()),
        "projects": len(view.catalogue.projects()),
        "towns": len(view.active_municipalities()),
    }
