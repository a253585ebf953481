"""The operations of the API as its page shows them, read from the OpenAPI description."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from api.openapi import METHODS, TAGS
from api.value_types import ValueType, example_of, value_type

__all__ = ["Answer", "Body", "Group", "Model", "Operation", "Parameter", "groups_of", "models_of"]

_Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Parameter:
    """A value that a request may hold, or a field of an object."""

    name: str
    place: str
    type: ValueType
    description: str
    is_required: bool
    default: object = None
    example: object = None


@dataclass(frozen=True, slots=True)
class Body:
    """What a request carries, with the media types that are taken; the first has the example."""

    media_types: tuple[str, ...]
    model: str | None
    example: object


@dataclass(frozen=True, slots=True)
class Answer:
    """What comes back with a status, and in which forms."""

    status: str
    description: str
    media_types: tuple[str, ...]
    type: ValueType | None


@dataclass(frozen=True, slots=True)
class Operation:
    """One thing that can be asked for; `key` says who may, where not everybody may."""

    method: str
    path: str
    summary: str
    description: str
    parameters: tuple[Parameter, ...]
    body: Body | None
    answers: tuple[Answer, ...]
    key: str | None

    @property
    def anchor(self) -> str:
        """Where it stands on the page."""
        words = "".join(char if char.isalnum() else " " for char in self.path).split()
        return "-".join([self.method, *words])

    @property
    def can_be_tried(self) -> bool:
        """Whether a plain form can ask for it."""
        places = {parameter.place for parameter in self.parameters}
        return self.method == "get" and not self.key and "path" not in places


@dataclass(frozen=True, slots=True)
class Group:
    """Operations on one subject."""

    name: str
    description: str
    operations: tuple[Operation, ...]


@dataclass(frozen=True, slots=True)
class Model:
    """An object that comes back or is sent."""

    name: str
    description: str
    fields: tuple[Parameter, ...]


def groups_of(description: _Json) -> tuple[Group, ...]:
    """Return all operations by subject, in the order of the tags."""
    found = list(_operations(description))
    return tuple(
        Group(tag, said, tuple(one for name, one in found if name == tag))
        for tag, said in TAGS.items()
    )


def models_of(description: _Json) -> tuple[Model, ...]:
    """Return the objects that operations name, by name."""
    return tuple(
        Model(name, schema.get("description", ""), tuple(_fields(schema)))
        for name, schema in sorted(description["components"]["schemas"].items())
    )


def _operations(description: _Json) -> Iterator[tuple[str, Operation]]:
    schemas = description["components"]["schemas"]
    for path, methods in description["paths"].items():
        for method in METHODS:
            if method in methods:
                yield methods[method]["tags"][0], _operation(method, path, methods[method], schemas)


def _operation(method: str, path: str, said: _Json, schemas: _Json) -> Operation:
    return Operation(
        method=method,
        path=path,
        summary=said["summary"],
        description=said.get("description", ""),
        parameters=tuple(_parameter(one) for one in said.get("parameters", ())),
        body=_body(said["requestBody"]["content"], schemas) if "requestBody" in said else None,
        answers=tuple(
            _answer(status, one) for status, one in said["responses"].items() if status != "default"
        ),
        key=next((name for scheme in said.get("security", ()) for name in scheme), None),
    )


def _parameter(said: _Json) -> Parameter:
    schema = said["schema"]
    return Parameter(
        name=said["name"],
        place=said["in"],
        type=value_type(schema),
        description=said.get("description", ""),
        is_required=said.get("required", False),
        default=schema.get("default"),
        example=next(iter(schema.get("examples", ())), None),
    )


def _fields(schema: _Json) -> Iterator[Parameter]:
    required = schema.get("required", ())
    for name, field in schema.get("properties", {}).items():
        yield Parameter(
            name, "field", value_type(field), field.get("description", ""), name in required
        )


def _body(content: _Json, schemas: _Json) -> Body:
    first = next(iter(content.values()))
    example = first.get("example") or example_of(first["schema"], schemas)
    return Body(tuple(content), value_type(first["schema"]).model, example)


def _answer(status: str, said: _Json) -> Answer:
    content = said.get("content", {})
    schema = next((one["schema"] for one in content.values() if "schema" in one), None)
    return Answer(
        status, said["description"], tuple(content), value_type(schema) if schema else None
    )
