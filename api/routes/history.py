"""`/history/sparql`: SPARQL over what documents said before they were replaced."""

from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import Response
from starlette.concurrency import run_in_threadpool

from api.described import described
from api.openapi import comes_as
from api.rdf_formats import GRAPH_TYPES, TABLE_TYPES
from api.settings import Settings
from api.sparql_endpoint import SparqlEndpoint
from api.sparql_parameters import ASKED, POSTED
from api.sparql_request import read_query
from api.version_graphs import version_store
from graph.service_description import history_description

__all__ = ["query_history", "router"]

router = APIRouter(tags=["sparql"])

_ANSWERED: dict[str, Any] = {
    "response_class": Response,
    "responses": comes_as(*TABLE_TYPES, *GRAPH_TYPES),
}


@router.get("/history/sparql", operation_id="history_get", openapi_extra=ASKED, **_ANSWERED)
@router.post("/history/sparql", operation_id="history_post", openapi_extra=POSTED, **_ANSWERED)
async def query_history(request: Request) -> Response:
    """Answer a SPARQL 1.1 query over earlier versions, each a graph of its own."""
    asked = await read_query(request)
    address = str(request.url.replace(query="", fragment=""))
    if asked is None:
        return await run_in_threadpool(described, request, history_description(address))
    settings: Settings = request.app.state.settings
    endpoint: SparqlEndpoint = request.app.state.sparql
    return await endpoint.answer(
        await run_in_threadpool(version_store, settings),
        asked,
        accept=request.headers.get("accept"),
        client=request.client.host if request.client else "",
        base_iri=address,
    )
