"""The page of the programming interface: every operation with a command that works here."""

import re
from collections.abc import Mapping
from typing import Any

from api.curl_commands import address_of, curl_command
from api.operation_texts import GERMAN
from api.operations import Operation, groups_of, models_of
from api.view import View

__all__ = ["code_pieces", "in_language", "interface_values"]

_CODE = re.compile(r"`([^`]+)`")


def interface_values(description: Mapping[str, Any], view: View, base: str) -> dict[str, Any]:
    """Return what the page shows; `base` is the address under which the reader sees it."""
    examples = _examples(view)
    groups = groups_of(description)
    operations = [one for group in groups for one in group.operations]
    return {
        "groups": groups,
        "models": models_of(description),
        "keys": description["components"]["securitySchemes"],
        "commands": {one.anchor: curl_command(one, base, examples) for one in operations},
        "addresses": {one.anchor: address_of(one, "/", examples) for one in operations},
        "tries": {one.anchor: _tried(one, examples) for one in operations if one.can_be_tried},
    }


def in_language(text: str, language: str) -> str:
    """Return a sentence of the description in the reader's language."""
    return GERMAN[text] if text and language == "de" else text


def code_pieces(text: str) -> list[str]:
    """Return a text in pieces; every second one stood between backticks and is code."""
    return _CODE.split(text)


def _examples(view: View) -> dict[str, str]:
    """Return examples that this installation knows."""
    card = min(view.catalogue.projects(), key=lambda one: one.iri, default=None)
    if card is None:
        return {}
    return {"project": card.name, "thing": card.iri.removeprefix(f"{view.iris.base}id/")}


def _tried(operation: Operation, examples: Mapping[str, str]) -> dict[str, str]:
    """Return the fields of a form by name, filled in."""
    return {
        one.name: str(value)
        for one in operation.parameters
        if (value := examples.get(one.name, one.example) if one.example else one.default)
        not in (None, [])
    }
