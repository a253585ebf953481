"""`/sparql`: the SPARQL 1.1 Protocol for queries over what was published last."""

from dataclasses import dataclass, replace

from fastapi import APIRouter, Request
from fastapi.responses import Response
from starlette.concurrency import run_in_threadpool

from api.described import described
from api.negotiation import best_match
from api.pages import Pages
from api.passage_queries import ReadyQuery, ready_query
from api.rdf_formats import GRAPH_TYPES
from api.sparql_endpoint import SparqlEndpoint
from api.sparql_request import read_query
from api.view import Views
from graph.named_queries import competency_names, competency_query
from graph.search_patterns import has_searches
from graph.service_description import service_description

__all__ = ["Example", "router", "sparql"]

router = APIRouter(tags=["sparql"])


@dataclass(frozen=True, slots=True)
class Example:
    """A query that the form offers, by the question it answers."""

    name: str
    title: str


@router.get("/sparql", response_class=Response, operation_id="sparql_get")
@router.post("/sparql", response_class=Response, operation_id="sparql_post")
async def sparql(request: Request) -> Response:
    """Answer a SPARQL 1.1 query in the format that `Accept` prefers.

    Without a query a browser gets a form, a program the description of the service.
    """
    asked = await read_query(request)
    views: Views = request.app.state.views
    if asked is None:
        return await run_in_threadpool(_front, request, views)
    base = _address(request)
    # A search takes time that others need not wait for; without one there is nothing to do.
    if has_searches(asked.query):
        ready = await run_in_threadpool(ready_query, views, asked.query, base=base)
    else:
        ready = ReadyQuery(views.current(), asked.query)
    endpoint: SparqlEndpoint = request.app.state.sparql
    return await endpoint.answer(
        ready.view.snapshot,
        replace(asked, query=ready.text),
        accept=request.headers.get("accept"),
        client=request.client.host if request.client else "",
        base_iri=base,
    )


def _front(request: Request, views: Views) -> Response:
    offers = (*GRAPH_TYPES, "text/html")
    if best_match(request.headers.get("accept"), offers) == "text/html":
        pages: Pages = request.app.state.pages
        return pages.write(request, "sparql.html", _form(request), view=views.current())
    description = service_description(
        _address(request), views.current().iris, views.current().store.graphs()
    )
    return described(request, description)


def _address(request: Request) -> str:
    return str(request.url.replace(query="", fragment=""))


def _form(request: Request) -> dict[str, object]:
    """Return the examples by their question, and the query that stands in the form."""
    examples = [Example(name, _title(competency_query(name))) for name in competency_names()]
    chosen = request.query_params.get("example") or examples[0].name
    return {"examples": examples, "query": competency_query(chosen)}


def _title(query: str) -> str:
    return query.splitlines()[0].lstrip("# ")
