import itertools

import pytest

from graph.catalogue import Catalogue
from graph.convert import to_statements
from graph.resolution import (
    NamedUndertaking,
    normalised_name,
    refresh_canonical,
    same_undertakings,
)
from graph.store import Store
from ontology.iris import Iris
from ontology.model import Facts, Reading
from tests.graph.readings import TEXT, a_document, a_project

LEMGO, HILLE = "https://a.de/lemgo", "https://a.de/hille"


def known(iri: str, name: str, *towns: str) -> NamedUndertaking:
    return NamedUndertaking(f"https://a.de/{iri}", name, frozenset(towns))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Wissens-Netzwerk Nord", "Wissensnetzwerk Nord"),
        ("„Bauhof Aue-Weser“", "der Bauhof Aue Weser"),
        ("Digitales Dorf Altmark", "Das digitale Dorf Altmark"),
        ("interkommunale Kooperation der Archive", "Kooperation der Archive"),
    ],
)
def test_spellings_of_one_name_are_equal(one: str, other: str) -> None:
    assert normalised_name(one) == normalised_name(other)


def test_different_names_stay_different() -> None:
    assert normalised_name("Bauhof Nord") != normalised_name("Bauhof Süd")
    assert normalised_name("gemeinsam") != normalised_name("interkommunal")


def test_the_same_name_with_a_shared_town_is_one_undertaking() -> None:
    one, other = known("a", "Bauhof Aue", LEMGO), known("b", "der Bauhof Aue", LEMGO, HILLE)
    assert [(str(each.subject), str(each.object)) for each in same_undertakings([one, other])] == [
        ("https://a.de/a", "https://a.de/b")
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(
            known("a", "Bauhof Aue", LEMGO), known("b", "Bauhof Aue", HILLE), id="no shared town"
        ),
        pytest.param(
            known("a", "Serviceportal", LEMGO),
            known("b", "Serviceportal", LEMGO, HILLE),
            id="generic name, other towns",
        ),
        pytest.param(
            known("a", "Bauhof Aue", LEMGO), known("b", "Bauhof Alm", LEMGO), id="other name"
        ),
        pytest.param(
            known("a", "Bauhof Aue", LEMGO), known("a", "Der Bauhof Aue", LEMGO), id="one"
        ),
    ],
)
def test_what_is_not_sure_is_not_linked(one: NamedUndertaking, other: NamedUndertaking) -> None:
    assert same_undertakings([one, other]) == ()


def test_the_order_of_mentions_does_not_matter() -> None:
    all_known = [
        known("a", "Bauhof Aue", LEMGO),
        known("b", "Der Bauhof Aue", LEMGO, HILLE),
        known("c", "Bauhof „Aue“", HILLE),
    ]
    outcomes = {same_undertakings(order) for order in itertools.permutations(all_known)}
    assert len(outcomes) == 1
    assert len(outcomes.pop()) == 2


def test_one_card_is_made_of_an_undertaking_under_two_names_and_again_two_after_forgetting() -> (
    None
):
    iris, store = Iris(), Store()
    for number, name in enumerate(("Bauhof Aue-Weser", "Der Bauhof Aue Weser")):
        document = a_document(f"{TEXT} {number}")
        reading = Reading(document, Facts(projects=(a_project(name=name),)))
        store.replace(document.id, to_statements(reading, iris))
    assert len(Catalogue(store).projects()) == 2
    assert refresh_canonical(store) == 1
    (card,) = Catalogue(store).projects()
    assert {span.document_id for span in card.spans} == set(store.document_ids())
    for name in ("Bauhof Aue-Weser", "Der Bauhof Aue Weser"):
        assert Catalogue(store).project(iris.project(name)) == card
    store.forget(store.document_ids()[0])
    assert refresh_canonical(store) == 0
    assert store.agrees()
