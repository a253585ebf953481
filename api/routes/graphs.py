"""`/graph/...`: every named graph at its own address, a page for people, RDF by `Accept`."""

from typing import Annotated

from fastapi import APIRouter, Path, Request
from fastapi.responses import Response
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException

from api.dependencies import FormatName
from api.negotiation import best_match
from api.openapi import comes_as
from api.pages import Pages
from api.rdf_formats import GRAPH_TYPES
from api.sparql_endpoint import SparqlEndpoint
from api.sparql_request import Asked
from api.view import View, Views
from graph.named_graphs import graph_size
from graph.named_queries import named_query
from ontology.errors import NotFoundError

__all__ = ["named_graph", "router"]

router = APIRouter(tags=["things"])

_HTML = "text/html"


@router.get(
    "/graph/{name:path}",
    response_class=Response,
    operation_id="named_graph",
    responses=comes_as(*GRAPH_TYPES, _HTML),
)
async def named_graph(
    request: Request,
    name: Annotated[
        str, Path(description="What the address of the graph ends with.", examples=["reference"])
    ],
    format_name: FormatName = None,
) -> Response:
    """Return what a named graph says: a page for people, RDF by `Accept` or `format`."""
    views: Views = request.app.state.views
    view = views.current()
    iri = view.iris.graph(name)
    if not view.store.has_graph(iri):
        raise NotFoundError(f"There is no graph {iri}.")
    wanted = best_match(request.headers.get("accept"), (_HTML, *GRAPH_TYPES))
    if format_name == "html" or (not format_name and wanted == _HTML):
        response = await run_in_threadpool(_page, request, view, iri)
    elif wanted is None and not format_name:
        raise HTTPException(406, f"It comes as {_HTML}, {', '.join(GRAPH_TYPES)}.")
    else:
        response = await _data(request, view, Asked(named_query("everything"), (iri,)), format_name)
    response.headers["Vary"] = "Accept"
    return response


async def _data(request: Request, view: View, asked: Asked, format_name: str | None) -> Response:
    endpoint: SparqlEndpoint = request.app.state.sparql
    return await endpoint.answer(
        view.snapshot,
        Asked(asked.query, asked.default_graphs, asked.named_graphs, format_name),
        accept=request.headers.get("accept"),
        client=request.client.host if request.client else "",
        base_iri=str(request.url),
    )


def _page(request: Request, view: View, iri: str) -> Response:
    pages: Pages = request.app.state.pages
    document_id = iri.removeprefix(view.iris.document_graph(""))
    document = view.iris.document(document_id) if document_id != iri else None
    values = {
        "iri": iri,
        "name": iri.removeprefix(view.iris.graph("")),
        "count": graph_size(view.store, iri),
        "document": document,
    }
    return pages.write(request, "graph.html", values, view=view)
