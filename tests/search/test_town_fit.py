import pytest

from ontology.gazetteer import gazetteer
from search.filters import find_place
from search.town_fit import similar_town
from tests.search.models import DETMOLD, LEMGO, ULM


def test_size_county_and_distance_make_towns_alike() -> None:
    places = gazetteer()
    lemgo = places.get(LEMGO.ags)
    near, far = (similar_town(lemgo, [town], places) for town in (DETMOLD, ULM))
    assert 0.7 < near < 0.8
    assert 0.1 < far < 0.2
    assert similar_town(lemgo, [ULM, DETMOLD], places) == near


def test_a_county_is_compared_with_counties_only() -> None:
    places = gazetteer()
    assert similar_town(places.get("05766"), [DETMOLD], places) == 0.0


def test_nobody_asking_means_nobody_alike() -> None:
    assert similar_town(None, [DETMOLD], gazetteer()) == 0.0


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
