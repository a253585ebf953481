"""Answers with a description in RDF, in the format that `Accept` prefers."""

from collections.abc import Iterable

from fastapi import Request
from fastapi.responses import Response

from api.rdf_formats import query_response
from graph.described import graph_of
from graph.statements import Statement

__all__ = ["described"]


def described(request: Request, statements: Iterable[Statement]) -> Response:
    """Return statements as Turtle or whatever else of RDF the client prefers."""
    return query_response(
        lambda: graph_of(statements),
        accept=request.headers.get("accept"),
        format_name=request.query_params.get("format"),
    )
