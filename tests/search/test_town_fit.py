import pytest

from ontology.cards import MunicipalityCard
from ontology.gazetteer import gazetteer
from search.filters import find_place
from search.town_fit import FitWeights, TownFit, town_fit
from tests.search.models import DETMOLD, LEMGO, ULM


def test_size_county_and_distance_make_towns_alike() -> None:
    places = gazetteer()
    lemgo = places.get(LEMGO.ags)
    near, far = (town_fit(lemgo, [town], places) for town in (DETMOLD, ULM))
    assert 0.65 < near.likeness < 0.8
    assert 0.1 < far.likeness < 0.2
    assert town_fit(lemgo, [ULM, DETMOLD], places) == near
    assert near.reason == (
        "Detmold (75.000 gegenüber 41.000 Einwohnern; gleicher Kreis; 10 km entfernt)"
    )
    assert far.reason is None


@pytest.mark.parametrize(
    ("asker", "other", "is_alike"),
    [
        pytest.param("Lügde", "Lemgo", True, id="same county, though of other size"),
        pytest.param("Barntrup", "Aerzen", True, id="near, though of another county and Land"),
        pytest.param("Lemgo", "Wesseling", True, id="far, yet of like size"),
        pytest.param("Lügde", "Andernach", False, id="neither like in size nor in county nor near"),
        pytest.param("Lemgo", "Ulm", False, id="a city far away"),
    ],
)
def test_only_a_town_that_is_alike_in_something_is_called_so(
    asker: str, other: str, *, is_alike: bool
) -> None:
    places = gazetteer()
    one, two = (find_place(name, places) for name in (asker, other))
    assert two is not None
    card = MunicipalityCard("", two.name, two.kind, two.ags)
    assert (town_fit(one, [card], places).reason is not None) is is_alike


def test_towns_of_like_size_are_called_so_and_the_weights_are_open() -> None:
    places = gazetteer()
    lemgo, lage = places.get(LEMGO.ags), places.get("05766040")
    assert lage is not None
    card = MunicipalityCard("", lage.name, lage.kind, lage.ags)
    fit = town_fit(lemgo, [card], places)
    assert fit.reason is not None
    assert fit.reason.startswith("Lage (ähnlich groß, ")
    only_county = FitWeights(size=0.0, county=1.0, land=0.0, near=0.0)
    assert town_fit(lemgo, [card], places, weights=only_county).likeness == 1.0


def test_a_county_is_compared_with_counties_only() -> None:
    places = gazetteer()
    assert town_fit(places.get("05766"), [DETMOLD], places) == TownFit(0.0)


def test_nobody_asking_means_nobody_alike() -> None:
    assert town_fit(None, [DETMOLD], gazetteer()) == TownFit(0.0)


@pytest.mark.parametrize(
    ("name", "ags"),
    [
        ("Lemgo", "05766044"),
        (" lemgo ", "05766044"),
        ("05766", "05766"),
        ("Nirgendwo", None),
        (None, None),
    ],
)
def test_a_place_is_found_by_name_or_key(name: str | None, ags: str | None) -> None:
    place = find_place(name, gazetteer())
    assert (place.ags if place else None) == ags
