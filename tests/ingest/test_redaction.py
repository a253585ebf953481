from dataclasses import replace

import pytest

from ingest.pipeline import read_document
from ingest.redaction import names_in, places_of, redacted
from ontology.iris import slug
from ontology.model import Reading

TEXT = (
    "Lemgo eröffnet Bauhof\n\n"
    "Bürgermeisterin Dr. Petra Beispiel (Stadt Lemgo) eröffnete den Bauhof „Nord“ im Mai 2022. "
    "Frau Beispiel dankte allen; Beispiels Stellvertreter Jan Muster kam auch. Fragen an "
    "petra.beispiel@lemgo.example, Tel. 05261 213456.\n\n"
    "Zum Beispiel Petra Beispiel half."
)


def a_reading(text: str = TEXT, name: str = "bauhof.txt") -> Reading:
    return read_document(text.encode(), name)


def is_petra(name: str) -> bool:
    return slug(name) == "petra-beispiel"


def evidence_of(reading: Reading) -> list[tuple[int, int, str]]:
    found = [one for person in reading.facts.persons for one in person.evidence]
    found += [one for project in reading.facts.projects for one in project.evidence]
    return [(one.start, one.end, one.quote) for one in found]


def test_the_person_goes_and_all_offsets_hold() -> None:
    before = a_reading()
    assert "Petra Beispiel" in {person.name for person in before.facts.persons}
    after = redacted(before, is_petra)
    assert "Petra" not in after.document.text
    assert "petra.beispiel@" not in after.document.text
    assert len(after.document.text) == len(before.document.text)
    assert {person.name for person in after.facts.persons} == {"Jan Muster"}
    for start, end, quote in evidence_of(after):
        assert quote == after.document.text[start:end]
    for passage in after.passages:
        assert passage.text == after.document.text[passage.start : passage.end]
    assert "Petra" not in str(after)


def test_somebody_whom_no_extractor_saw_is_found_in_the_text() -> None:
    text = "Der Rat von Lemgo tagte.\n\nAls Gast kam Petra Beispiel. Petra Beispiels Rat half."
    reading = a_reading(text)
    unseen = replace(reading, facts=replace(reading.facts, persons=()))
    assert names_in(unseen, is_petra) == {"Petra Beispiel"}
    assert "Petra" not in redacted(unseen, is_petra).document.text


def test_whoever_shares_the_surname_keeps_it() -> None:
    text = (
        "Bürgermeisterin Petra Muster (Stadt Lemgo) und Amtsleiter Jan Muster (Stadt Lemgo) "
        "kamen. Muster sprach zuerst."
    )
    after = redacted(a_reading(text), lambda name: slug(name) == "petra-muster")
    assert "Jan Muster" in after.document.text
    assert "Petra" not in after.document.text


def test_a_reading_without_the_person_stays_the_same_object() -> None:
    reading = a_reading()
    assert redacted(reading, lambda _name: False) is reading


@pytest.mark.parametrize("name", ["petra-beispiel.txt", "CV_Petra Beispiel.txt"])
def test_a_file_name_tells_nothing_either(name: str) -> None:
    assert redacted(a_reading(name=name), is_petra).document.source_file == "dokument.txt"


def test_places_count_every_mention() -> None:
    assert len(places_of(a_reading(), ["Petra Beispiel"])) >= 4
