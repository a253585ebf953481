"""Erasing one person everywhere: what it would change, and the act itself."""

from dataclasses import dataclass

from api.drafts import Drafts
from api.layout import Layout
from api.open_questions import remove_naming
from api.settings import Settings
from api.standing import Standing
from api.view import View
from api.writer import open_for_writing
from graph.decisions import Decision
from ingest.redaction import places_of, redacted
from ontology.cards import DocumentCard
from ontology.errors import NotFoundError
from ontology.iris import plain_iri, slug
from ontology.model import Contact, Reading

__all__ = ["Erasure", "Place", "contacts_of", "erase", "planned_erasure"]


@dataclass(frozen=True, slots=True)
class Place:
    """A document that names the person, and how often."""

    document: DocumentCard
    count: int


@dataclass(frozen=True, slots=True)
class Erasure:
    """What erasing somebody changes: under which names, in which documents."""

    iri: str
    names: tuple[str, ...]
    places: tuple[Place, ...]
    statements: int


def contacts_of(view: View, iri: str) -> tuple[Contact, ...]:
    """Return how documents say that a person can be reached; for those who are signed in."""
    found: dict[Contact, None] = {}
    for reading in _readings(view, iri):
        for person in reading.facts.persons:
            is_meant = view.iris.person(person.name) in _plain_iris(view, iri)
            if is_meant and (person.contact.email or person.contact.phone):
                found[person.contact] = None
    return tuple(found)


def planned_erasure(view: View, iri: str) -> Erasure:
    """Return what erasing a person would change; nothing is changed yet.

    People are erased by name: whoever bears the same name goes as well.
    """
    iris = _plain_iris(view, iri)
    names = {
        person.name
        for reading in _readings(view, iri)
        for person in reading.facts.persons
        if view.iris.person(person.name) in iris
    }
    if not names:
        raise NotFoundError(f"No document names a person {iri}.")
    slugs = {slug(name) for name in names}
    places = []
    for card in sorted(view.catalogue.documents(), key=lambda one: (one.date or "", one.id)):
        reading = view.archive.load(card.id)
        if redacted(reading, lambda name: slug(name) in slugs) is not reading:
            places.append(Place(card, len(places_of(reading, names))))
    statements = len(view.catalogue.statements_about(iri))
    return Erasure(iri, tuple(sorted(names)), tuple(places), statements)


def erase(settings: Settings, erasure: Erasure) -> int:
    """Erase a person for good; return how many documents were changed.

    Names are covered in texts, quotes and originals, statements and decisions on the person go,
    kept questions that name the person too, and who ingests a document again finds them gone.
    """
    slugs = {slug(name) for name in erasure.names}
    layout = Layout(settings.home)
    drafts = Drafts(layout.drafts)
    for draft in drafts.all():
        # What a draft holds is not kept yet: it goes as a whole and can be brought again.
        if draft.state == "ready":
            drafts.drop(draft)
    remove_naming(Standing(layout.standing), erasure.names)
    with open_for_writing(settings) as writer:
        writer.redecide(
            lambda decisions: tuple(each for each in decisions if not _concerns(each, slugs))
        )
        return writer.erase(erasure.names)


def _concerns(decision: Decision, slugs: set[str]) -> bool:
    key = decision.statement
    said = (
        *decision.things,
        *((key.subject, key.value) if key else ()),
        decision.replacement or "",
    )
    return any(
        plain_iri(each).rpartition("/")[2] in slugs or slug(each) in slugs for each in said if each
    )


def _plain_iris(view: View, iri: str) -> set[str]:
    return {plain_iri(one) for one in (iri, *view.catalogue.names_of_one(iri))}


def _readings(view: View, iri: str) -> list[Reading]:
    ids = dict.fromkeys(
        span.document_id
        for name in (iri, *view.catalogue.names_of_one(iri))
        for span in view.catalogue.mentions(name)
    )
    return [view.archive.load(one) for one in ids]
