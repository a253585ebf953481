"""The vocabulary as its page and the SPARQL editor show it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from ontology.dictionary import Term, foreign_terms, own_terms
from ontology.iris import Iris
from ontology.terms import PREFIXES
from ontology.vocabulary import Concept, fields, roles, themes

__all__ = ["spoken_vocabulary", "vocabulary_values"]

_KINDS = {
    "theme": {"de": "Thema", "en": "theme"},
    "field": {"de": "Lebensbereich", "en": "field of life"},
    "role": {"de": "Funktion", "en": "role"},
}


def spoken_vocabulary(iris: Iris, language: str) -> dict[str, Any]:
    """Return prefixes, terms and concepts with what they are called in a language."""
    return {
        "prefixes": PREFIXES,
        "terms": [_term(term, language) for term in (*own_terms(), *foreign_terms())],
        "concepts": list(_concepts(iris, language)),
    }


def vocabulary_values(iris: Iris) -> dict[str, Any]:
    """Return what the page of the vocabulary shows."""
    tops = fields()
    return {
        "classes": [term for term in own_terms() if term.kind == "class"],
        "properties": [term for term in own_terms() if term.kind == "property"],
        "prefixes": PREFIXES,
        "groups": [
            (
                _listed(iris, top),
                [_listed(iris, one) for one in themes() if one.broader == top.label],
            )
            for top in tops
        ],
    }


def _listed(iris: Iris, found: Concept) -> tuple[str, Concept]:
    return iris.theme(found.label), found


def _term(term: Term, language: str) -> Mapping[str, str]:
    return {
        "name": term.name,
        "kind": term.kind,
        "label": term.labels.get(language, ""),
        "definition": term.definitions.get(language, ""),
    }


def _concepts(iris: Iris, language: str) -> Iterator[Mapping[str, str]]:
    labels = {one.label for one in themes()}
    yield from _spoken(themes(), "theme", iris.theme, language)
    yield from _spoken(
        (one for one in fields() if one.label not in labels), "field", iris.theme, language
    )
    yield from _spoken(roles(), "role", iris.role, language)


def _spoken(
    concepts: Iterable[Concept], kind: str, iri_of: Callable[[str], str], language: str
) -> Iterator[Mapping[str, str]]:
    for one in concepts:
        yield {
            "iri": iri_of(one.label),
            "kind": _KINDS[kind][language],
            "label": one.label if language == "de" else one.english,
            "definition": one.definition if language == "de" else one.english_definition,
        }
