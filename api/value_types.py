"""What a value of the API looks like, read from its JSON schema."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

__all__ = ["ValueType", "example_of", "value_type"]

_Schema = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class ValueType:
    """A kind of value: a plain one, one of some words, an object by name, or a list."""

    name: str = "any"
    model: str | None = None
    of: "ValueType | None" = None
    choices: tuple[str, ...] = ()
    low: float | None = None
    high: float | None = None
    may_be_null: bool = False


def value_type(schema: _Schema) -> ValueType:
    """Return what a schema describes."""
    kinds = [one for one in schema.get("anyOf", (schema,)) if one.get("type") != "null"]
    kind = kinds[0]
    items: _Schema = kind.get("items") or next(iter(kind.get("prefixItems", ())), {})
    return ValueType(
        name=kind.get("type", "any"),
        model=_model(kind),
        of=value_type(items) if kind.get("type") == "array" else None,
        choices=tuple(str(one) for one in kind.get("enum", ())),
        low=kind.get("minimum"),
        high=kind.get("maximum"),
        may_be_null=len(kinds) < len(schema.get("anyOf", (schema,))),
    )


def example_of(schema: _Schema, schemas: _Schema) -> Any:  # noqa: ANN401 - whatever JSON holds
    """Return an example value; of an object what it must hold."""
    if "examples" in schema:
        return schema["examples"][0]
    if model := _model(schema):
        return example_of(schemas[model], schemas)
    if "enum" in schema:
        return schema["enum"][0]
    properties = schema.get("properties", {})
    return {name: example_of(properties[name], schemas) for name in schema.get("required", ())}


def _model(schema: _Schema) -> str | None:
    return str(schema["$ref"]).rpartition("/")[2] if "$ref" in schema else None
