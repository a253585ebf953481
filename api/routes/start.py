"""`/`: the page on which an officer asks, and the answer below the question."""

from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from api.dependencies import CurrentView, PageWriter
from api.routes.asking import MAX_QUESTION_CHARS
from api.view import View
from corpus import questions
from search.answer import Question

__all__ = ["router", "start"]

router = APIRouter(include_in_schema=False)

# As many as a start page shows without scrolling on a laptop.
EXAMPLES = 6
# Whole sentences show best how one may ask.
_STYLES = frozenset({"frage", "problem"})


@router.get("/", response_class=HTMLResponse)
def start(  # noqa: PLR0913 - one parameter a field of the form
    request: Request,
    view: CurrentView,
    pages: PageWriter,
    q: str = "",
    theme: str = "",
    asker: str = "",
    since: str = "",
) -> HTMLResponse:
    """Show the search field, and the answer where something was asked."""
    form = {
        "q": q.strip()[:MAX_QUESTION_CHARS],
        "theme": theme,
        "asker": asker.strip(),
        "since": since if since.isdigit() else "",
        "is_narrowed": bool(theme or asker or since),
    }
    values = {**_offer(view), "form": form}
    if not form["q"]:
        return pages.write(request, "start.html", values, view=view)
    answer = view.ask(
        Question(
            str(form["q"]),
            asker=str(form["asker"]) or None,
            theme=theme or None,
            since=int(str(form["since"])) if form["since"] else None,
        )
    )
    return pages.write(request, "answer.html", {**values, "answer": answer}, view=view)


def _offer(view: View) -> dict[str, Any]:
    """Return what the form offers to choose from, and what there is to be searched."""
    projects = view.catalogue.projects()
    towns = view.active_municipalities()
    return {
        "themes": sorted({theme for project in projects for theme in project.themes}),
        "towns": [town.name for town in towns],
        "holdings": {
            "documents": len(view.catalogue.documents()),
            "projects": len(projects),
            "towns": len(towns),
        },
        "examples": _examples() if view.shows_corpus else [],
    }


def _examples() -> list[dict[str, str | None]]:
    answered = [one for one in questions() if not one.is_unanswered and one.style in _STYLES]
    step = max(1, len(answered) // EXAMPLES)
    return [{"q": one.query, "asker": one.asker} for one in answered[::step][:EXAMPLES]]
