"""How the SPARQL addresses describe in OpenAPI what they read from a request by themselves."""

from collections.abc import Iterable
from typing import Any

from api.rdf_formats import GRAPH_TYPES, TABLE_TYPES

__all__ = [
    "ASKED",
    "ASKED_OR_NAMED",
    "CHANGED",
    "CHOSEN_FORMAT",
    "GRAPH_NAME",
    "GRAPH_SENT",
    "POSTED",
    "WHICH_GRAPH",
]

_QUERY = (
    "PREFIX nw: <https://w3id.org/nachbarwissen/ontology#> "
    "SELECT ?project ?town WHERE { ?project nw:participant ?town } LIMIT 5"
)
_UPDATE = 'INSERT DATA { <https://example.org/lemgo> <https://example.org/name> "Lemgo" }'
_GRAPH = "https://example.org/graph"
_TURTLE = '<https://example.org/lemgo> <https://example.org/name> "Lemgo" .'
_FORMATS = sorted({*TABLE_TYPES.values(), *GRAPH_TYPES.values()})


def _parameter(name: str, description: str, schema: dict[str, Any], **more: object) -> Any:  # noqa: ANN401 - a piece of JSON
    return {"name": name, "in": "query", "description": description, "schema": schema, **more}


def _format(names: Iterable[str]) -> Any:  # noqa: ANN401 - a piece of JSON
    return _parameter(
        "format", "The format by its name, where `Accept` does not say it.", {"enum": [*names]}
    )


_LIST = {"type": "array", "items": {"type": "string"}}
_GRAPHS = [
    _parameter("default-graph-uri", "Graphs that make up the default graph.", _LIST),
    _parameter("named-graph-uri", "Graphs that the query may name.", _LIST),
]
_ASKED_QUERY = _parameter("query", "The query.", {"type": "string", "examples": [_QUERY]})
_SENT_QUERY = {
    "application/x-www-form-urlencoded": {
        "schema": {
            "type": "object",
            "required": ["query"],
            "properties": {"query": {"type": "string"}},
        },
        "example": {"query": _QUERY},
    },
    "application/sparql-query": {"schema": {"type": "string"}},
}
_SENT_UPDATE = {
    "application/x-www-form-urlencoded": {
        "schema": {
            "type": "object",
            "required": ["update"],
            "properties": {"update": {"type": "string"}},
        },
        "example": {"update": _UPDATE},
    },
    "application/sparql-update": {"schema": {"type": "string"}},
}

# A query in the address.
ASKED = {"parameters": [_ASKED_QUERY, *_GRAPHS, _format(_FORMATS)]}
# The same where pages and workbooks can be had too.
ASKED_OR_NAMED = {"parameters": [_ASKED_QUERY, *_GRAPHS, _format(["html", "xlsx", *_FORMATS])]}
# A query in the body.
POSTED = {"requestBody": {"required": True, "content": _SENT_QUERY}}
# An update in the body.
CHANGED = {"requestBody": {"required": True, "content": _SENT_UPDATE}}
# One format of RDF by its name.
CHOSEN_FORMAT = {"parameters": [_format(sorted(set(GRAPH_TYPES.values())))]}
# The graph that a request of the Graph Store Protocol means.
WHICH_GRAPH = {
    "parameters": [
        _parameter("graph", "The IRI of the graph.", {"type": "string", "examples": [_GRAPH]}),
        _parameter(
            "default", "The default graph instead.", {"type": "string"}, allowEmptyValue=True
        ),
    ]
}
# The graph whose address is asked.
GRAPH_NAME = {
    "parameters": [
        {
            "name": "name",
            "in": "path",
            "required": True,
            "description": "What the address of the graph ends with.",
            "schema": {"type": "string", "examples": ["lemgo"]},
        }
    ]
}
# A graph in the body.
GRAPH_SENT = {
    "requestBody": {
        "required": True,
        "content": {"text/turtle": {"schema": {"type": "string"}, "example": _TURTLE}},
    }
}
