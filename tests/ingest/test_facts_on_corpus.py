"""What must hold of the undertakings, awards and events of every document of the corpus."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path

import pytest

from corpus import documents_folder
from ingest.facts import extract_facts
from ingest.pipeline import read_file_as_document
from ontology.gazetteer import gazetteer
from ontology.model import Document, Evidence, Facts

DOCUMENTS = sorted(path for path in documents_folder().iterdir() if path.suffix != ".jsonl")
# Every other file keeps the run short and still meets each of the five formats.
SAMPLE = DOCUMENTS[::2]


@cache
def read(path: Path) -> tuple[Document, Facts]:
    document = read_file_as_document(path.read_bytes(), path.name)
    return document, extract_facts(document)


def evidence_of(thing: object) -> Iterator[Evidence]:
    if isinstance(thing, Evidence):
        yield thing
    elif isinstance(thing, tuple):
        for part in thing:
            yield from evidence_of(part)
    elif is_dataclass(thing):
        for field in fields(thing):
            yield from evidence_of(getattr(thing, field.name))


@pytest.mark.parametrize("path", SAMPLE, ids=lambda path: path.name)
def test_every_quote_is_the_text_at_its_place(path: Path) -> None:
    document, facts = read(path)
    proofs = list(evidence_of((facts.projects, facts.awards, facts.events)))
    for evidence in proofs:
        assert 0 <= evidence.start < evidence.end <= len(document.text)
        assert document.text[evidence.start : evidence.end] == evidence.quote


@pytest.mark.parametrize("path", SAMPLE, ids=lambda path: path.name)
def test_names_are_single_lines_and_each_stands_once(path: Path) -> None:
    _, facts = read(path)
    names = [project.name for project in facts.projects]
    assert len(names) == len(set(names))
    assert all(name == " ".join(name.split()) and len(name) > 2 for name in names)


@pytest.mark.parametrize("path", SAMPLE, ids=lambda path: path.name)
def test_participants_are_known_actors_and_stand_once(path: Path) -> None:
    _, facts = read(path)
    for project in facts.projects:
        keys = [(claim.actor.name, claim.actor.ags) for claim in project.participants]
        assert len(keys) == len(set(keys))
        assert all(ags is None or gazetteer().get(ags) for _, ags in keys)


def test_the_same_document_gives_the_same_facts() -> None:
    document, facts = read(SAMPLE[0])
    assert extract_facts(document) == facts


def test_the_corpus_is_not_mute() -> None:
    found = [facts for _, facts in map(read, SAMPLE)]
    assert sum(bool(facts.projects) for facts in found) > len(SAMPLE) // 2
    assert any(facts.awards for facts in found)
    assert any(facts.events for facts in found)
