"""The themes, fields of life and roles of the vocabulary, as plain dataclasses for every part."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from rdflib import Graph, URIRef
from rdflib.namespace import SKOS
from rdflib.term import Node

from ontology.iris import ONTOLOGY, slug

__all__ = ["Concept", "concept", "exclusive_offices", "fields", "role_concept", "roles", "themes"]

THEME_LABELS = URIRef(f"{ONTOLOGY}themeLabels")
THEME_SCHEME = URIRef(f"{ONTOLOGY}themes")


@dataclass(frozen=True, slots=True)
class Concept:
    """A theme, field of life or role; `alternatives` are synonyms, abbreviations and word forms.

    `broader` is the label of the field of life that a theme belongs to.
    """

    label: str
    english: str
    definition: str
    alternatives: tuple[str, ...] = ()
    english_alternatives: tuple[str, ...] = ()
    broader: str | None = None
    english_definition: str = ""


@cache
def themes() -> tuple[Concept, ...]:
    """Return the 24 themes, ordered by label."""
    graph = _read("themes.ttl")
    return _concepts(graph, graph.objects(THEME_LABELS, SKOS.member))


@cache
def fields() -> tuple[Concept, ...]:
    """Return the eight fields of life, ordered by label."""
    graph = _read("themes.ttl")
    return _concepts(graph, graph.subjects(SKOS.topConceptOf, THEME_SCHEME))


@cache
def roles() -> tuple[Concept, ...]:
    """Return all roles, ordered by label."""
    graph = _read("roles.ttl")
    return _concepts(graph, graph.subjects(SKOS.inScheme, None))


def exclusive_offices() -> frozenset[str]:
    """Return the slugs of the offices that nobody holds in two places at a time."""
    return frozenset(map(slug, _EXCLUSIVE))


# Elected heads and the permanent deputies that the municipal codes of the states provide for.
_EXCLUSIVE = (
    "Beigeordnete/r",
    "Bürgermeister/in",
    "Kämmerer/in",
    "Landrat/rätin",
    "Oberbürgermeister/in",
    "Regierungspräsident/in",
)


def concept(label: str) -> Concept | None:
    """Return the theme or field of life with this German label."""
    return _by_label().get(label)


def role_concept(role_name: str) -> str | None:
    """Return the label of the role that these words name, None where no role fits.

    The longest form of a role that stands in the words decides; of two equally long ones the
    first, so `Kämmerer und Digitalisierungsverantwortlicher` is the longer word's role.
    """
    words = " ".join(re.findall(r"[\w/-]+", role_name.casefold()))
    if not words:
        return None
    forms = _role_forms()
    if words in forms:
        return forms[words]
    found = [
        (len(form), -place.start(), label)
        for form, label in forms.items()
        # Compiling two hundred patterns for each role took a tenth of a second.
        if form in words and (place := re.search(rf"(?<![\w-]){re.escape(form)}(?![\w-])", words))
    ]
    if found:
        return max(found)[2]
    return _role_by_ending(words)


# A compound names the role in its last part: `Bauamtsleiterin`, `Umweltdezernent`. Shorter forms
# than six letters (`cio`, `ob`, `leiter` has six) end too many other words.
MIN_ENDING_CHARS = 6


def _role_by_ending(words: str) -> str | None:
    found = [
        (len(form), label)
        for form, label in _role_forms().items()
        if len(form) >= MIN_ENDING_CHARS and any(word.endswith(form) for word in words.split())
    ]
    return max(found)[1] if found else None


@cache
def _by_label() -> dict[str, Concept]:
    return {found.label: found for found in (*themes(), *fields())}


@cache
def _role_forms() -> dict[str, str]:
    forms: dict[str, str] = {}
    for role in roles():
        for form in (role.label, *role.alternatives):
            forms[" ".join(re.findall(r"[\w/-]+", form.casefold()))] = role.label
    return forms


def _read(name: str) -> Graph:
    source = files("ontology") / name
    return Graph().parse(data=source.read_text(encoding="utf-8"), format="turtle")


def _concepts(graph: Graph, nodes: Iterable[Node]) -> tuple[Concept, ...]:
    found = [_concept(graph, node) for node in set(nodes)]
    return tuple(sorted(found, key=lambda entry: entry.label.casefold()))


def _concept(graph: Graph, node: Node) -> Concept:
    broader = graph.value(node, SKOS.broader)
    return Concept(
        label=_texts(graph, node, SKOS.prefLabel, "de")[0],
        english=_texts(graph, node, SKOS.prefLabel, "en")[0],
        definition=_texts(graph, node, SKOS.definition, "de")[0],
        alternatives=_texts(graph, node, SKOS.altLabel, "de"),
        english_alternatives=_texts(graph, node, SKOS.altLabel, "en"),
        broader=_texts(graph, broader, SKOS.prefLabel, "de")[0] if broader else None,
        english_definition=next(iter(_texts(graph, node, SKOS.definition, "en")), ""),
    )


def _texts(graph: Graph, node: Node, predicate: URIRef, language: str) -> tuple[str, ...]:
    values = graph.objects(node, predicate)
    return tuple(
        sorted(str(value) for value in values if getattr(value, "language", None) == language)
    )
