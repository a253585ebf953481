"""What the extractors find in a few sentences, in a form that tests can compare."""

from ingest.entities import Entities, find_entities
from ontology.model import Document, Person

__all__ = ["entities_of", "person_in", "roles_in", "town_names"]


def entities_of(text: str, *, publisher: str | None = None) -> Entities:
    return find_entities(
        Document(
            sha256="0" * 64, source_file="text.txt", text=text, title="Text", publisher=publisher
        )
    )


def person_in(text: str, name: str, *, publisher: str | None = None) -> Person:
    persons = entities_of(text, publisher=publisher).persons
    return next(person for person in persons if person.name == name)


def roles_in(
    text: str, name: str, *, publisher: str | None = None
) -> list[tuple[str | None, str | None]]:
    person = person_in(text, name, publisher=publisher)
    return [
        (role.role, role.organisation.name if role.organisation else None) for role in person.roles
    ]


def town_names(text: str, *, publisher: str | None = None) -> list[str]:
    return [town.name for town in entities_of(text, publisher=publisher).municipalities]
