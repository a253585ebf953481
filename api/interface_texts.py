"""Texts of the page of the programming interface: key to (German, English)."""

from collections.abc import Mapping
from types import MappingProxyType

__all__ = ["INTERFACE_TEXTS"]

INTERFACE_TEXTS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "api_lead": (
            "Was die Seite kann, können auch Programme: {count} Aufrufe. Ein Klick auf ein "
            "Beispiel markiert den ganzen Befehl; so lässt er sich kopieren und ausführen.",
            "Programs can do what the page can: {count} operations. A click on an example selects "
            "the whole command, ready to be copied and run.",
        ),
        "api_errors": (
            "Jeder Fehler kommt als application/problem+json (RFC 9457):",
            "Every error comes as application/problem+json (RFC 9457):",
        ),
        "api_description": (
            "Dieselbe Beschreibung für Programme (OpenAPI)",
            "The same description for programs (OpenAPI)",
        ),
        "api_groups": ("Alle Aufrufe", "All operations"),
        "api_tag_ask": ("Fragen", "Asking"),
        "api_tag_lists": ("Listen", "Lists"),
        "api_tag_things": ("Dinge", "Things"),
        "api_tag_sparql": ("SPARQL und Daten", "SPARQL and data"),
        "api_tag_review": ("Prüfen", "Reviewing"),
        "api_tag_workspace": ("Arbeitsbereich", "Workspace"),
        "api_tag_health": ("Betrieb", "Running"),
        "api_parameters": ("Angaben", "Parameters"),
        "api_body": ("Mitgeschickt", "Body"),
        "api_answer": ("Antwort", "Answer"),
        "api_example": ("Beispiel", "Example"),
        "api_try": ("Ausprobieren", "Try it"),
        "api_open": ("Aufrufen", "Open"),
        "api_key": ("Schlüssel", "Token"),
        "api_required": ("nötig", "required"),
        "api_default": ("sonst {value}", "default {value}"),
        "api_range": ("von {low} bis {high}", "from {low} to {high}"),
        "api_low": ("ab {low}", "from {low}"),
        "api_models": ("Objekte", "Objects"),
        "api_models_lead": (
            "Woraus Antworten und Mitgeschicktes in JSON bestehen.",
            "What answers and bodies in JSON are made of.",
        ),
        "api_place_path": ("in der Adresse", "in the path"),
        "api_place_header": ("im Kopf", "in the header"),
        "api_type_any": ("beliebig", "anything"),
        "api_type_string": ("Text", "text"),
        "api_type_integer": ("ganze Zahl", "whole number"),
        "api_type_number": ("Zahl", "number"),
        "api_type_boolean": ("true oder false", "true or false"),
        "api_type_object": ("Werte nach Namen", "values by name"),
        "api_type_list": ("Liste:", "list of"),
        "api_type_null": ("oder null", "or null"),
    }
)
