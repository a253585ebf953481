"""The JSON of the contract, key by key, written out here so that no model can drift with it."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from api.extract_object import TRANSFER, extract_object
from api.schemas import answer_object
from corpus import documents_folder
from ingest.facts import extract_facts
from ingest.manifest import MANIFEST_NAME
from ingest.pipeline import read_file_as_document
from ontology.model import Reading
from tests.factories import a_full_reading, an_answer

EVIDENCE = {"quote", "start", "end"}


def keys(thing: Mapping[str, Any]) -> list[str]:
    return list(thing)


def test_extract_prints_the_keys_of_the_contract() -> None:
    found = extract_object(a_full_reading())
    assert keys(found) == [
        "source_file",
        "title",
        "kind",
        "date",
        "publisher",
        "language",
        "rights",
        "persons",
        "municipalities",
        "organisations",
        "projects",
        "awards",
        "events",
    ]
    (person,) = found["persons"]
    assert keys(person) == ["name", "title", "roles", "contact", "evidence"]
    assert person["roles"] == [{"role": "Bürgermeisterin", "organisation": "Stadt Musterau"}]
    assert person["contact"] == {"email": "p@example.org", "phone": "05222 123456"}
    assert keys(found["municipalities"][0]) == ["name", "kind", "ags", "evidence"]
    assert keys(found["organisations"][0]) == ["name", "evidence"]
    (event,) = found["events"]
    assert keys(event) == ["name", "kind", "date", "place", "attendees", "absent", "evidence"]
    (award,) = found["awards"]
    assert keys(award) == [
        "award",
        "category",
        "year",
        "rank",
        "recipient",
        "project",
        "evidence",
    ]


def test_extract_prints_a_project_with_plain_values() -> None:
    (project,) = extract_object(a_full_reading())["projects"]
    assert keys(project)[-2:] == ["evidence", "transfer"]
    assert keys(project["transfer"]) == list(TRANSFER)
    assert {key: value for key, value in project.items() if key not in keys(project)[-2:]} == {
        "name": "digitale Bauakte",
        "kind": "kooperation",
        "participants": ["Stadt Musterau"],
        "lead": "Stadt Musterau",
        "start": "2021",
        "end": "2023",
        "status": "laufend",
        "themes": ["Bauen"],
        "funding": "Land",
    }
    assert project["evidence"] == [{"quote": "digitale Bauakte", "start": 25, "end": 41}]


def test_ask_prints_the_keys_of_the_contract() -> None:
    found = json.loads(answer_object(an_answer(), question_id="q07").model_dump_json())
    contract = ["id", "query", "answered", "took_ms", "results"]
    assert keys(found) == [*contract, "conditions", "searched"]
    assert (found["id"], found["answered"], found["took_ms"]) == ("q07", True, 1.3)
    (result,) = found["results"]
    assert keys(result) == [
        "rank",
        "score",
        "project",
        "municipalities",
        "evidence",
        "contacts",
        "why",
    ]
    assert keys(result["project"]) == ["iri", "name", "kind", "status", "start", "themes"]
    assert keys(result["municipalities"][0]) == ["iri", "name", "kind", "ags", "population"]
    (evidence,) = result["evidence"]
    assert keys(evidence) == ["document", "quote", "start", "end", "score"]
    assert keys(evidence["document"]) == [
        "iri",
        "title",
        "kind",
        "date",
        "publisher",
        "rights",
        "source_file",
        "source",
    ]
    assert keys(result["contacts"][0]) == ["name", "role", "organisation"]
    contract = ["semantic", "lexical", "similar_town", "matched_terms"]
    assert keys(result["why"]) == [*contract, "town", "signals", "missed"]


def test_a_no_says_why_and_keeps_the_nearest_finds() -> None:
    found = json.loads(answer_object(an_answer(answered=False)).model_dump_json())
    contract = ["id", "query", "answered", "note", "took_ms", "results"]
    assert keys(found) == [*contract, "conditions", "searched"]
    assert (found["id"], found["answered"], found["note"]) == (None, False, "Nein.")
    assert len(found["results"]) == 1


def test_a_body_carries_the_short_form_that_its_document_explains_wherever_it_is_named() -> None:
    text = (
        "# Bauhofverbund\n\nDas Kommunale Rechenzentrum Franken (KRF) und die Stadt Fürth "
        "betreiben gemeinsam den Bauhofverbund „Pegnitz“. Geschäftsführer des KRF ist "
        "Dr. Jan Wolters. Die Stiftung Heimat (Sitz in Roth) gibt Geld.\n\n"
        "Im Jahr 2023 gewann das Kommunale Rechenzentrum Franken den Deutschen Verwaltungspreis.\n"
    )
    document = read_file_as_document(text.encode(), "verbund.md")
    found = extract_object(Reading(document=document, facts=extract_facts(document)))
    label = "Kommunales Rechenzentrum Franken (KRF)"
    assert label in [one["name"] for one in found["organisations"]]
    assert not any("Sitz" in one["name"] for one in found["organisations"])
    (person,) = found["persons"]
    assert person["roles"][0]["organisation"] == label
    (project,) = found["projects"]
    assert label in project["participants"]
    assert [one["recipient"] for one in found["awards"]] == [label]


def test_an_answer_covers_addresses_and_numbers() -> None:
    answer = answer_object(an_answer(quote="Anruf unter 05222 952312 oder p@musterau.de"))
    quote = answer.results[0].evidence[0].quote
    assert "952312" not in quote
    assert "@" not in quote
    assert len(quote) == 43


FILES = sorted(path for path in documents_folder().iterdir() if path.name != MANIFEST_NAME)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_quote_stands_in_the_text_where_it_says(
    corpus_readings: dict[str, Reading], path: Path
) -> None:
    reading = corpus_readings[path.name]
    found = extract_object(reading)
    quotes = list(_quotes(found))
    assert all(reading.document.text[q["start"] : q["end"]] == q["quote"] for q in quotes)
    assert all(set(quote) == EVIDENCE for quote in quotes)
    assert json.loads(json.dumps(found)) == found


def _quotes(thing: object) -> Iterator[dict[str, Any]]:
    if isinstance(thing, dict):
        if "quote" in thing:
            yield thing
        for value in thing.values():
            yield from _quotes(value)
    elif isinstance(thing, list):
        for value in thing:
            yield from _quotes(value)
