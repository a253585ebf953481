"""`/redaktion/...`: erasing a person and forgetting a document, each with a look first."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from api.access import Right, Submission, form_of, page_editor
from api.accounts import Session
from api.dependencies import AppSettings, CurrentView, PageWriter
from api.erasing import erase, planned_erasure
from api.writer import open_for_writing
from ontology.errors import InUseError, NotFoundError

__all__ = ["erase_person", "forget_document", "router", "show_document", "show_person"]

router = APIRouter(prefix="/redaktion", include_in_schema=False)

Editor = Annotated[Session, Depends(page_editor(Right.ERASE))]
Sent = Annotated[Submission, Depends(form_of(Right.ERASE))]


@router.get("/person/{key}/loeschen", response_class=HTMLResponse)
def show_person(
    request: Request, key: str, view: CurrentView, pages: PageWriter, _editor: Editor
) -> Response:
    """Show what erasing a person would change."""
    planned = planned_erasure(view, f"{view.iris.base}id/person/{key}")
    values = {"planned": planned, "key": key, "problem": None, "done": None}
    return pages.write(request, "erase_person.html", values, view=view)


@router.post("/person/{key}/loeschen", response_class=HTMLResponse)
def erase_person(
    request: Request,
    key: str,
    view: CurrentView,
    pages: PageWriter,
    settings: AppSettings,
    sent: Sent,
) -> Response:
    """Erase a person for good, once it is confirmed."""
    planned = planned_erasure(view, f"{view.iris.base}id/person/{key}")
    values = {"planned": planned, "key": key, "problem": None, "done": None}
    if not sent.text("sure"):
        values["problem"] = "erase_unsure"
    else:
        try:
            values["done"] = erase(settings, planned)
        except InUseError:
            values["problem"] = "busy"
    status = 422 if values["problem"] else 200
    return pages.write(request, "erase_person.html", values, view=view, status=status)


@router.get("/dokument/{key}/vergessen", response_class=HTMLResponse)
def show_document(
    request: Request, key: str, view: CurrentView, pages: PageWriter, _editor: Editor
) -> Response:
    """Show which document would be forgotten."""
    card = view.catalogue.document(key)
    if card is None:
        raise NotFoundError(f"There is no document {key}.")
    values = {"card": card, "problem": None, "done": False}
    return pages.write(request, "forget.html", values, view=view)


@router.post("/dokument/{key}/vergessen", response_class=HTMLResponse)
def forget_document(
    request: Request,
    key: str,
    view: CurrentView,
    pages: PageWriter,
    settings: AppSettings,
    sent: Sent,
) -> Response:
    """Forget a document, once it is confirmed."""
    card = view.catalogue.document(key)
    if card is None:
        return RedirectResponse("/redaktion", 303)
    problem = None if sent.text("sure") else "erase_unsure"
    if not problem:
        try:
            with open_for_writing(settings) as writer:
                writer.forget(key)
                writer.publish()
        except InUseError:
            problem = "busy"
    values = {"card": card, "problem": problem, "done": not problem}
    return pages.write(request, "forget.html", values, view=view, status=422 if problem else 200)
