"""`/redaktion/pruefen`: doubtful merges and statements, decided with one click and taken back."""

from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse, Response

from api.access import Right, Submission, form_of, page_editor
from api.accounts import Session
from api.dependencies import CurrentView, PageWriter
from api.messages import translator
from api.negotiation import best_match
from api.review_page import decided_lately, tasks_of
from api.rulings_queue import Noted, RulingsQueue
from graph.review import matter_named
from ontology.errors import UsageError

__all__ = ["decide", "router", "show", "take_back"]

router = APIRouter(prefix="/redaktion/pruefen", include_in_schema=False)

PATH = "/redaktion/pruefen"

Editor = Annotated[Session, Depends(page_editor(Right.REVIEW))]
Sent = Annotated[Submission, Depends(form_of(Right.REVIEW))]
Kind = Annotated[Literal["", "pair", "statement"], Query()]


def _queue(request: Request) -> RulingsQueue:
    queue: RulingsQueue = request.app.state.rulings
    return queue


Queue = Annotated[RulingsQueue, Depends(_queue)]


@router.get("", response_class=HTMLResponse)
def show(
    request: Request,
    view: CurrentView,
    pages: PageWriter,
    queue: Queue,
    _editor: Editor,
    art: Kind = "",
) -> Response:
    """Show what waits for a person, and what was decided lately."""
    waiting = queue.waiting()
    noted = {each.matter for each in waiting if not each.is_undo}
    matters = [each for each in view.matters if each.id not in noted]
    values = {
        "desktop": tasks_of(view, matters, art),
        "decided": decided_lately(view, waiting),
        "art": art,
        "disputes": len(view.contradictions),
    }
    return pages.write(request, "review.html", values, view=view)


@router.post("/{matter_id}")
def decide(
    request: Request, matter_id: str, view: CurrentView, queue: Queue, sent: Sent
) -> Response:
    """Note a decision; a script gets a word on it, others the desk again."""
    decision = sent.text("decision")
    if decision not in {"accept", "reject"}:
        raise UsageError(f"The decision is {decision!r}; expected accept or reject.")
    matter = matter_named(view.matters, matter_id)
    queue.note(Noted(matter.id, matter.texts, decision == "accept", sent.editor.name))
    return _answer(request, sent, f"review_{matter.kind}_{decision}")


@router.post("/{matter_id}/zurueck")
def take_back(request: Request, matter_id: str, queue: Queue, sent: Sent) -> Response:
    """Note that a decision is taken back."""
    queue.note(Noted(matter_id, (), is_accepted=False, who=sent.editor.name, is_undo=True))
    return _answer(request, sent, "review_undone")


def _answer(request: Request, sent: Submission, key: str) -> Response:
    if best_match(request.headers.get("accept"), ("text/html", "application/json")) == "text/html":
        kind = sent.text("art")
        return RedirectResponse(
            f"{PATH}?art={kind}" if kind in {"pair", "statement"} else PATH, 303
        )
    language = request.app.state.pages.language(request)
    return JSONResponse({"said": translator(language)(key)})
