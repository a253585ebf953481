"""Tells how alike two towns are, and why: size, county, distance."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from ontology.cards import MunicipalityCard
from ontology.gazetteer import Gazetteer, Place, distance_km

__all__ = ["DEFAULT_FIT", "FitWeights", "TownFit", "town_fit"]


@dataclass(frozen=True, slots=True)
class FitWeights:
    """What counts how much for likeness; together 1.

    At `near_km` a visit still fits into a day, and nearness has fallen to 37 % of its start.
    """

    size: float = 0.5
    county: float = 0.2
    land: float = 0.05
    near: float = 0.25
    near_km: float = 50.0


@dataclass(frozen=True, slots=True)
class TownFit:
    """How alike the asking town and the most similar one are, from 0 to 1, and which two."""

    likeness: float
    asker: Place | None = None
    other: Place | None = None

    @property
    def reason(self) -> str | None:
        """In what the two are alike, in German; None where neither in size nor county nor near."""
        if self.asker is None or self.other is None:
            return None
        return _reason(self.asker, self.other)


# Half is size, since budgets and staff go with it; the other half is how near they are.
DEFAULT_FIT = FitWeights()
# From this share on two sizes are called alike.
ALIKE = 0.7
# Up to here two towns are called near: a visit within the day.
NEAR_KM = 50.0


def town_fit(
    asker: Place | None,
    towns: Iterable[MunicipalityCard],
    gazetteer: Gazetteer,
    *,
    weights: FitWeights = DEFAULT_FIT,
) -> TownFit:
    """Return how alike the asking town and the most similar of these are.

    A town is compared with towns and a county with counties; the asking town itself counts not.
    """
    if asker is None:
        return TownFit(0.0)
    places = (gazetteer.get(town.ags) for town in towns)
    others = [place for place in places if place is not None and place.ags != asker.ags]
    alike = [
        (_likeness(asker, other, weights), other.ags, other)
        for other in others
        if other.is_county == asker.is_county
    ]
    if not alike:
        return TownFit(0.0)
    likeness, _, other = max(alike)
    return TownFit(likeness, asker, other)


def _is_alike(asker: Place, other: Place) -> bool:
    return (
        _size_share(asker, other) >= ALIKE
        or _is_same(asker.county_ags, other.county_ags)
        or distance_km(asker, other) <= NEAR_KM
    )


# The same few towns ask, and the same ones answer.
@lru_cache(maxsize=50_000)
def _likeness(one: Place, other: Place, weights: FitWeights) -> float:
    near = math.exp(-distance_km(one, other) / weights.near_km)
    return (
        weights.size * _size_share(one, other)
        + weights.county * _is_same(one.county_ags, other.county_ags)
        + weights.land * _is_same(one.land, other.land)
        + weights.near * near
    )


def _size_share(one: Place, other: Place) -> float:
    small, large = sorted((one.population, other.population))
    return small / large if large else 0.0


def _is_same(one: str | None, other: str | None) -> bool:
    return one is not None and one == other


@lru_cache(maxsize=50_000)
def _reason(asker: Place, other: Place) -> str | None:
    if not _is_alike(asker, other):
        return None
    sizes = f"{_thousands(other.population)} gegenüber {_thousands(asker.population)} Einwohnern"
    parts = [f"ähnlich groß, {sizes}" if _size_share(asker, other) >= ALIKE else sizes]
    if _is_same(asker.county_ags, other.county_ags):
        parts.append("gleicher Kreis")
    elif _is_same(asker.land, other.land):
        parts.append("gleiches Land")
    parts.append(f"{distance_km(asker, other):.0f} km entfernt")
    return f"{other.name} ({'; '.join(parts)})"


def _thousands(population: int) -> str:
    """Round to thousands, as nobody compares towns by heads: 56.000, and 400 below a thousand."""
    rounded = round(population, -3) if population >= 1000 else round(population, -2)
    return f"{rounded:,}".replace(",", ".")
