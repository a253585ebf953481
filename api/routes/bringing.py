"""`/redaktion/bringen`: files and addresses, the preview, keeping and taking back."""

from collections.abc import Sequence
from pathlib import PurePosixPath
from typing import Annotated, Any, get_args

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.datastructures import UploadFile

from api.access import MAX_FORM_BYTES, Right, Submission, form_of, page_editor
from api.accounts import Session
from api.bringing import Bringing
from api.dependencies import CurrentView, PageWriter
from api.draft_form import DraftForm
from api.draft_page import DraftDocument, documents_of
from api.drafts import Draft
from api.items import Item
from api.pages import Pages
from api.view import View
from ingest.readers import SUFFIXES
from ontology.model import DocumentKind

__all__ = ["drop", "keep", "look", "progress", "receive", "router", "show", "undo"]

router = APIRouter(prefix="/redaktion/bringen", include_in_schema=False)

PATH = "/redaktion/bringen"
MAX_SHOWN_DRAFTS = 20

Editor = Annotated[Session, Depends(page_editor(Right.BRING))]
Sent = Annotated[Submission, Depends(form_of(Right.BRING))]
Upload = Annotated[
    Submission,
    Depends(
        form_of(
            Right.BRING, max_bytes=lambda settings: settings.max_file_mb * 2**20 + MAX_FORM_BYTES
        )
    ),
]


def _bringing(request: Request) -> Bringing:
    bringing: Bringing = request.app.state.bringing
    return bringing


Worker = Annotated[Bringing, Depends(_bringing)]


@router.get("", response_class=HTMLResponse)
def show(request: Request, pages: PageWriter, worker: Worker, _editor: Editor) -> Response:
    """Show the form, and what was brought lately."""
    return _form(request, pages, worker)


@router.post("", response_class=HTMLResponse)
def receive(request: Request, pages: PageWriter, worker: Worker, sent: Upload) -> Response:
    """Take files or an address, and lead to what is read out of them."""
    url = sent.text("url")
    files = [_item(each) for each in sent.form.getlist("files") if isinstance(each, UploadFile)]
    files = [each for each in files if each.name]
    if not files and not url:
        return _form(request, pages, worker, problem="bring_nothing", status=422)
    draft = worker.bring(sent.editor.name, files, url=None if files else url)
    return RedirectResponse(f"{PATH}/{draft.id}", 303)


@router.get("/{draft_id}", response_class=HTMLResponse)
def look(
    request: Request,
    draft_id: str,
    view: CurrentView,
    pages: PageWriter,
    worker: Worker,
    _editor: Editor,
) -> Response:
    """Show how far a draft is, what it would state, or what became of it."""
    draft = worker.look(draft_id)
    said = "draft_none" if "nichts" in request.query_params else None
    return _draft_page(request, pages, view, draft, said=said)


@router.get("/{draft_id}/stand")
def progress(draft_id: str, worker: Worker, _editor: Editor) -> JSONResponse:
    """Tell how far a draft is, for the script that moves the bar."""
    draft = worker.look(draft_id)
    return JSONResponse({"state": draft.state, "done": draft.done, "total": draft.total})


@router.post("/{draft_id}/uebernehmen", response_class=HTMLResponse)
def keep(
    request: Request,
    draft_id: str,
    view: CurrentView,
    pages: PageWriter,
    worker: Worker,
    sent: Sent,
) -> Response:
    """Take what is ticked into the installation, corrected as the form says."""
    draft = worker.look(draft_id)
    if draft.state == "ready":
        form = DraftForm(sent, _documents(request, view, draft))
        wishes = form.wishes()
        if form.refusals:
            return _draft_page(request, pages, view, draft, form=form)
        if not wishes:
            return RedirectResponse(f"{PATH}/{draft_id}?nichts", 303)
        worker.keep(draft, wishes)
    return RedirectResponse(f"{PATH}/{draft_id}", 303)


@router.post("/{draft_id}/zuruecknehmen")
def undo(draft_id: str, worker: Worker, _sent: Sent) -> Response:
    """Forget what was kept of a draft."""
    draft = worker.look(draft_id)
    if draft.state == "kept":
        worker.undo(draft)
    return RedirectResponse(f"{PATH}/{draft_id}", 303)


@router.post("/{draft_id}/verwerfen")
def drop(draft_id: str, worker: Worker, _sent: Sent) -> Response:
    """Drop a draft that nobody wants to keep."""
    draft = worker.look(draft_id)
    if draft.state == "ready":
        worker.drafts.drop(draft)
    return RedirectResponse(PATH, 303)


def _item(upload: UploadFile) -> Item:
    return Item("", upload.filename or "", upload.file.read())


def _draft_page(
    request: Request,
    pages: Pages,
    view: View,
    draft: Draft,
    *,
    said: str | None = None,
    form: DraftForm | None = None,
) -> Response:
    """Write the page of a draft; a form that was refused keeps what was typed into it."""
    values: dict[str, Any] = {"draft": draft, "documents": [], "said": said}
    if draft.state == "ready":
        values["documents"] = form.documents if form else _documents(request, view, draft)
        values["kinds"] = get_args(DocumentKind)
    known = {item.document_id: view.catalogue.document(item.document_id) for item in draft.items}
    values["cards"] = {key: card for key, card in known.items() if card}
    values["given"] = form.given if form else {}
    values["ticked"] = form.ticked if form else None
    values["refusals"] = form.refusals if form else []
    status = 422 if form else 200
    return pages.write(request, "draft.html", values, view=view, status=status)


def _documents(request: Request, view: View, draft: Draft) -> Sequence[DraftDocument]:
    return documents_of(view, _bringing(request).drafts, draft)


def _form(
    request: Request,
    pages: PageWriter,
    worker: Bringing,
    *,
    problem: str | None = None,
    status: int = 200,
) -> Response:
    suffixes = sorted({*SUFFIXES, ".zip"})
    values = {
        "drafts": worker.drafts.all()[:MAX_SHOWN_DRAFTS],
        "problem": problem,
        "accept": ",".join(suffixes),
        "kinds": ", ".join(PurePosixPath(f"x{one}").suffix[1:].upper() for one in suffixes),
        "max_mb": worker.settings.max_file_mb,
    }
    return pages.write(request, "bring.html", values, status=status)
