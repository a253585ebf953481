"""`/sparql`: the SPARQL 1.1 Protocol for queries over what was published last, and its page."""

from collections.abc import Awaitable, Callable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import IO, Any

from fastapi import APIRouter, Request
from fastapi.responses import Response, StreamingResponse
from starlette.concurrency import run_in_threadpool

from api.answer_workbook import XLSX, write_workbook
from api.described import described
from api.errors import status_of
from api.negotiation import best_match
from api.openapi import comes_as
from api.pages import Pages
from api.passage_queries import ReadyQuery, ready_query
from api.rdf_formats import GRAPH_TYPES, TABLE_TYPES
from api.sparql_endpoint import SparqlEndpoint
from api.sparql_page import PAGE_FORMATS, form_values, result_values
from api.sparql_parameters import ASKED_OR_NAMED, POSTED
from api.sparql_request import Asked, read_query
from api.view import Views
from graph.search_patterns import has_searches
from graph.service_description import service_description
from graph.store import Reading
from ontology.errors import NachbarwissenError

__all__ = ["router", "sparql"]

router = APIRouter(tags=["sparql"])

_HTML = "text/html"
_OFFERS = (*TABLE_TYPES, *GRAPH_TYPES, XLSX, _HTML)
_ANSWERED: dict[str, Any] = {"response_class": Response, "responses": comes_as(*_OFFERS)}
_CHUNK_BYTES = 2**18


@router.get("/sparql", operation_id="sparql_get", openapi_extra=ASKED_OR_NAMED, **_ANSWERED)
@router.post("/sparql", operation_id="sparql_post", openapi_extra=POSTED, **_ANSWERED)
async def sparql(request: Request) -> Response:
    """Answer a SPARQL 1.1 query in the format that `Accept` or `format` prefers.

    A GET without a query gives browsers a form, programs a description of the service.
    """
    asked = await read_query(request)
    if asked is None:
        return await run_in_threadpool(_front, request)
    wanted = asked.format_name or best_match(request.headers.get("accept"), _OFFERS)
    answer = _ANSWERS.get(wanted or "", _answer)
    return await answer(request, asked)


def _front(request: Request) -> Response:
    views: Views = request.app.state.views
    if best_match(request.headers.get("accept"), (*GRAPH_TYPES, _HTML)) == _HTML:
        pages: Pages = request.app.state.pages
        values = form_values(None, request.query_params.get("example"))
        return pages.write(request, "sparql.html", values, view=views.current())
    description = service_description(
        _address(request), views.current().iris, views.current().store.graphs()
    )
    return described(request, description)


async def _answer(request: Request, asked: Asked) -> Response:
    """Return what the protocol says."""
    ready, endpoint = await _ready(request, asked), _endpoint(request)
    return await endpoint.answer(
        ready.view.snapshot,
        replace(asked, query=ready.text),
        accept=request.headers.get("accept"),
        client=_client(request),
        base_iri=_address(request),
    )


async def _page(request: Request, asked: Asked) -> Response:
    """Return the page with the query in its form, and its answer or what went wrong."""
    pages: Pages = request.app.state.pages
    views: Views = request.app.state.views
    values = form_values(asked.query, None)
    chosen = request.query_params.get("view", "table")
    status = 200
    try:
        reading = await _read(request, asked, PAGE_FORMATS)
        values |= await run_in_threadpool(result_values, reading, asked, chosen)
    except NachbarwissenError as error:
        values["error"], status = str(error), status_of(error)
    response = await run_in_threadpool(
        pages.write, request, "sparql.html", values, view=views.current(), status=status
    )
    response.headers["Vary"] = "Accept"
    return response


async def _workbook(request: Request, asked: Asked) -> Response:
    """Return the table for Excel."""
    reading = await _read(request, asked, {"table": "tsv"})
    file = await run_in_threadpool(write_workbook, _lines(reading))
    headers = {
        "Vary": "Accept",
        "Content-Disposition": 'attachment; filename="nachbarwissen-sparql.xlsx"',
    }
    return StreamingResponse(_chunks(file), media_type=XLSX, headers=headers)


async def _read(request: Request, asked: Asked, formats: Mapping[str, str]) -> Reading:
    ready = await _ready(request, asked)
    return await _endpoint(request).read(
        ready.view.snapshot,
        replace(asked, query=ready.text),
        formats=formats,
        client=_client(request),
        base_iri=_address(request),
    )


async def _ready(request: Request, asked: Asked) -> ReadyQuery:
    """Return the query as the engine understands it, and the state it is asked of."""
    views: Views = request.app.state.views
    # A search takes time that others need not wait for; without one there is nothing to do.
    if has_searches(asked.query):
        return await run_in_threadpool(ready_query, views, asked.query, base=_address(request))
    return ReadyQuery(views.current(), asked.query)


def _endpoint(request: Request) -> SparqlEndpoint:
    endpoint: SparqlEndpoint = request.app.state.sparql
    return endpoint


def _client(request: Request) -> str:
    return request.client.host if request.client else ""


def _address(request: Request) -> str:
    return str(request.url.replace(query="", fragment=""))


def _lines(reading: Reading) -> Iterator[bytes]:
    if reading.file is None:
        yield from reading.body.splitlines(keepends=True)
        return
    with reading.file as file:
        yield from file


def _chunks(file: IO[bytes]) -> Iterator[bytes]:
    with file:
        while chunk := file.read(_CHUNK_BYTES):
            yield chunk


_ANSWERS: Mapping[str, Callable[[Request, Asked], Awaitable[Response]]] = MappingProxyType(
    {_HTML: _page, "html": _page, XLSX: _workbook, "xlsx": _workbook}
)
