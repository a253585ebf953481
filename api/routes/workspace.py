"""`/workspace`: SPARQL query, Update and the Graph Store Protocol over a dataset that may change.

Only for the administrator; the graph of the documents is never written here.
"""

import uuid
from email import message_from_bytes
from email.policy import HTTP
from typing import Annotated, Any
from urllib.parse import urlsplit

from fastapi import APIRouter, Depends, Request
from fastapi.responses import Response
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException

from api.described import described
from api.negotiation import best_match
from api.openapi import comes_as
from api.rdf_formats import GRAPH_TYPES, TABLE_TYPES
from api.sparql_endpoint import SparqlEndpoint
from api.sparql_parameters import (
    ASKED,
    CHANGED,
    GRAPH_NAME,
    GRAPH_SENT,
    POSTED,
    WHICH_GRAPH,
)
from api.sparql_request import Change, media_type_of, read_body, read_query, read_update
from api.workspace import require_admin
from graph.service_description import workspace_description
from graph.store import Workspace

__all__ = [
    "change_graph",
    "query_workspace",
    "read_graph",
    "remove_graph",
    "router",
    "update_workspace",
]

router = APIRouter(prefix="/workspace", tags=["workspace"])

# A graph comes in one request; larger ones belong into `ingest`.
MAX_GRAPH_BYTES = 64 * 2**20
_DATASET = Annotated[Workspace, Depends(require_admin)]
_FORM = "multipart/form-data"

# What the description says of the routes.
_ANSWERED: dict[str, Any] = {
    "response_class": Response,
    "responses": comes_as(*TABLE_TYPES, *GRAPH_TYPES),
}
_GRAPH: dict[str, Any] = {"response_class": Response, "responses": comes_as(*GRAPH_TYPES)}
_READ = {**_GRAPH, "openapi_extra": WHICH_GRAPH}
_READ_NAMED = {**_GRAPH, "openapi_extra": GRAPH_NAME}
_REMOVED: dict[str, Any] = {"response_class": Response, "status_code": 204}
_MADE: dict[str, Any] = {
    "response_class": Response,
    "status_code": 201,
    "responses": {204: {}},
}
_WRITTEN = {**_MADE, "openapi_extra": {**WHICH_GRAPH, **GRAPH_SENT}}
_WRITTEN_NAMED = {**_MADE, "openapi_extra": {**GRAPH_NAME, **GRAPH_SENT}}


@router.get("/sparql", operation_id="workspace_query_get", openapi_extra=ASKED, **_ANSWERED)
@router.post("/sparql", operation_id="workspace_query_post", openapi_extra=POSTED, **_ANSWERED)
async def query_workspace(request: Request, dataset: _DATASET) -> Response:
    """Answer a SPARQL 1.1 query over the workspace as it is now."""
    asked = await read_query(request)
    address = _address(request)
    if asked is None:
        return await run_in_threadpool(described, request, workspace_description(address))
    endpoint: SparqlEndpoint = request.app.state.sparql
    return await endpoint.answer(
        await run_in_threadpool(dataset.snapshot),
        asked,
        accept=request.headers.get("accept"),
        client=request.client.host if request.client else "",
        base_iri=address,
    )


@router.post("/update", status_code=204, response_class=Response, openapi_extra=CHANGED)
async def update_workspace(request: Request, dataset: _DATASET) -> Response:
    """Carry out a SPARQL 1.1 update, whole or not at all."""
    change = await read_update(request)
    await run_in_threadpool(_update, dataset, change, _address(request))
    return Response(status_code=204)


@router.get("/graphs", operation_id="graph_get", **_READ)
@router.head("/graphs", operation_id="graph_head", **_READ)
@router.get("/graphs/{name:path}", operation_id="named_graph_get", **_READ_NAMED)
@router.head("/graphs/{name:path}", operation_id="named_graph_head", **_READ_NAMED)
def read_graph(request: Request, dataset: _DATASET) -> Response:
    """Return one graph: the default one, one by its IRI, or the one that has this address."""
    accepted = best_match(request.headers.get("accept"), tuple(GRAPH_TYPES))
    if accepted is None:
        raise HTTPException(406, f"A graph comes as {', '.join(GRAPH_TYPES)}.")
    body = dataset.graph(_graph(request), format_name=GRAPH_TYPES[accepted])
    return Response(body, media_type=accepted, headers={"Vary": "Accept"})


@router.delete("/graphs", operation_id="graph_delete", **_REMOVED, openapi_extra=WHICH_GRAPH)
@router.delete(
    "/graphs/{name:path}",
    operation_id="named_graph_delete",
    **_REMOVED,
    openapi_extra=GRAPH_NAME,
)
async def remove_graph(request: Request, dataset: _DATASET) -> Response:
    """Remove one graph."""
    await run_in_threadpool(dataset.delete, _graph(request))
    return Response(status_code=204)


@router.put("/graphs", operation_id="graph_put", **_WRITTEN)
@router.post("/graphs", operation_id="graph_post", **_WRITTEN)
@router.put("/graphs/{name:path}", operation_id="named_graph_put", **_WRITTEN_NAMED)
@router.post("/graphs/{name:path}", operation_id="named_graph_post", **_WRITTEN_NAMED)
async def change_graph(request: Request, dataset: _DATASET) -> Response:
    """Write one graph: PUT replaces it, POST adds to it."""
    parts = _parts(request, await read_body(request, max_bytes=MAX_GRAPH_BYTES))
    graph, location = _target(request)
    write = dataset.put if request.method == "PUT" else dataset.post

    def written() -> bool:
        return write(graph, parts, base_iri=graph or _address(request))

    is_new = await run_in_threadpool(written)
    headers = {"Location": location} if location else {}
    return Response(status_code=201 if is_new else 204, headers=headers)


def _update(dataset: Workspace, change: Change, base_iri: str) -> None:
    dataset.update(
        change.update, using=change.using, using_named=change.using_named, base_iri=base_iri
    )


def _target(request: Request) -> tuple[str | None, str | None]:
    """Return the graph to write, and its address where the server chose it."""
    is_store_itself = not request.path_params.get("name") and not request.query_params
    if request.method != "POST" or not is_store_itself:
        return _graph(request), None
    address = f"{_address(request).rstrip('/')}/{uuid.uuid4()}"
    return address, address


def _graph(request: Request) -> str | None:
    """Return the name of the graph that a request means, None for the default graph."""
    if request.path_params.get("name"):
        return _address(request)
    names = request.query_params.getlist("graph")
    is_default = "default" in request.query_params
    if len(names) + is_default != 1:
        raise HTTPException(400, "Name one graph: ?default, ?graph=IRI, or its own address.")
    if is_default:
        return None
    if not urlsplit(names[0]).scheme:
        raise HTTPException(400, f"{names[0]!r} is no absolute IRI.")
    return names[0]


def _parts(request: Request, body: bytes) -> list[tuple[bytes, str]]:
    media_type = media_type_of(request)
    if media_type != _FORM:
        return [(body, media_type or "text/turtle")]
    head = f"Content-Type: {request.headers['content-type']}\r\n\r\n".encode()
    message = message_from_bytes(head + body, policy=HTTP)
    parts = [(part.get_content(), part.get_content_type()) for part in message.iter_parts()]
    return [
        (content.encode() if isinstance(content, str) else content, kind) for content, kind in parts
    ]


def _address(request: Request) -> str:
    return str(request.url.replace(query="", fragment=""))
