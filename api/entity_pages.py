"""Pages of things: which template shows a thing, and with which values."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from api.cooperation import partners_of
from api.document_page import document_values
from api.project_page import partner_map, project_values
from api.proofs import Proof, Shown, shown_statements, source_documents
from api.view import View
from graph.pointers import pointers_to
from ontology.cards import ContactCard, DocumentCard, PersonCard, ProjectCard, RoleCard
from ontology.errors import NotFoundError
from ontology.gazetteer import gazetteer
from ontology.ordering import german_order
from ontology.terms import PREFIXES
from ontology.vocabulary import concept, themes

__all__ = ["HeldRole", "Mention", "Page", "Wish", "entity_page"]

Parameters = Mapping[str, str]

_HOLDS = "hasMembership"
_SOLVED = frozenset({"laufend", "abgeschlossen"})
_WISHES_SHOWN = 4
# Evidence, passages and names lead to the thing itself; nobody needs them listed on its page.
_LISTED_KINDS = frozenset({"award", "event", "organisation", "person", "project", "municipality"})


_SAME_AS = f"{PREFIXES['owl']}sameAs"


@dataclass(frozen=True, slots=True)
class Page:
    """A template and the values it is filled with."""

    template: str
    values: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class HeldRole:
    """A role with the place where it is held, its proofs, and the dates of first and last."""

    role: RoleCard
    evidence: tuple[Proof, ...]
    since: str | None
    until: str | None


@dataclass(frozen=True, slots=True)
class Wish:
    """Something that a municipality only plans, and who has done the like."""

    project: ProjectCard
    solved: tuple[ProjectCard, ...]


@dataclass(frozen=True, slots=True)
class Mention:
    """A thing that points at the one shown, and how."""

    label: str
    name: str
    iri: str


def entity_page(view: View, kind: str, iri: str, parameters: Parameters) -> Page:
    """Return the page of a thing; a kind without a page of its own lists its statements."""
    if kind == "document":
        return Page("document.html", document_values(view, iri, parameters))
    return _PAGES.get(kind, _plain)(view, iri)


def _project(view: View, iri: str) -> Page:
    return Page("project.html", project_values(view, iri))


def _town(view: View, iri: str) -> Page:
    ags = iri.rpartition("/")[2]
    card = view.catalogue.municipality(ags)
    if card is None:
        raise NotFoundError(f"There is no municipality {ags}.")
    place = gazetteer().get(ags)
    county = place.county_ags if place else None
    projects = view.catalogue.town_projects(ags)
    partners = partners_of(ags, projects)
    values = {
        "card": card,
        "place": place,
        "county_iri": view.iris.municipality(county) if county else None,
        "projects": projects,
        "people": [_at(person, iri) for person in view.catalogue.persons_of(ags)],
        "partners": partners,
        "map": partner_map([card, *(partner.card for partner in partners)]),
        "documents": _documents(view, iri),
        "wishes": _wishes(view, projects),
        "elsewhere": _elsewhere(view, iri),
    }
    return Page("town.html", values)


def _wishes(view: View, projects: Iterable[ProjectCard]) -> list[Wish]:
    planned = [card for card in projects if card.status == "geplant"][:_WISHES_SHOWN]
    wishes = []
    for card in planned:
        alike = (one.project for one in view.engine.similar.more_like(card.iri, limit=10))
        solved = [one for one in alike if one.status in _SOLVED]
        wishes.append(Wish(card, tuple(solved[:2])))
    return wishes


def _elsewhere(view: View, iri: str) -> list[str]:
    """Return under which addresses other catalogues know a thing."""
    same = (one for one in view.store.about(iri) if str(one.predicate) == _SAME_AS)
    return sorted(str(one.object) for one in same if not str(one.object).startswith(view.iris.base))


def _at(person: PersonCard, organisation_iri: str) -> ContactCard:
    """Return a person with the roles held at this place."""
    roles = [role.role for role in person.roles if role.organisation_iri == organisation_iri]
    return ContactCard(person.name, ", ".join(filter(None, roles)) or None, None, person.iri)


def _theme(view: View, iri: str) -> Page:
    label = view.name_of(iri)
    found = concept(label)
    parts = {one.label for one in themes() if one.broader == label} | {label}
    projects = [card for card in view.catalogue.projects() if parts & set(card.themes)]
    towns = {town.ags: town for card in projects for town in card.municipalities}
    values = {
        "name": label,
        "iri": iri,
        "concept": found,
        "parts_below": [
            (one.label, view.iris.theme(one.label)) for one in themes() if one.broader == label
        ],
        "projects": sorted(projects, key=lambda card: (german_order(card.name), card.iri)),
        "towns": sorted(towns.values(), key=lambda town: (german_order(town.name), town.ags)),
    }
    return Page("theme.html", values)


def _person(view: View, iri: str) -> Page:
    person = view.catalogue.person(iri)
    page = _plain(view, iri)
    if person is None:
        return page
    values = {
        **page.values,
        "person": person,
        "name": person.name,
        "held": _held(person, page.values["statements"]),
        "statements": [
            one
            for one in page.values["statements"]
            if one.term != _HOLDS and one.value != person.name
        ],
        # Roles stand above; what else leads from one of the person's names to another says nothing.
        "mentions": [one for one in page.values["mentions"] if one.name != person.name],
    }
    return Page("person.html", values)


def _held(person: PersonCard, statements: Iterable[Shown]) -> list[HeldRole]:
    """Return the roles with their proofs, those told of last first."""
    proofs = {one.value: one.evidence for one in statements if one.term == _HOLDS}
    held = []
    for role in person.roles:
        called = ", ".join(filter(None, (role.role, role.organisation)))
        evidence = proofs.get(called, ())
        dates = sorted(proof.document.date for proof in evidence if proof.document.date)
        since, until = (dates[0], dates[-1]) if dates else (None, None)
        held.append(HeldRole(role, evidence, since, until))
    return sorted(held, key=lambda one: (one.until or "", one.role.role or ""), reverse=True)


def _plain(view: View, iri: str) -> Page:
    statements = shown_statements(view, iri)
    values = {
        "name": view.name_of(iri),
        "iri": iri,
        "kind": iri.removeprefix(f"{view.iris.base}id/").partition("/")[0],
        "statements": statements,
        "mentions": _mentions(view, iri),
        "documents": source_documents(statements) or _documents(view, iri),
    }
    return Page("entity.html", values)


def _mentions(view: View, iri: str) -> list[Mention]:
    """Return what points at a thing; a membership counts as the person who holds it."""
    found: dict[Mention, None] = {}
    for pointer in pointers_to(view.store, iri):
        subject = pointer.subject
        kind = subject.removeprefix(f"{view.iris.base}id/").partition("/")[0]
        label = view.name_of(pointer.predicate)
        if kind == "membership":
            holders = [p for p in pointers_to(view.store, subject) if "/person/" in p.subject]
            role = view.name_of(subject).partition(", ")[0]
            found |= {
                Mention(role, view.name_of(one.subject), one.subject): None for one in holders
            }
        elif kind in _LISTED_KINDS:
            found[Mention(label, view.name_of(subject), subject)] = None
    return sorted(found, key=lambda mention: (mention.label, mention.name, mention.iri))


def _documents(view: View, iri: str) -> list[DocumentCard]:
    """Return the documents that mention a thing, the newest first."""
    ids = dict.fromkeys(span.document_id for span in view.catalogue.mentions(iri))
    cards = [card for one in ids if (card := view.catalogue.document(one))]
    return sorted(cards, key=lambda card: (card.date or "", card.id), reverse=True)


_PAGES: Mapping[str, Callable[[View, str], Page]] = MappingProxyType(
    {
        "county": _town,
        "municipality": _town,
        "person": _person,
        "project": _project,
        "theme": _theme,
    }
)
