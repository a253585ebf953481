from dataclasses import replace

import pytest

from graph.catalogue import Catalogue
from graph.convert import to_statements
from graph.reference import load_reference
from graph.store import Store
from ontology.cards import ContactCard, RoleCard, Span
from ontology.model import Actor, Claim, Evidence, Facts, Person, Project, Reading, Role
from tests.graph.readings import TEXT, a_document, a_project, a_reading, quoted

DETAILS = a_reading()
PROJECT = "Bauhof Aue-Weser"


def store_of(*readings: Reading) -> Store:
    store = Store()
    for reading in readings:
        store.replace(reading.document.id, to_statements(reading, store.iris))
    return store


def telling(project: Project, text: str = TEXT, *, date: str | None = None) -> Reading:
    return Reading(replace(a_document(text), date=date), Facts(projects=(project,)))


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return Catalogue(store_of(DETAILS))


def test_a_document_is_described_as_the_manifest_said(catalogue: Catalogue) -> None:
    (card,) = catalogue.documents()
    assert catalogue.document(DETAILS.document.id) == card
    assert (card.title, card.kind, card.date) == (
        "Gemeinsamer Bauhof",
        "pressemitteilung",
        "2023-06-01",
    )
    assert (card.publisher, card.rights, card.source_file) == (
        "Stadt Petershagen",
        "cc-by-4.0",
        "bauhof.txt",
    )
    assert catalogue.document("unknown") is None


def test_an_undertaking_has_its_towns_with_the_lead_first(catalogue: Catalogue) -> None:
    (card,) = catalogue.projects()
    assert [town.name for town in card.municipalities] == ["Petershagen", "Hille"]
    assert (card.name, card.kind, card.status) == (PROJECT, "kooperation", "laufend")
    assert (card.start, card.themes) == ("2021", ("Umwelt und Wasser",))
    assert catalogue.project(card.iri) == card
    assert catalogue.projects_in(DETAILS.document.id) == (card,)
    assert catalogue.town_projects("05770012") == (card,)
    assert catalogue.town_projects("05766020") == ()


def test_the_spans_of_an_undertaking_are_those_of_its_evidence(catalogue: Catalogue) -> None:
    (card,) = catalogue.projects()
    spans = [TEXT[span.start : span.end] for span in card.spans]
    assert spans[0] == "Bauhof"
    assert "seit 2021" in spans
    assert card.spans == tuple(sorted(card.spans))


def test_the_named_contact_comes_before_the_nearest_person(catalogue: Catalogue) -> None:
    (card,) = catalogue.projects()
    assert [contact.name for contact in card.contacts] == ["Ilse Kramp", "Dirk Breves"]
    assert card.contacts[1] == ContactCard(
        "Dirk Breves",
        "Bürgermeister",
        "Petershagen",
        "https://w3id.org/nachbarwissen/id/person/dirk-breves",
    )


def test_persons_of_a_town_come_with_their_roles(catalogue: Catalogue) -> None:
    (person,) = catalogue.persons_of("05770028")
    assert person.roles == (
        RoleCard(
            "Bürgermeister",
            "Petershagen",
            "https://w3id.org/nachbarwissen/id/municipality/05770028",
        ),
    )
    assert catalogue.person(person.iri) == person
    assert catalogue.persons_of("05770012") == ()


def test_town_spans_are_given_by_key(catalogue: Catalogue) -> None:
    spans = catalogue.municipality_spans(DETAILS.document.id)
    assert set(spans) == {"05770012", "05770028"}
    first = spans["05770028"][0]
    assert TEXT[first.start : first.end] == "Stadt Petershagen"
    assert catalogue.municipality_spans("unknown") == {}


def test_a_town_is_known_without_any_document() -> None:
    town = Catalogue(Store()).municipality("05766020")
    assert town is not None
    assert (town.name, town.population) == ("Detmold", 74835)
    assert Catalogue(Store()).municipality("00000000") is None


def test_the_beginning_is_the_one_most_documents_give_and_all_are_kept() -> None:
    def begun(year: str) -> Project:
        return replace(a_project(), starts=(Claim(year, quoted(TEXT, "2021")),))

    readings = [telling(begun(year), f"{TEXT} {n}") for n, year in enumerate(["2020", "2019"])]
    (tied,) = Catalogue(store_of(*readings)).projects()
    assert (tied.start, tied.starts) == ("2019", ("2019", "2020"))
    readings.append(telling(begun("2020"), f"{TEXT} third"))
    (decided,) = Catalogue(store_of(*readings)).projects()
    assert (decided.start, decided.starts) == ("2020", ("2019", "2020"))


def test_the_status_is_that_of_the_newest_document() -> None:
    def standing(status: str) -> Project:
        return replace(a_project(), status=Claim(status, quoted(TEXT, "betreiben")))

    readings = [
        telling(standing("abgeschlossen"), f"{TEXT} 1", date="2024-01-31"),
        telling(standing("laufend"), f"{TEXT} 2", date="2022"),
        telling(standing("geplant"), f"{TEXT} 3"),
    ]
    (card,) = Catalogue(store_of(*readings)).projects()
    assert card.status == "abgeschlossen"


def test_at_most_three_contacts_and_nobody_from_elsewhere() -> None:
    def person(name: str, place: Actor, role: str | None) -> Person:
        return Person(name, (quoted(TEXT, "Bauhof"),), roles=(Role(role, place, EVIDENCE),))

    hille, elsewhere = Actor("Hille", "05770012"), Actor("Lemgo", "05766044")
    persons = (
        person("Ohne Rolle", hille, None),
        person("Von Woanders", elsewhere, "Bürgermeister"),
        *(person(f"Person {letter}", hille, "Amtsleiterin") for letter in "ABCD"),
    )
    facts = Facts(persons=persons, projects=(replace(a_project(), contacts=()),))
    (card,) = Catalogue(store_of(Reading(a_document(), facts))).projects()
    assert [contact.name for contact in card.contacts] == ["Person A", "Person B", "Person C"]


EVIDENCE = Evidence(0, 11, TEXT[:11])


def test_statements_about_a_thing_are_named_in_german_with_their_evidence() -> None:
    store = store_of(DETAILS)
    load_reference(store)
    catalogue = Catalogue(store)
    cards = {
        (card.label, card.value): card
        for card in catalogue.statements_about(store.iris.project(PROJECT))
    }
    assert ("beteiligt", "Hille") in cards
    assert ("Thema", "Umwelt und Wasser") in cards
    begun = cards["Beginn", "2021"]
    assert [each.quote for each in begun.evidence] == ["seit 2021"]
    assert begun.value_iri is None
    assert begun.evidence[0].document_id == DETAILS.document.id
    person = catalogue.statements_about(store.iris.person("Dirk Breves"))
    assert ("Funktion", "Bürgermeister, Petershagen") in {(c.label, c.value) for c in person}


def test_nothing_is_said_about_an_unknown_thing(catalogue: Catalogue) -> None:
    assert catalogue.statements_about("https://example.org/nobody") == ()
    assert catalogue.mentions("https://example.org/nobody") == ()
    assert catalogue.person("https://example.org/nobody") is None


def test_mentions_are_spans_of_documents(catalogue: Catalogue) -> None:
    place = TEXT.index("Jan Rode") - len("fehlte ")
    (span,) = catalogue.mentions("https://w3id.org/nachbarwissen/id/person/jan-rode")
    assert span == Span(DETAILS.document.id, place, place + len("fehlte Jan Rode"))
