"""`/sparql`: the SPARQL 1.1 Protocol for queries; updates are refused."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated
from urllib.parse import parse_qs

from fastapi import APIRouter, Depends, Request
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from api.dependencies import CurrentView, PageWriter
from api.negotiation import best_match
from api.rdf_formats import query_response
from graph.named_queries import competency_names, competency_query

__all__ = ["Asked", "Example", "router", "sparql"]

router = APIRouter(tags=["sparql"])

_FORM = "application/x-www-form-urlencoded"
_QUERY = "application/sparql-query"
_UPDATE = "application/sparql-update"
# A query of a megabyte is no query a person or a program of good will writes.
MAX_BODY_BYTES = 2**20

Parameters = dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class Asked:
    """A query, the graphs it names in the protocol, and the format asked for by name."""

    query: str
    default_graphs: Sequence[str] = ()
    named_graphs: Sequence[str] | None = None
    format_name: str | None = None


@dataclass(frozen=True, slots=True)
class Example:
    """A query that the form offers, by the question it answers."""

    name: str
    title: str


async def _asked(request: Request) -> Asked | None:
    parameters = parse_qs(request.url.query, keep_blank_values=True)
    if request.method == "POST":
        parameters = _with_body(parameters, request, await _body(request))
    if "update" in parameters:
        raise HTTPException(403, "Updates are refused: this endpoint only reads.")
    queries = parameters.get("query", [])
    if request.method == "GET" and not queries and parameters.keys() <= {"example", "lang"}:
        return None
    if len(queries) != 1 or not queries[0].strip():
        raise HTTPException(400, f"Expected one parameter `query`, got {len(queries)}.")
    return Asked(
        queries[0],
        parameters.get("default-graph-uri", ()),
        parameters.get("named-graph-uri"),
        next(iter(parameters.get("format", [])), None),
    )


async def _body(request: Request) -> bytes:
    received = bytearray()
    async for chunk in request.stream():
        received += chunk
        if len(received) > MAX_BODY_BYTES:
            raise HTTPException(413, f"The query is longer than {MAX_BODY_BYTES} bytes.")
    return bytes(received)


def _with_body(parameters: Parameters, request: Request, body: bytes) -> Parameters:
    media_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    try:
        text = body.decode()
    except UnicodeDecodeError as error:
        raise HTTPException(400, "The body is not UTF-8; send it in UTF-8.") from error
    if media_type == _QUERY:
        return {**parameters, "query": [*parameters.get("query", []), text]}
    if media_type == _FORM:
        return {**parameters, **parse_qs(text, keep_blank_values=True)}
    if media_type == _UPDATE:
        return {"update": [text]}
    raise HTTPException(415, f"Send {_QUERY} or {_FORM}, not {media_type or 'nothing'}.")


@router.get("/sparql", response_class=Response, operation_id="sparql_get")
@router.post("/sparql", response_class=Response, operation_id="sparql_post")
def sparql(
    request: Request,
    asked: Annotated[Asked | None, Depends(_asked)],
    view: CurrentView,
    pages: PageWriter,
) -> Response:
    """Answer a SPARQL 1.1 query in the format that `Accept` prefers; browsers get a form."""
    accept = request.headers.get("accept")
    if asked is None:
        if best_match(accept, ("application/json", "text/html")) != "text/html":
            raise HTTPException(400, "Expected one parameter `query`, got none.")
        return pages.write(request, "sparql.html", _form(request), view=view)
    return query_response(
        lambda: view.query(
            asked.query, default_graphs=asked.default_graphs, named_graphs=asked.named_graphs
        ),
        accept=accept,
        format_name=asked.format_name,
    )


def _form(request: Request) -> dict[str, object]:
    """Return the examples by their question, and the query that stands in the form."""
    examples = [Example(name, _title(competency_query(name))) for name in competency_names()]
    chosen = request.query_params.get("example") or examples[0].name
    return {"examples": examples, "query": competency_query(chosen)}


def _title(query: str) -> str:
    return query.splitlines()[0].lstrip("# ")
