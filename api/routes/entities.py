"""`/id/...`: every thing at its own address, a page for people, RDF by `Accept`."""

from typing import Annotated

from fastapi import APIRouter, Path, Request
from fastapi.responses import RedirectResponse, Response
from starlette.exceptions import HTTPException

from api.access import Right, may
from api.dependencies import CurrentView, FormatName, PageWriter
from api.entity_pages import entity_page
from api.erasing import contacts_of
from api.negotiation import best_match
from api.openapi import comes_as
from api.rdf_formats import GRAPH_TYPES, query_response
from graph.description import describe
from ontology.errors import NotFoundError

__all__ = ["router", "thing"]

router = APIRouter(tags=["things"])

_HTML = "text/html"


@router.get("/id/{kind}/{key}", response_class=Response, responses=comes_as(*GRAPH_TYPES, _HTML))
def thing(
    request: Request,
    kind: Annotated[str, Path(description="What it is.", examples=["municipality"])],
    key: Annotated[str, Path(description="The end of its address.", examples=["05766044"])],
    view: CurrentView,
    pages: PageWriter,
    format_name: FormatName = None,
) -> Response:
    """Show a thing: a page for people, RDF by `Accept` or `format`.

    One of several names of a thing leads on (303) to the one that stands for all.
    """
    iri = f"{view.iris.base}id/{kind}/{key}"
    if not view.knows(iri):
        raise NotFoundError(f"There is nothing at {iri}.")
    chief = view.catalogue.chief(iri)
    if chief != iri:
        return _elsewhere(request, f"/{chief.removeprefix(view.iris.base)}")
    accept = request.headers.get("accept")
    wanted = best_match(accept, (_HTML, *GRAPH_TYPES))
    if format_name == "html" or (not format_name and wanted == _HTML):
        page = entity_page(view, kind, iri, request.query_params)
        values = {**page.values, "contacts": None}
        if kind == "person" and may(request, Right.CONTACTS):
            values["contacts"] = contacts_of(view, iri)
        response: Response = pages.write(request, page.template, values, view=view)
    elif wanted is None and not format_name:
        raise HTTPException(406, f"It comes as {_HTML}, {', '.join(GRAPH_TYPES)}.")
    else:
        response = query_response(
            lambda: describe(view.store, iri), accept=accept, format_name=format_name
        )
    response.headers["Vary"] = "Accept, Cookie"
    return response


def _elsewhere(request: Request, path: str) -> Response:
    """Lead on to the name that stands for a thing: a merge can be taken back, so for now only."""
    query = f"?{request.url.query}" if request.url.query else ""
    return RedirectResponse(f"{path}{query}", 303, headers={"Vary": "Accept"})
