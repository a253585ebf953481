from dataclasses import replace

import pytest

from graph.amendments import Amendments
from graph.canonical import keep_decisions, refresh_canonical
from graph.catalogue import Catalogue
from graph.convert import to_statements
from graph.decisions import Decision, read_decisions
from graph.mentions import read_mentions
from graph.review import open_matters, pair_id
from graph.rulings import (
    Ruling,
    corrected,
    decided_on,
    refused,
    with_decision,
    without_decision,
)
from graph.statement_keys import StatementKey
from graph.store import Store
from graph.validation import validate_store
from ontology.errors import CorrectionError, NotFoundError
from ontology.iris import Iris
from ontology.model import Actor, Facts, Person, Reading, Role
from ontology.terms import NW
from tests.graph.readings import TEXT, a_document, a_reading, quoted
from tests.graph.test_reconciling import LEMGO, MUNICH, Shelf, a_letter, a_report, store_of

IRIS = Iris()
WHEN = "2026-11-23T09:00:00Z"
SAME = Decision(1, "same", "Eva", WHEN, things=(IRIS.person("Jana Alt"), IRIS.person("Jana Neu")))
SPLIT = Decision(
    2,
    "split",
    "Eva",
    WHEN,
    things=(IRIS.person("Jana Alt"),),
    documents=("0123456789abcdef",),
    source_files=("a.txt", "b.txt"),
    reason="Mutter und Tochter",
)
REFUSED = Decision(
    3,
    "refused",
    "Jan",
    WHEN,
    statement=StatementKey(IRIS.project("Bauhof"), str(NW.startDate), "2019"),
)


def test_decisions_come_back_from_the_graph_as_they_were() -> None:
    store = Store()
    keep_decisions(store, (SAME, SPLIT, REFUSED))
    assert read_decisions(store) == (SAME, SPLIT, REFUSED)
    assert validate_store(store).conforms
    refresh_canonical(store, Shelf([]))
    assert read_decisions(store) == (SAME, SPLIT, REFUSED)


def test_a_later_decision_on_the_same_matter_replaces_the_earlier() -> None:
    different = replace(SAME, verdict="different", things=tuple(reversed(SAME.things)))
    decisions = with_decision((SAME, SPLIT), different)
    assert [(each.number, each.verdict) for each in decisions] == [(2, "split"), (3, "different")]


def test_the_last_decision_is_undone_unless_another_is_named() -> None:
    assert without_decision((SAME, SPLIT), None, IRIS) == (SAME,)
    key = SAME.iri(IRIS).rpartition("/")[2]
    assert without_decision((SAME, SPLIT), key[:8], IRIS) == (SPLIT,)
    with pytest.raises(NotFoundError, match="no single decision"):
        without_decision((), None, IRIS)


def test_what_people_keep_apart_no_likeness_joins() -> None:
    readings = (
        a_letter("Jana Vidal", "Leiterin", LEMGO),
        a_letter("Jana Vidal Ortega", "Leiterin", LEMGO),
    )
    store = store_of(*readings)
    pair = (IRIS.person("Jana Vidal"), IRIS.person("Jana Vidal Ortega"))
    keep_decisions(store, [replace(SAME, verdict="different", things=pair)])
    assert refresh_canonical(store, Shelf(readings)).canonical == {}
    assert len(Catalogue(store).persons()) == 2


def test_a_third_name_does_not_join_what_people_keep_apart() -> None:
    names = ("Bauhof Aue", "Der Bauhof Aue", "Bauhof „Aue“")
    readings = [a_report(name, LEMGO) for name in names]
    store = store_of(*readings)
    apart = (IRIS.project(names[0]), IRIS.project(names[1]))
    keep_decisions(store, [replace(SAME, verdict="different", things=apart)])
    outcome = refresh_canonical(store, Shelf(readings))
    chiefs = [outcome.canonical.get(iri, iri) for iri in apart]
    assert chiefs[0] != chiefs[1]


def test_namesakes_that_people_call_one_are_one_card() -> None:
    readings = (
        a_letter("Thomas Müller", "Bürgermeister", LEMGO),
        a_letter("Thomas Müller", "Bürgermeister", MUNICH),
    )
    store = store_of(*readings)
    refresh_canonical(store, Shelf(readings))
    parts = tuple(card.iri for card in Catalogue(store).persons())
    assert len(parts) == 2
    keep_decisions(store, [replace(SAME, things=parts)])
    refresh_canonical(store, Shelf(readings))
    (card,) = Catalogue(store).persons()
    assert {role.organisation for role in card.roles} == {"Lemgo", "München"}


def test_a_refused_kind_removes_the_thing_and_its_functions_from_every_document() -> None:
    reading = a_reading()
    key = StatementKey(
        IRIS.person("Dirk Breves"),
        "http://www.w3.org/1999/02/22-rdf-syntax-ns#type",
        "http://xmlns.com/foaf/0.1/Person",
    )
    statements = to_statements(reading, IRIS, amendments=Amendments(refused=frozenset({key})))
    assert len(statements) < len(to_statements(reading, IRIS))
    assert not [each for each in statements if "dirk-breves" in each.n3()]
    store = Store()
    store.replace(reading.document.id, statements)
    assert validate_store(store).conforms


def test_a_refused_statement_comes_back_when_the_refusal_is_undone() -> None:
    reading = a_reading()
    store, shelf = Store(), Shelf([reading])
    store.replace(reading.document.id, to_statements(reading, IRIS))
    refresh_canonical(store, shelf)
    before = set(store.statements())
    start = StatementKey(IRIS.project("Bauhof Aue-Weser"), str(NW.startDate), "2021")
    keep_decisions(store, [replace(REFUSED, statement=start)])
    refresh_canonical(store, shelf)
    (card,) = Catalogue(store).projects()
    assert card.start is None
    keep_decisions(store, [])
    refresh_canonical(store, shelf)
    assert set(store.statements()) == before


def test_doubtful_pairs_come_before_unsure_statements_and_leave_the_list_once_decided() -> None:
    portals = [
        a_report("Serviceportal", LEMGO),
        a_report("gemeinsames Serviceportal", LEMGO, MUNICH),
    ]
    unsure = Reading(
        a_document(),
        Facts(
            persons=(
                Person(
                    "Dirk Breves",
                    (quoted(TEXT, "Dirk Breves"),),
                    roles=(
                        Role(
                            "Bürgermeister",
                            Actor("Petershagen", "05770028"),
                            quoted(TEXT, "Bürgermeister Dirk Breves", confidence=0.4),
                        ),
                    ),
                ),
            )
        ),
    )
    readings = [*portals, unsure]
    store = store_of(*readings)
    refresh_canonical(store, Shelf(readings))
    catalogue = Catalogue(store)
    pair, statement = open_matters(store, catalogue)
    assert (pair.kind, statement.kind) == ("pair", "statement")
    assert pair.id == pair_id(*pair.things)
    assert "a town in common +0.20" in pair.signals
    assert statement.score == 0.4
    assert "Bürgermeister Dirk Breves" in {proof.quote for proof in statement.evidence}
    ruling = Ruling("Eva", WHEN)
    decisions = with_decision((), decided_on(pair, ruling, is_accepted=False))
    decisions = with_decision(decisions, decided_on(statement, ruling, is_accepted=True))
    keep_decisions(store, decisions)
    refresh_canonical(store, Shelf(readings))
    assert open_matters(store, Catalogue(store)) == ()
    assert read_mentions(store).by_thing
    about = Catalogue(store).statements_about(IRIS.person("Dirk Breves"))
    assert {proof.reviewer for card in about for proof in card.evidence} == {None, "Eva"}


def test_a_corrected_value_stands_with_its_quote_and_whoever_corrected_it() -> None:
    reading = a_reading()
    store, shelf = Store(), Shelf([reading])
    store.replace(reading.document.id, to_statements(reading, IRIS))
    refresh_canonical(store, shelf)
    before = set(store.statements())
    project = IRIS.project("Bauhof Aue-Weser")
    start = StatementKey(project, str(NW.startDate), "2021")
    keep_decisions(store, with_decision((), corrected(start, "2020-05", Ruling("Eva", WHEN))))
    refresh_canonical(store, shelf)
    assert validate_store(store).conforms
    (card,) = Catalogue(store).projects()
    assert card.start == "2020-05"
    (said,) = [
        each for each in Catalogue(store).statements_about(project) if each.value == "2020-05"
    ]
    assert said.evidence
    assert {proof.reviewer for proof in said.evidence} == {"Eva"}
    assert read_decisions(store)[0].replacement == "2020-05"
    keep_decisions(store, [])
    refresh_canonical(store, shelf)
    assert set(store.statements()) == before


@pytest.mark.parametrize(
    ("term", "value", "cause"),
    [
        ("startDate", "bald", "date"),
        ("startDate", "2020-13", "date"),
        ("status", "fertig", "choice"),
        ("result", " ", "length"),
    ],
)
def test_a_correction_that_cannot_be_is_refused_and_says_why(
    term: str, value: str, cause: str
) -> None:
    key = StatementKey(IRIS.project("Bauhof"), str(NW[term]), "2019")
    with pytest.raises(CorrectionError) as refused:
        corrected(key, value, Ruling("Eva", WHEN))
    assert refused.value.cause == cause


def test_what_a_document_is_said_not_to_mention_leaves_that_document_alone() -> None:
    reading = a_reading()
    person = IRIS.person("Dirk Breves")
    store, shelf = Store(), Shelf([reading])
    store.replace(reading.document.id, to_statements(reading, IRIS))
    key = StatementKey(IRIS.document(reading.document.id), str(NW.mentions), person)
    keep_decisions(store, with_decision((), refused(key, Ruling("Eva", WHEN))))
    refresh_canonical(store, shelf)
    assert list(store.about(person)) == []
    other = to_statements(
        replace(reading, document=a_document(text=f"{TEXT} Neu.")),
        IRIS,
        amendments=Amendments(refused=frozenset({key})),
    )
    assert [each for each in other if str(each.subject) == person]
