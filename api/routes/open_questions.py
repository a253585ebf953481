"""`/redaktion/offene-fragen`: what people look for and no document answers yet."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from api.access import Right, Submission, form_of, page_editor
from api.accounts import Session
from api.dependencies import AppSettings, CurrentView, PageWriter
from api.layout import Layout
from api.open_questions import open_questions, remove_open
from api.standing import Standing

__all__ = ["remove", "router", "show"]

router = APIRouter(prefix="/redaktion/offene-fragen", include_in_schema=False)


@router.get("", response_class=HTMLResponse)
def show(
    request: Request,
    view: CurrentView,
    pages: PageWriter,
    settings: AppSettings,
    _editor: Annotated[Session, Depends(page_editor(Right.REVIEW))],
) -> Response:
    """Show the open questions with their counts."""
    found = open_questions(Standing(Layout(settings.home).standing))
    return pages.write(request, "open_questions.html", {"questions": found}, view=view)


@router.post("/{key}/entfernen")
def remove(
    key: str,
    settings: AppSettings,
    _sent: Annotated[Submission, Depends(form_of(Right.REVIEW))],
) -> Response:
    """Remove a question wherever it is kept."""
    remove_open(Standing(Layout(settings.home).standing), key)
    return RedirectResponse("/redaktion/offene-fragen", 303)
