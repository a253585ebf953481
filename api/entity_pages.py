"""Pages of things: which template shows a thing, and with which values."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import chain
from types import MappingProxyType
from typing import Any

from api.excerpts import Piece, is_reserved, marked_pieces, paragraphs, shown_span
from api.view import View
from ontology.cards import ContactCard, DocumentCard, EvidenceCard, PersonCard
from ontology.errors import NotFoundError
from ontology.gazetteer import gazetteer
from ontology.iris import ONTOLOGY
from ontology.model import Document

__all__ = ["Page", "Proof", "Shown", "entity_page"]

_START = f"{ONTOLOGY}startDate"
# What only says of which kind a thing is: the page's form shows that.
_UNSHOWN = frozenset({"http://www.w3.org/1999/02/22-rdf-syntax-ns#type"})

Parameters = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Page:
    """A template and the values it is filled with."""

    template: str
    values: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Proof:
    """A quote with the document it stands in."""

    quote: str
    start: int
    end: int
    page: int | None
    inferred: bool
    document: DocumentCard


@dataclass(frozen=True, slots=True)
class Shown:
    """A statement as a page shows it."""

    predicate: str
    label: str
    value: str
    iri: str | None
    evidence: tuple[Proof, ...]


def entity_page(view: View, kind: str, iri: str, parameters: Parameters) -> Page:
    """Return the page of a thing; a kind without a page of its own lists its statements."""
    return _PAGES.get(kind, _plain)(view, iri, parameters)


def _document(view: View, iri: str, parameters: Parameters) -> Page:
    card = view.catalogue.document(_key(iri))
    if card is None:
        raise NotFoundError(f"There is no document {_key(iri)}.")
    document = view.archive.load(card.id).document
    find = _find(document, parameters)
    values = {
        "card": card,
        "document_language": document.language,
        "projects": view.catalogue.projects_in(card.id),
        **_shown_text(document, find),
    }
    return Page("document.html", values)


def _find(document: Document, parameters: Parameters) -> tuple[int, int] | None:
    start, end = parameters.get("start", ""), parameters.get("end", "")
    if not (start.isdecimal() and end.isdecimal()):
        return None
    first, last = int(start), min(int(end), len(document.text))
    return (first, last) if first < last else None


def _shown_text(document: Document, find: tuple[int, int] | None) -> dict[str, Any]:
    text = document.text
    is_excerpt = is_reserved(document.rights)
    span = (0, len(text))
    if is_excerpt:
        span = shown_span(text, *find) if find else (0, 0)
    blocks = paragraphs(marked_pieces(text, span, [find] if find else []))
    return {
        "blocks": _numbered(blocks),
        "is_excerpt": is_excerpt,
        "cut_before": span[0] > 0,
        "cut_after": span[1] < len(text),
    }


def _numbered(blocks: tuple[tuple[Piece, ...], ...]) -> list[list[dict[str, Any]]]:
    """Return the blocks with the first mark told apart: it carries the address `#fund`."""
    first = next((piece for piece in chain(*blocks) if piece.is_marked), None)
    return [
        [
            {"text": piece.text, "is_marked": piece.is_marked, "is_first": piece is first}
            for piece in block
        ]
        for block in blocks
    ]


def _project(view: View, iri: str, _parameters: Parameters) -> Page:
    card = view.catalogue.project(iri)
    if card is None:
        raise NotFoundError(f"There is no undertaking {iri}.")
    statements = [shown for same in view.same_as(card) for shown in _statements(view, same)]
    starts = [shown for shown in statements if shown.predicate == _START]
    return Page("project.html", {"card": card, "statements": statements, "starts": starts})


def _town(view: View, iri: str, _parameters: Parameters) -> Page:
    ags = _key(iri)
    card = view.catalogue.municipality(ags)
    if card is None:
        raise NotFoundError(f"There is no municipality {ags}.")
    place = gazetteer().get(ags)
    county = place.county_ags if place else None
    values = {
        "card": card,
        "place": place,
        "county_iri": view.iris.municipality(county) if county else None,
        "projects": view.catalogue.town_projects(ags),
        "people": [_at(person, iri) for person in view.catalogue.persons_of(ags)],
    }
    return Page("town.html", values)


def _at(person: PersonCard, organisation_iri: str) -> ContactCard:
    """Return a person with the roles held at this place."""
    roles = [role.role for role in person.roles if role.organisation_iri == organisation_iri]
    return ContactCard(person.name, ", ".join(filter(None, roles)) or None, None, person.iri)


def _person(view: View, iri: str, parameters: Parameters) -> Page:
    person = view.catalogue.person(iri)
    page = _plain(view, iri, parameters)
    if person is None:
        return page
    return Page(page.template, {**page.values, "name": person.name})


def _plain(view: View, iri: str, _parameters: Parameters) -> Page:
    values = {
        "name": view.name_of(iri),
        "iri": iri,
        "statements": _statements(view, iri),
    }
    return Page("entity.html", values)


def _statements(view: View, iri: str) -> list[Shown]:
    return [
        Shown(card.predicate, card.label, card.value, card.value_iri, _proofs(view, card.evidence))
        for card in view.catalogue.statements_about(iri)
        if card.predicate not in _UNSHOWN
    ]


def _proofs(view: View, cards: tuple[EvidenceCard, ...]) -> tuple[Proof, ...]:
    found = ((card, view.catalogue.document(card.document_id)) for card in cards)
    return tuple(
        Proof(card.quote, card.start, card.end, card.page, card.inferred, document)
        for card, document in found
        if document is not None
    )


def _key(iri: str) -> str:
    return iri.rpartition("/")[2]


_PAGES: Mapping[str, Callable[[View, str, Parameters], Page]] = MappingProxyType(
    {
        "county": _town,
        "document": _document,
        "municipality": _town,
        "person": _person,
        "project": _project,
    }
)
