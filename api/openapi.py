"""The OpenAPI description: what routes say of themselves, with short summaries and our errors."""

import threading
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from fastapi import FastAPI
from fastapi.routing import APIRoute

__all__ = ["METHODS", "TAGS", "Application", "comes_as", "operation_name"]

# In the order in which they are shown.
TAGS: Mapping[str, str] = MappingProxyType(
    {
        "ask": "Ask a question, and have one completed while it is typed.",
        "lists": "What is kept here: documents, undertakings, municipalities, contradictions.",
        "things": "Every thing at an address of its own, and all that documents say about it.",
        "sparql": "Query the graph, and take it along as a whole.",
        "review": "Open matters and what people decide on them. For editors with their token.",
        "workspace": "A dataset that may be written. For the administrator with a token.",
        "health": "What a monitor asks.",
    }
)
METHODS = ("get", "head", "post", "put", "delete")

_PROBLEM = "Problem"
_ERROR: Mapping[str, Any] = MappingProxyType(
    {
        "description": "What went wrong (RFC 9457).",
        "content": {
            "application/problem+json": {"schema": {"$ref": f"#/components/schemas/{_PROBLEM}"}}
        },
    }
)
_PROBLEM_SCHEMA: Mapping[str, Any] = MappingProxyType(
    {
        "type": "object",
        "title": _PROBLEM,
        "description": "An error in the form of RFC 9457.",
        "required": ["type", "title", "status", "detail"],
        "properties": {
            "type": {"type": "string", "description": "Names the kind of our own errors."},
            "title": {"type": "string", "description": "The status in words."},
            "status": {"type": "integer", "description": "The status of the answer."},
            "detail": {"type": "string", "description": "What happened and what to do."},
        },
    }
)
# What FastAPI describes by itself, and this application answers otherwise.
_FOREIGN = ("HTTPValidationError", "ValidationError")
_DONE: Mapping[str, str] = MappingProxyType(
    {"200": "As asked.", "201": "Made.", "204": "Done; nothing comes back."}
)


class Application(FastAPI):
    """An application whose description people can read too."""

    def openapi(self) -> dict[str, Any]:
        """Return the description; the first call makes it."""
        with _MAKING:
            if not self.openapi_schema:
                made = super().openapi()
                for operation in _operations(made):
                    _polish(operation)
                schemas = made["components"]["schemas"]
                for name in _FOREIGN:
                    schemas.pop(name, None)
                schemas[_PROBLEM] = dict(_PROBLEM_SCHEMA)
                self.openapi_schema = made
            return self.openapi_schema


def operation_name(route: APIRoute) -> str:
    """Return the name by which programs made from the description call a route."""
    return route.name


def comes_as(*media_types: str, status: int = 200) -> dict[int | str, dict[str, Any]]:
    """Return how a route says in which forms its answer comes."""
    return {status: {"content": {media_type: {} for media_type in media_types}}}


def _operations(description: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    for path in description["paths"].values():
        yield from (path[method] for method in METHODS if method in path)


def _polish(operation: dict[str, Any]) -> None:
    """Take the summary from the first sentence; every error is a problem document."""
    said = " ".join(operation.pop("description", "").split())
    first, _, rest = said.partition(". ")
    operation["summary"] = first.removesuffix(".") + "."
    if rest:
        operation["description"] = rest
    answers = operation["responses"]
    answers.pop("422", None)
    for status, answer in answers.items():
        answer["description"] = _DONE[status]
    answers["default"] = dict(_ERROR)


_MAKING = threading.Lock()
