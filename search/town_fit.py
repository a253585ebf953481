"""Tells how alike two towns are: size, county, distance."""

import math
from collections.abc import Iterable

from ontology.cards import MunicipalityCard
from ontology.gazetteer import Gazetteer, Place, distance_km

__all__ = ["similar_town"]

# Half is size, since budgets and staff go with it; the other half is how near they are.
SIZE_SHARE = 0.5
COUNTY_SHARE = 0.25
NEAR_SHARE = 0.25
# At this distance a visit still fits into a day; the likeness has fallen to 37 % of its start.
NEAR_KM = 50.0


def similar_town(
    asker: Place | None, towns: Iterable[MunicipalityCard], gazetteer: Gazetteer
) -> float:
    """Return how alike the asking town and the most similar of these are, from 0 to 1.

    A town is compared with towns and a county with counties; the asking town itself counts not.
    """
    if asker is None:
        return 0.0
    places = (gazetteer.get(town.ags) for town in towns)
    others = [place for place in places if place is not None and place.ags != asker.ags]
    alike = [_likeness(asker, other) for other in others if other.is_county == asker.is_county]
    return max(alike, default=0.0)


def _likeness(one: Place, other: Place) -> float:
    small, large = sorted((one.population, other.population))
    size = small / large if large else 0.0
    county = one.county_ags is not None and one.county_ags == other.county_ags
    near = math.exp(-distance_km(one, other) / NEAR_KM)
    return SIZE_SHARE * size + COUNTY_SHARE * county + NEAR_SHARE * near
