"""A command for curl that asks for an operation, ready to be pasted into a shell."""

import json
from collections.abc import Iterator, Mapping
from shlex import quote
from urllib.parse import quote as url_quote
from urllib.parse import urlencode

from api.operations import Body, Operation

__all__ = ["address_of", "curl_command"]

_FORM = "application/x-www-form-urlencoded"
_JSON = "application/json"
_PAGE = "text/html"
_NEXT_LINE = " \\\n  "
_ASKING = ("get", "head")
# What curl does by itself; other methods are named. It posts where there is a body.
_OPTIONS: Mapping[str, str] = {"get": "", "head": " --head", "post": ""}
# Which setting's value opens what not everybody may do.
_TOKENS: Mapping[str, str] = {
    "editor": "NACHBARWISSEN_EDITOR_TOKEN",
    "administrator": "NACHBARWISSEN_ADMIN_TOKEN",
}


def address_of(operation: Operation, base: str, examples: Mapping[str, str]) -> str:
    """Return the address of an operation with examples in its path."""
    path = operation.path
    for one in operation.parameters:
        if one.place == "path":
            value = str(examples.get(one.name, one.example))
            path = path.replace(f"{{{one.name}}}", url_quote(value, safe="/"))
    return f"{base.rstrip('/')}{path}"


def curl_command(operation: Operation, base: str, examples: Mapping[str, str]) -> str:
    """Return the command; `examples` are values that this installation knows."""
    values = list(_values(operation, examples))
    address = address_of(operation, base, examples)
    # Only where nothing else is sent curl puts values into the address by itself.
    if operation.method not in _ASKING and values:
        address = f"{address}?{urlencode(values)}"
        values = []
    option = _OPTIONS.get(operation.method, f" --request {operation.method.upper()}")
    parts = [
        f"curl{option}{' --get' if values else ''} {quote(address)}",
        *_headers(operation),
        *(_encoded(name, value) for name, value in values),
        *(_content(operation.body) if operation.body else ()),
    ]
    return _NEXT_LINE.join(parts)


def _headers(operation: Operation) -> Iterator[str]:
    forms = operation.answers[0].media_types
    if len(forms) > 1:
        wanted = next(one for one in forms if one != _PAGE)
        yield f"--header {quote(f'Accept: {wanted}')}"
    if operation.key:
        yield f'--header "Authorization: Bearer ${_TOKENS[operation.key]}"'
    if operation.body and operation.body.media_types[0] != _FORM:
        yield f"--header {quote(f'Content-Type: {operation.body.media_types[0]}')}"


def _values(operation: Operation, examples: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for one in operation.parameters:
        if one.place == "query" and one.example is not None:
            yield one.name, str(examples.get(one.name, one.example))


def _encoded(name: str, value: str) -> str:
    return f"--data-urlencode {quote(f'{name}={value}')}"


def _content(body: Body) -> Iterator[str]:
    if body.media_types[0] == _FORM and isinstance(body.example, dict):
        for name, value in body.example.items():
            yield _encoded(name, str(value))
    elif body.media_types[0] == _JSON:
        yield f"--data {quote(json.dumps(body.example, ensure_ascii=False))}"
    else:
        yield f"--data-binary {quote(str(body.example))}"
