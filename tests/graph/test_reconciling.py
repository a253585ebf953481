import itertools
from collections.abc import Iterable, Sequence

import pytest

from graph.canonical import refresh_canonical
from graph.catalogue import Catalogue
from graph.convert import to_statements
from graph.decisions import Decision
from graph.mentions import read_mentions
from graph.reconciling import Outcome, reconcile
from graph.store import Store
from ontology.cards import PersonCard
from ontology.iris import Iris
from ontology.model import (
    Actor,
    ActorClaim,
    Evidence,
    Facts,
    MunicipalityMention,
    OrganisationMention,
    Person,
    Project,
    Reading,
    Role,
)
from tests.graph.readings import a_document

LEMGO, HILLE = Actor("Lemgo", "05766044"), Actor("Hille", "05770012")
MUNICH = Actor("München", "09162000")
IRIS = Iris()


class Shelf:
    """Readings by document, as the archive keeps them."""

    def __init__(self, readings: Iterable[Reading]) -> None:
        self.readings = {reading.document.id: reading for reading in readings}

    def load(self, document_id: str) -> Reading:
        return self.readings[document_id]


def at(text: str, quote: str) -> Evidence:
    start = text.index(quote)
    return Evidence(start, start + len(quote), quote, 0.9)


def towns(text: str, *places: Actor) -> tuple[MunicipalityMention, ...]:
    return tuple(
        MunicipalityMention(place.name, "Stadt", place.ags or "", (at(text, place.name),))
        for place in places
        if place.name in text
    )


def a_letter(name: str, role: str | None, place: Actor | None, *, more: str = "") -> Reading:
    """Return a document in which a person appears in a role at a place."""
    text = f"{role or 'Gast'} {name}, {place.name if place else 'ohne Amt'}. {more}"
    document = a_document(text)
    held = (Role(role, place, at(text, name)),) if role or place else ()
    person = Person(name, (at(text, name),), roles=held)
    known = (place, *(each for each in (LEMGO, HILLE, MUNICH) if each.name in more))
    mentioned = towns(text, *dict.fromkeys(each for each in known if each and each.ags))
    return Reading(document, Facts(persons=(person,), municipalities=mentioned))


def a_report(name: str, *places: Actor, themes: Sequence[str] = ()) -> Reading:
    """Return a document that tells of an undertaking of some towns."""
    text = f"{name}: {', '.join(place.name for place in places)} {' '.join(themes)}"
    project = Project(
        name,
        "kooperation",
        (at(text, name),),
        participants=tuple(ActorClaim(place, at(text, place.name)) for place in places),
    )
    return Reading(
        a_document(text), Facts(projects=(project,), municipalities=towns(text, *places))
    )


def a_note(*organisations: OrganisationMention, text: str, place: Actor) -> Reading:
    return Reading(
        a_document(text), Facts(organisations=organisations, municipalities=towns(text, place))
    )


def store_of(*readings: Reading) -> Store:
    store = Store()
    for reading in readings:
        store.replace(reading.document.id, to_statements(reading, IRIS))
    return store


def outcome_of(*readings: Reading, decisions: Sequence[Decision] = ()) -> Outcome:
    return reconcile(read_mentions(store_of(*readings)), decisions)


def refreshed(*readings: Reading) -> tuple[Store, Catalogue]:
    store = store_of(*readings)
    refresh_canonical(store, Shelf(readings))
    return store, Catalogue(store)


def test_a_second_surname_at_the_same_office_is_one_person_with_all_sources() -> None:
    short = a_letter("Jana Vidal", "Leiterin", LEMGO)
    long = a_letter("Jana Vidal Ortega", "Leiterin", LEMGO)
    store, catalogue = refreshed(short, long)
    (person,) = catalogue.persons()
    assert {span.document_id for span in catalogue.mentions(person.iri)} == set(
        store.document_ids()
    )
    assert catalogue.person(IRIS.person("Jana Vidal Ortega")) == person
    assert catalogue.person(IRIS.person("Jana Vidal")) == person
    (pair,) = outcome_of(short, long).pairs
    assert pair.outcome == "merged"
    assert "same organisation +0.50" in pair.signals


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Andrea Kling", "Andreas Kling", id="two given names"),
        pytest.param("Rolf Meier", "Rolf Meyer", id="two surnames"),
        pytest.param("Kling", "Andrea Kling", id="a mere surname"),
        pytest.param("Peter Kling", "Petra Kling", id="sister and brother"),
    ],
)
def test_alike_names_in_one_office_are_not_one_person(one: str, other: str) -> None:
    outcome = outcome_of(a_letter(one, "Leitung", LEMGO), a_letter(other, "Leitung", LEMGO))
    assert outcome.canonical == {}


def names_and_places(persons: Iterable[PersonCard]) -> list[tuple[str, list[str | None]]]:
    return [(person.name, [role.organisation for role in person.roles]) for person in persons]


def test_mayors_of_two_towns_with_one_name_are_two_persons() -> None:
    readings = (
        a_letter("Thomas Müller", "Bürgermeister", LEMGO),
        a_letter("Thomas Müller", "Bürgermeister", MUNICH),
        a_letter("Thomas Müller", None, None),
    )
    store, catalogue = refreshed(*readings)
    assert [person.iri.rpartition("/")[2] for person in catalogue.persons()] == [
        "thomas-mueller",
        "thomas-mueller--lemgo",
        "thomas-mueller--muenchen",
    ]
    assert names_and_places(catalogue.persons())[1:] == [
        ("Thomas Müller", ["Lemgo"]),
        ("Thomas Müller", ["München"]),
    ]
    assert store.agrees()


def test_namesakes_are_one_again_when_one_of_them_is_forgotten() -> None:
    readings = (
        a_letter("Thomas Müller", "Bürgermeister", LEMGO),
        a_letter("Thomas Müller", "Bürgermeister", MUNICH),
    )
    store, _ = refreshed(*readings)
    store.forget(readings[1].document.id)
    refresh_canonical(store, Shelf(readings))
    (person,) = Catalogue(store).persons()
    assert person.iri == IRIS.person("Thomas Müller")
    alone = store_of(readings[0])
    refresh_canonical(alone, Shelf(readings))
    assert set(alone.statements()) == set(store.statements())


def test_one_person_who_changes_office_in_the_same_town_stays_one() -> None:
    outcome = outcome_of(
        a_letter("Thomas Müller", "Kämmerer", LEMGO),
        a_letter("Thomas Müller", "Bürgermeister", LEMGO),
    )
    assert outcome.partings == {}


def test_the_same_stadtwerke_in_two_towns_are_two_bodies() -> None:
    readings = [
        a_note(OrganisationMention("Stadtwerke", (at(text, "Stadtwerke"),)), text=text, place=place)
        for text, place in (("Stadtwerke in Lemgo", LEMGO), ("Stadtwerke in Hille", HILLE))
    ]
    (parting,) = outcome_of(*readings).partings.values()
    assert [part.iri.rpartition("/")[2] for part in parting.parts] == [
        "stadtwerke--lemgo",
        "stadtwerke--hille",
    ]


def test_a_declared_short_form_means_the_body_written_out() -> None:
    long = "Wassergesellschaft Nord in Lemgo heißt WGN."
    full = OrganisationMention(
        "Wassergesellschaft Nord", (at(long, "Wassergesellschaft Nord"),), ("WGN",)
    )
    short = "Die WGN Nord baut in Lemgo."
    outcome = outcome_of(
        a_note(full, text=long, place=LEMGO),
        a_note(OrganisationMention("WGN Nord", (at(short, "WGN Nord"),)), text=short, place=LEMGO),
    )
    assert outcome.canonical == {
        IRIS.organisation("WGN Nord"): IRIS.organisation("Wassergesellschaft Nord")
    }


def test_the_same_name_with_a_shared_town_is_one_undertaking() -> None:
    _, catalogue = refreshed(
        a_report("Bauhof Aue-Weser", LEMGO), a_report("Der Bauhof Aue Weser", LEMGO, HILLE)
    )
    (card,) = catalogue.projects()
    for name in ("Bauhof Aue-Weser", "Der Bauhof Aue Weser"):
        assert catalogue.project(IRIS.project(name)) == card
    assert [town.name for town in card.municipalities] == ["Hille", "Lemgo"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(
            a_report("Bauhof Aue", LEMGO), a_report("der Bauhof Aue", HILLE), id="no shared town"
        ),
        pytest.param(
            a_report("Serviceportal", LEMGO),
            a_report("gemeinsames Serviceportal", HILLE, LEMGO),
            id="generic name, other towns",
        ),
        pytest.param(a_report("Bauhof Aue", LEMGO), a_report("Bauhof Alm", LEMGO), id="other name"),
        pytest.param(
            a_report("Bauhof Aue 2020", LEMGO), a_report("Bauhof Aue 2030", LEMGO), id="other year"
        ),
        pytest.param(
            a_report("Digitalpakt Lemgo", LEMGO),
            a_report("Digitalpakt Lemgo Hille", LEMGO, HILLE),
            id="a further town",
        ),
        pytest.param(
            a_report("Bauhof Neuenkirchen", LEMGO),
            a_report("Bauhof Neunkirchen", LEMGO),
            id="two towns but for a letter",
        ),
        pytest.param(
            a_report("Digitalpakt Aue", LEMGO),
            a_report("Digitalpakt Aue Umsetzungskonzept", LEMGO),
            id="a part of it",
        ),
    ],
)
def test_what_is_not_sure_is_not_joined(one: Reading, other: Reading) -> None:
    assert outcome_of(one, other).canonical == {}


def test_a_misspelt_name_of_the_same_towns_is_one_undertaking() -> None:
    one, other = (
        a_report(name, LEMGO, HILLE)
        for name in ("Digitalwerkstatt Kalldorff", "Digitalwerkstatt Kaldorff")
    )
    assert len(outcome_of(one, other).canonical) == 1


def test_a_short_form_that_fits_two_bodies_joins_neither() -> None:
    text = "Die Gesellschaft Nord GmbH (GN), die Genossenschaft Norden eG (GN) und die GN in Lemgo."
    names = (("Gesellschaft Nord GmbH", ("GN",)), ("Genossenschaft Norden eG", ("GN",)), ("GN", ()))
    found = (OrganisationMention(name, (at(text, name),), shorts) for name, shorts in names)
    outcome = outcome_of(a_note(*found, text=text, place=LEMGO))
    assert outcome.canonical == {}
    assert {pair.outcome for pair in outcome.pairs} == {"doubtful"}


def test_the_order_of_documents_does_not_matter() -> None:
    readings = (
        a_report("Bauhof Aue", LEMGO),
        a_report("Der Bauhof Aue", LEMGO, HILLE),
        a_letter("Thomas Müller", "Bürgermeister", LEMGO),
        a_letter("Thomas Müller", "Bürgermeister", MUNICH),
    )
    graphs = []
    for order in itertools.permutations(readings):
        store, _ = refreshed(*order)
        graphs.append(set(store.statements()))
    assert all(graph == graphs[0] for graph in graphs)


def test_reconciling_again_changes_nothing() -> None:
    readings = (
        a_letter("Thomas Müller", "Bürgermeister", LEMGO),
        a_letter("Thomas Müller", "Bürgermeister", MUNICH),
        a_report("Bauhof Aue", LEMGO),
    )
    store, _ = refreshed(*readings)
    before = set(store.statements())
    refresh_canonical(store, Shelf(readings))
    assert set(store.statements()) == before
