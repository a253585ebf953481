"""Media types of query results and graphs, and the names of their formats in the store."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from fastapi.responses import Response
from starlette.exceptions import HTTPException

from api.negotiation import best_match
from graph.store import QueryResult
from ontology.errors import QueryError

__all__ = ["GRAPH_TYPES", "TABLE_TYPES", "Chosen", "media_types", "query_response"]

# The first of each is what a client gets that does not care.
TABLE_TYPES: Mapping[str, str] = MappingProxyType(
    {
        "application/sparql-results+json": "json",
        "application/sparql-results+xml": "xml",
        "text/csv": "csv",
        "text/tab-separated-values": "tsv",
        "application/json": "json",
        "application/xml": "xml",
        "text/xml": "xml",
    }
)
GRAPH_TYPES: Mapping[str, str] = MappingProxyType(
    {
        "text/turtle": "turtle",
        "application/n-triples": "ntriples",
        "application/ld+json": "jsonld",
        "application/rdf+xml": "rdfxml",
        "application/trig": "trig",
        "application/n-quads": "nquads",
        "application/json": "jsonld",
        "text/plain": "ntriples",
    }
)


@dataclass(frozen=True, slots=True)
class Chosen:
    """A media type and the name of its format in the store."""

    media_type: str
    name: str


def media_types(accept: str | None, *, format_name: str | None = None) -> Mapping[str, Chosen]:
    """Return the media type for each kind of answer; a kind that no type can hold is left out."""
    # CSV and TSV have no way to say yes or no.
    truth = {kind: name for kind, name in TABLE_TYPES.items() if name not in {"csv", "tsv"}}
    chosen = {}
    for answer, types in (("table", TABLE_TYPES), ("truth", truth), ("graph", GRAPH_TYPES)):
        if format_name:
            media_type = next((kind for kind, name in types.items() if name == format_name), None)
        else:
            media_type = best_match(accept, tuple(types))
        if media_type is not None:
            chosen[answer] = Chosen(media_type, types[media_type])
    return chosen


def query_response(
    query: Callable[[], QueryResult], *, accept: str | None, format_name: str | None = None
) -> Response:
    """Return a query's answer in the format asked for by name, else the one `Accept` prefers.

    The engine's answer must die in the thread that asked, so no error may carry it in its frames:
    what went wrong inside is raised anew out here.
    """
    outcome = _outcome(query, accept, format_name)
    if isinstance(outcome, Response):
        return outcome
    raise outcome


def _outcome(
    query: Callable[[], QueryResult], accept: str | None, format_name: str | None
) -> Response | HTTPException | QueryError:
    try:
        return _serialised(query(), accept, format_name)
    except QueryError as error:
        return QueryError(str(error))


def _serialised(
    result: QueryResult, accept: str | None, format_name: str | None
) -> Response | HTTPException:
    chosen = media_types(accept, format_name=format_name).get(result.kind)
    if chosen is None:
        types = GRAPH_TYPES if result.kind == "graph" else TABLE_TYPES
        return HTTPException(
            406, f"This answer is a {result.kind}; it comes as {', '.join(types)}."
        )
    body = result.text(format_name=chosen.name)
    return Response(body, media_type=chosen.media_type, headers={"Vary": "Accept"})
