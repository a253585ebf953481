"""`/redaktion/...`: erasing a person and forgetting a document, each with a look first."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from api.access import Right, Submission, form_of, page_editor
from api.accounts import Session
from api.dependencies import AppSettings, CurrentView, PageWriter
from api.erasing import Erasure, erase, planned_erasure
from api.pages import Pages
from api.view import View
from api.writer import open_for_writing
from ontology.cards import DocumentCard
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
    return _person_page(request, pages, view, _planned(view, key))


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
    planned = _planned(view, key)
    if not sent.text("sure"):
        return _person_page(request, pages, view, planned, problem="erase_unsure")
    try:
        done = erase(settings, planned)
    except InUseError:
        return _person_page(request, pages, view, planned, problem="busy")
    return _person_page(request, pages, view, planned, done=done)


@router.get("/dokument/{key}/vergessen", response_class=HTMLResponse)
def show_document(
    request: Request, key: str, view: CurrentView, pages: PageWriter, _editor: Editor
) -> Response:
    """Show which document would be forgotten."""
    card = view.catalogue.document(key)
    if card is None:
        raise NotFoundError(f"There is no document {key}.")
    return _document_page(request, pages, view, card)


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
    if not sent.text("sure"):
        return _document_page(request, pages, view, card, problem="erase_unsure")
    try:
        with open_for_writing(settings) as writer:
            writer.forget(key)
            writer.publish()
    except InUseError:
        return _document_page(request, pages, view, card, problem="busy")
    return _document_page(request, pages, view, card, is_done=True)


def _planned(view: View, key: str) -> Erasure:
    return planned_erasure(view, f"{view.iris.base}id/person/{key}")


def _person_page(
    request: Request,
    pages: Pages,
    view: View,
    planned: Erasure,
    *,
    problem: str | None = None,
    done: int | None = None,
) -> Response:
    key = planned.iri.rpartition("/")[2]
    values = {"planned": planned, "key": key, "problem": problem, "done": done}
    status = 422 if problem else 200
    return pages.write(request, "erase_person.html", values, view=view, status=status)


def _document_page(
    request: Request,
    pages: Pages,
    view: View,
    card: DocumentCard,
    *,
    problem: str | None = None,
    is_done: bool = False,
) -> Response:
    values = {"card": card, "problem": problem, "done": is_done}
    status = 422 if problem else 200
    return pages.write(request, "forget.html", values, view=view, status=status)
