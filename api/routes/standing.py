"""`/merkliste`: questions that stay, what answered them since, and letters to who wants them."""

from typing import Annotated, Any
from urllib.parse import parse_qsl, urlsplit

from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from starlette.exceptions import HTTPException

from api.access import Right, may, require_own_site
from api.dependencies import AppSettings, CurrentView, PageWriter
from api.inquiry import answered, inquiry_of
from api.layout import Layout
from api.pages import Pages
from api.settings import Settings
from api.standing import Standing, StandingQuestion, question_id
from api.standing_feed import standing_feed
from api.standing_mail import post_of
from api.standing_page import keep, own_ids, own_keys, remember, standing_values
from api.subscribers import Subscribers
from api.view import View
from ontology.errors import UsageError

__all__ = [
    "confirm",
    "end",
    "feed",
    "mark_seen",
    "questions",
    "remove",
    "router",
    "save",
    "show_confirm",
    "show_end",
    "show_question",
    "subscribe",
]

router = APIRouter(include_in_schema=False)

Text = Annotated[str, Form(max_length=1000)]


@router.get("/merkliste", response_class=HTMLResponse)
def questions(
    request: Request, view: CurrentView, pages: PageWriter, settings: AppSettings
) -> Response:
    """Show the questions saved in this browser, to editors all of them."""
    standing = _standing(settings)
    sees_all = may(request, Right.REVIEW)
    found = standing.questions(None if sees_all else own_ids(request))
    values = {
        "questions": found,
        "sees_all": sees_all,
        "subscribers": Subscribers(standing).counts() if sees_all else {},
    }
    return pages.write(request, "standing_list.html", values, view=view)


@router.post("/merkliste")
def save(
    request: Request,
    view: CurrentView,
    pages: PageWriter,
    settings: AppSettings,
    address: Annotated[str, Form(max_length=4000)],
) -> Response:
    """Keep a question as its address says it; this browser may change it from now on."""
    require_own_site(request)
    inquiry = inquiry_of(_parameters(address))
    if not inquiry.q:
        raise HTTPException(422, "A question without words cannot be kept.")
    key = keep(
        view,
        _standing(settings),
        inquiry,
        language=pages.language(request),
        was_unanswered=not answered(view, inquiry).answer.answered,
    )
    response = RedirectResponse(f"/merkliste/{question_id(key)}", 303)
    remember(request, response, [key, *own_keys(request)])
    return response


@router.get("/merkliste/{question}.atom", response_class=Response)
def feed(request: Request, question: str, view: CurrentView, settings: AppSettings) -> Response:
    """Return the feed of a question."""
    found = _standing(settings).question(question)
    content = standing_feed(found, view, address=str(request.base_url))
    return Response(content, media_type="application/atom+xml")


@router.get("/merkliste/{question}", response_class=HTMLResponse)
def show_question(
    request: Request, question: str, view: CurrentView, pages: PageWriter, settings: AppSettings
) -> Response:
    """Show a question with what answered it since, and the ways to hear of it."""
    found = _standing(settings).question(question)
    return _page(request, pages, settings, view=view, question=found)


@router.post("/merkliste/{question}/gelesen")
def mark_seen(request: Request, question: str, settings: AppSettings) -> Response:
    """Note that the new answers were read."""
    _require_own(request, question)
    _standing(settings).mark_seen(question)
    return RedirectResponse(f"/merkliste/{question}", 303)


@router.post("/merkliste/{question}/entfernen")
def remove(request: Request, question: str, settings: AppSettings) -> Response:
    """Remove a question with the addresses that hang on it."""
    _require_own(request, question)
    _standing(settings).remove(question)
    response = RedirectResponse("/merkliste", 303)
    remember(request, response, [k for k in own_keys(request) if question_id(k) != question])
    return response


@router.post("/merkliste/{question}/email", response_class=HTMLResponse)
def subscribe(
    request: Request,
    question: str,
    view: CurrentView,
    pages: PageWriter,
    settings: AppSettings,
    email: Text = "",
) -> Response:
    """Ask an address to confirm; the page says the same whether it is known already or not."""
    require_own_site(request)
    standing = _standing(settings)
    found, post = standing.question(question), post_of(settings)
    if post is None:
        raise HTTPException(403, "Letters are off until NACHBARWISSEN_SMTP_URL is set.")
    try:
        subscriber = Subscribers(standing).ask(question, email.strip())
    except UsageError:
        return _page(request, pages, settings, view=view, question=found, problem="wrong")
    if subscriber:
        post.ask_to_confirm(subscriber, pages.language(request))
    return _page(request, pages, settings, view=view, question=found, notice="asked")


@router.get("/abo/{token}", response_class=HTMLResponse)
def show_confirm(
    request: Request, token: str, pages: PageWriter, settings: AppSettings
) -> Response:
    """Ask whether letters are wanted: opening the link alone, as machines do, decides nothing."""
    return _subscription(request, pages, settings, token, "confirm")


@router.post("/abo/{token}", response_class=HTMLResponse)
def confirm(request: Request, token: str, pages: PageWriter, settings: AppSettings) -> Response:
    """Begin to send letters."""
    Subscribers(_standing(settings)).confirm(token)
    return _subscription(request, pages, settings, token, "confirmed")


@router.get("/abo/{token}/ende", response_class=HTMLResponse)
def show_end(request: Request, token: str, pages: PageWriter, settings: AppSettings) -> Response:
    """Ask whether letters shall end."""
    return _subscription(request, pages, settings, token, "end")


@router.post("/abo/{token}/ende", response_class=HTMLResponse)
def end(request: Request, token: str, pages: PageWriter, settings: AppSettings) -> Response:
    """Erase the address; mail programs send this for their own button (RFC 8058)."""
    Subscribers(_standing(settings)).end(token)
    return pages.write(
        request, "subscription.html", {"state": "ended", "question": None, "token": token}
    )


def _page(
    request: Request,
    pages: Pages,
    settings: Settings,
    *,
    view: View,
    question: StandingQuestion,
    **said: str,
) -> Response:
    values: dict[str, Any] = {
        **standing_values(view, question),
        "may_change": _is_own(request, question.id),
        "has_post": post_of(settings) is not None,
        "problem": None,
        "notice": None,
        **said,
    }
    status = 422 if values["problem"] else 200
    return pages.write(request, "standing.html", values, view=view, status=status)


def _subscription(
    request: Request, pages: Pages, settings: Settings, token: str, state: str
) -> Response:
    standing = _standing(settings)
    subscriber = Subscribers(standing).get(token)
    values = {
        "state": state,
        "question": standing.question(subscriber.question),
        "token": token,
    }
    return pages.write(request, "subscription.html", values)


def _parameters(address: str) -> dict[str, str]:
    return dict(parse_qsl(urlsplit(address).query))


def _require_own(request: Request, question: str) -> None:
    require_own_site(request)
    if not _is_own(request, question):
        raise HTTPException(403, "Only the browser that saved a question, or an editor, may do so.")


def _is_own(request: Request, question: str) -> bool:
    return question in own_ids(request) or may(request, Right.REVIEW)


def _standing(settings: Settings) -> Standing:
    return Standing(Layout(settings.home).standing)
