"""What must hold of the undertakings, awards and events of every document of the corpus."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest

from api.models import open_aids
from api.settings import Settings
from corpus import documents_folder
from ingest.facts import extract_facts
from ontology.gazetteer import gazetteer
from ontology.model import Evidence, Reading

DOCUMENTS = sorted(path for path in documents_folder().iterdir() if path.suffix != ".jsonl")
each_document = pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)

Readings = dict[str, Reading]


def evidence_of(thing: object) -> Iterator[Evidence]:
    if isinstance(thing, Evidence):
        yield thing
    elif isinstance(thing, tuple):
        for part in thing:
            yield from evidence_of(part)
    elif is_dataclass(thing):
        for field in fields(thing):
            yield from evidence_of(getattr(thing, field.name))


@each_document
def test_every_quote_is_the_text_at_its_place(corpus_readings: Readings, path: Path) -> None:
    document, facts = corpus_readings[path.name].document, corpus_readings[path.name].facts
    proofs = list(evidence_of((facts.projects, facts.awards, facts.events)))
    for evidence in proofs:
        assert 0 <= evidence.start < evidence.end <= len(document.text)
        assert document.text[evidence.start : evidence.end] == evidence.quote


@each_document
def test_names_are_single_lines_and_each_stands_once(corpus_readings: Readings, path: Path) -> None:
    names = [project.name for project in corpus_readings[path.name].facts.projects]
    assert len(names) == len(set(names))
    assert all(name == " ".join(name.split()) and len(name) > 2 for name in names)


@each_document
def test_participants_are_known_actors_and_stand_once(
    corpus_readings: Readings, path: Path
) -> None:
    for project in corpus_readings[path.name].facts.projects:
        keys = [(claim.actor.name, claim.actor.ags) for claim in project.participants]
        assert len(keys) == len(set(keys))
        assert all(ags is None or gazetteer().get(ags) for _, ags in keys)


def test_the_same_document_gives_the_same_facts(
    corpus_readings: Readings, corpus_settings: Settings
) -> None:
    aids = open_aids(corpus_settings)
    for reading in list(corpus_readings.values())[:2]:
        assert extract_facts(reading.document, aids=aids) == reading.facts


def test_the_corpus_is_not_mute(corpus_readings: Readings) -> None:
    found = [reading.facts for reading in corpus_readings.values()]
    assert sum(bool(facts.projects) for facts in found) > len(DOCUMENTS) // 2
    assert any(facts.awards for facts in found)
    assert any(facts.events for facts in found)
