"""`/docs`: the operations of the API for people; `/openapi.json` is the same for programs."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from api.dependencies import CurrentView, PageWriter
from api.interface_page import interface_values
from api.openapi import Application

__all__ = ["interface", "router"]

router = APIRouter(include_in_schema=False)


@router.get("/docs", response_class=HTMLResponse)
def interface(request: Request, view: CurrentView, pages: PageWriter) -> HTMLResponse:
    """Show every operation with its parameters, answers and an example."""
    app: Application = request.app
    values = interface_values(app.openapi(), view, str(request.base_url))
    return pages.write(request, "interface.html", values, view=view)
