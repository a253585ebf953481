"""Confidences come from a table that was measured on gold."""

import json
from collections.abc import Iterator
from dataclasses import replace
from importlib.resources import files

import pytest

from ingest.confidence import ANY, TABLE, calibrated, confidence_of, vouched_for
from ingest.facts import extract_facts, find_facts
from ingest.grounds import PARTS, ground_of, ground_within, kind_of_thing
from ontology.model import Actor, Claim, Evidence, Facts, Person, Project, Role
from tests.ingest.texts import a_document

QUOTE = "Landrat Udo Wiemann"
TEXT = (
    "Lemgo. Landrat Jürgen Müller vom Kreis Herford und die Bürgermeisterin der Stadt Lemgo, "
    "Dr. Heike Sommer, haben das Projekt „Digitaler Bauhof“ gestartet. Seit 2021 läuft es."
)


def table() -> dict[str, dict[str, dict[str, float]]]:
    text = (files("ingest") / "data" / TABLE).read_text("utf-8")
    kinds: dict[str, dict[str, dict[str, float]]] = json.loads(text)["kinds"]
    return kinds


def said(confidence: float, *, inferred: bool = False) -> Evidence:
    return Evidence(0, len(QUOTE), QUOTE, confidence, inferred=inferred)


def every_evidence(facts: Facts) -> Iterator[tuple[str, str, Evidence]]:
    """Yield kind, ground and evidence of every statement, in the order of the facts."""
    for name in ("persons", "municipalities", "organisations", "projects", "awards", "events"):
        for thing in getattr(facts, name):
            kind = kind_of_thing(thing)
            yield from ((kind, ground_of(thing), evidence) for evidence in thing.evidence)
            for field, said_kind in PARTS.get(kind, {}).items():
                told = getattr(thing, field)
                for part in told if isinstance(told, tuple) else (told,) if told else ():
                    yield said_kind, ground_within(thing, part), part.evidence


def test_a_statement_gets_the_confidence_of_its_ground_and_keeps_its_quote() -> None:
    read = a_document(TEXT)
    before, after = find_facts(read), extract_facts(read)
    pairs = list(zip(every_evidence(before), every_evidence(after), strict=True))
    assert len(pairs) > 6
    for (kind, ground, raw), (_, _, sure) in pairs:
        assert replace(raw, confidence=0) == replace(sure, confidence=0)
        assert sure.confidence == confidence_of(kind, ground)


def test_what_follows_only_is_trusted_less_than_what_is_said() -> None:
    stated = Role("Landrat", Actor("Kreis Höxter", "05762"), said(1.0))
    inferred = replace(stated, evidence=said(0.7, inferred=True))
    person = Person("Udo Wiemann", (said(1.0),), roles=(stated, inferred))
    (told,) = calibrated(Facts(persons=(person,))).persons
    first, second = (role.evidence.confidence for role in told.roles)
    assert first > second


def test_what_is_said_of_a_doubtful_name_is_trusted_less() -> None:
    sure = Project("Bauhof", "projekt", (said(0.95),), starts=(Claim("2021", said(1.0)),))
    doubtful = replace(sure, evidence=(said(0.31),))
    one, other = calibrated(Facts(projects=(sure, doubtful))).projects
    assert one.evidence[0].confidence > other.evidence[0].confidence
    assert one.starts[0].evidence.confidence >= other.starts[0].evidence.confidence


def test_a_ground_that_was_never_met_counts_as_any_of_its_kind() -> None:
    assert confidence_of("person", "by a dream") == confidence_of("person", ANY)
    assert confidence_of("colour", "red") is None


def test_every_row_of_the_table_follows_from_its_counts() -> None:
    for kind, rows in table().items():
        usual = rows[ANY]["held"] / rows[ANY]["of"]
        for ground, row in rows.items():
            share = vouched_for(row["held"], row["of"], usual=usual)
            assert share - 0.01 < row["confidence"] <= share, (kind, ground)


@pytest.mark.parametrize(("held", "of"), [(0, 0), (3, 3), (100, 100), (50, 100)])
def test_the_same_share_of_more_statements_is_vouched_for_higher(held: int, of: int) -> None:
    few = vouched_for(held, of, usual=0.9)
    many = vouched_for(held * 10, of * 10, usual=0.9)
    assert 0 < few <= many < 1
