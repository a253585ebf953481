"""Reads requests of the SPARQL 1.1 Protocol: a query or an update, and the graphs it names."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import parse_qs

from fastapi import Request
from starlette.exceptions import HTTPException

__all__ = [
    "MAX_BODY_BYTES",
    "Asked",
    "Change",
    "media_type_of",
    "read_body",
    "read_query",
    "read_update",
]

_FORM = "application/x-www-form-urlencoded"
_QUERY = "application/sparql-query"
_UPDATE = "application/sparql-update"
# A query of a megabyte is no query a person or a program of good will writes.
MAX_BODY_BYTES = 2**20

_Parameters = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Asked:
    """A query, the graphs it names in the protocol, and the format asked for by name."""

    query: str
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] | None = None
    format_name: str | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """An update and the graphs that the protocol names for its conditions."""

    update: str
    using: tuple[str, ...] = ()
    using_named: tuple[str, ...] = ()


async def read_query(request: Request) -> Asked | None:
    """Return the query of a request, None where a GET asks for nothing."""
    parameters = await _parameters(request, _QUERY, "query")
    if "update" in parameters:
        raise HTTPException(403, "Updates are refused: this endpoint only reads.")
    if request.method == "GET" and parameters.keys() <= {"example", "format", "lang", "view"}:
        return None
    named = parameters.get("named-graph-uri")
    return Asked(
        _only(parameters, "query"),
        tuple(parameters.get("default-graph-uri", ())),
        None if named is None else tuple(named),
        next(iter(parameters.get("format", [])), None),
    )


async def read_update(request: Request) -> Change:
    """Return the update of a request."""
    if media_type_of(request) not in {_FORM, _UPDATE}:
        raise HTTPException(415, f"Send {_UPDATE} or {_FORM}.")
    parameters = await _parameters(request, _UPDATE, "update")
    return Change(
        _only(parameters, "update", may_be_empty=True),
        tuple(parameters.get("using-graph-uri", ())),
        tuple(parameters.get("using-named-graph-uri", ())),
    )


async def read_body(request: Request, *, max_bytes: int = MAX_BODY_BYTES) -> bytes:
    """Return the body of a request; a longer one is refused before it is read."""
    received = bytearray()
    async for chunk in request.stream():
        received += chunk
        if len(received) > max_bytes:
            raise HTTPException(413, f"The body is longer than {max_bytes} bytes.")
    return bytes(received)


def media_type_of(request: Request) -> str:
    """Return the media type of a request's body without its parameters."""
    return request.headers.get("content-type", "").partition(";")[0].strip().lower()


async def _parameters(request: Request, direct: str, name: str) -> _Parameters:
    given = parse_qs(request.url.query, keep_blank_values=True)
    if request.method != "POST":
        return given
    media_type = media_type_of(request)
    body = await read_body(request)
    try:
        text = body.decode()
    except UnicodeDecodeError as error:
        raise HTTPException(400, "The body is not UTF-8; send it in UTF-8.") from error
    if media_type == _FORM:
        # The protocol puts the graphs of a form into its body; a stray address must not add any.
        return {**given, **parse_qs(text, keep_blank_values=True)}
    if media_type == direct:
        return {**given, name: [*given.get(name, []), text]}
    if media_type == _UPDATE:
        return {"update": [text]}
    raise HTTPException(415, f"Send {direct} or {_FORM}, not {media_type or 'nothing'}.")


def _only(parameters: _Parameters, name: str, *, may_be_empty: bool = False) -> str:
    values = parameters.get(name, [])
    if len(values) != 1 or not (may_be_empty or values[0].strip()):
        raise HTTPException(400, f"Expected one parameter `{name}`, got {len(values)}.")
    return values[0]
