from pathlib import Path

import pytest

from corpus import documents_folder
from ingest.entities import Entities, find_entities
from ingest.pipeline import read_file_as_document
from ontology.gazetteer import gazetteer
from ontology.model import Document, Evidence

FILES = sorted(path for path in documents_folder().iterdir() if path.suffix != ".jsonl")


def evidence_of(entities: Entities) -> list[Evidence]:
    persons = [one for person in entities.persons for one in person.evidence]
    roles = [role.evidence for person in entities.persons for role in person.roles]
    towns = (*entities.municipalities, *entities.places)
    places = [one for town in towns for one in town.evidence]
    bodies = [one for organisation in entities.organisations for one in organisation.evidence]
    return [*persons, *roles, *places, *bodies]


def read(path: Path) -> Document:
    return read_file_as_document(path.read_bytes(), path.name)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_quote_stands_in_the_text(path: Path) -> None:
    document = read(path)
    entities = find_entities(document)
    for evidence in evidence_of(entities):
        assert evidence.quote == document.text[evidence.start : evidence.end]
        assert evidence.quote.strip()
    for town in (*entities.municipalities, *entities.places):
        assert gazetteer().get(town.ags) is not None
    for person in entities.persons:
        assert all(role.role or role.organisation for role in person.roles)
    assert len({person.name for person in entities.persons}) == len(entities.persons)


def test_the_same_text_gives_the_same_finds() -> None:
    document = read(FILES[0])
    assert find_entities(document) == find_entities(document)
