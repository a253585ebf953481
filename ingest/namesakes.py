"""Decides which of several places of one name a document means: the one near the others."""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.counties import CountyName, county_names
from ingest.lexica import words
from ingest.place_names import PlaceName, Spelling, spelled_places
from ontology.gazetteer import Place, distance_km

__all__ = ["Neighbourhood"]

# Chosen, not measured: towns that work together are rarely farther apart.
NEAR_KM = 60.0
# Kilometres that outweigh a tenfold population among namesakes; chosen, about a county's width.
KM_PER_TENFOLD = 40.0
# Chosen: cities of this size are written about without their region being named.
CITY_INHABITANTS = 60_000


# A short form that only one place has, and that is too long to be another word by chance.
SAFE_CHARS = 7


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """Where a document plays: its unmistakable places and the counties it names."""

    anchors: tuple[Place, ...]
    counties: frozenset[str]
    following: tuple[CountyName, ...] = ()
    publishers: tuple[Place, ...] = ()

    @classmethod
    def of(
        cls,
        flat: str,
        names: Sequence[PlaceName],
        counties: Sequence[CountyName],
        publisher: str | None,
    ) -> "Neighbourhood":
        """Return the neighbourhood that the plain finds of a text and its publisher span."""
        issuers = _issuers(publisher)
        unique = [
            name.spellings[0].place
            for name in names
            if len({one.place.ags for one in name.spellings}) == 1
            and name.spellings[0].is_full
            and (name.name not in words("ambiguous-towns") or _is_called_town(flat, name))
        ]
        near = tuple(dict.fromkeys([*issuers, *(one.place for one in counties), *unique]))
        named = {one.place.ags for one in counties} | {
            one.county_ags for one in issuers if one.county_ags
        }
        return cls(near, frozenset(named), tuple(counties), tuple(issuers))

    def choose(self, name: PlaceName) -> Place:
        """Return the place a name means here."""
        ranked = sorted(name.spellings, key=lambda one: (-self._score(one, name), one.place.ags))
        return ranked[0].place

    def is_near(self, name: PlaceName) -> bool:
        """Return whether the place lies near the document's others, or there are none."""
        place = self.choose(name)
        others = [anchor for anchor in self.anchors if anchor.ags != place.ags]
        if not others:
            return place in self.publishers or place.population >= CITY_INHABITANTS
        return place in self.publishers or self._distance(place) <= NEAR_KM

    def is_plausible(self, name: PlaceName) -> bool:
        """Return whether a name that is no common noun may be taken at its word.

        Short forms of a longer official name must be near or well known.
        """
        if any(one.is_full for one in name.spellings):
            return True
        if len({one.place.ags for one in name.spellings}) == 1 and len(name.name) >= SAFE_CHARS:
            return self._distance(self.choose(name)) <= 2 * NEAR_KM
        return self.is_near(name) or self.choose(name).population >= CITY_INHABITANTS

    def _score(self, spelling: Spelling, name: PlaceName) -> float:
        place = spelling.place
        size = math.log10(place.population + 1)
        distance = self._distance(place) if self.anchors else 0.0
        county = 2.0 if place.county_ags in self.counties else 0.0
        stated = 4.0 if self._is_stated(place, name) else 0.0
        exact = 0.5 if spelling.is_full else 0.0
        return size + county + stated + exact - min(distance, 400.0) / KM_PER_TENFOLD

    def _is_stated(self, place: Place, name: PlaceName) -> bool:
        """Return whether the county stands right behind the name: "Lichtenau im Kreis X"."""
        return any(
            0 <= one.start - name.end <= 8 and one.place.ags == place.county_ags
            for one in self.following
        )

    def _distance(self, place: Place) -> float:
        distances = sorted(
            distance_km(place, anchor) for anchor in self.anchors if anchor.ags != place.ags
        )
        nearest = distances[:3]
        return sum(nearest) / len(nearest) if nearest else 0.0


def _is_called_town(flat: str, name: PlaceName) -> bool:
    return re.search(r"(?:[Ss]tadt|[Gg]emeinde)\s$", flat[: name.start][-12:]) is not None


def _issuers(publisher: str | None) -> list[Place]:
    if not publisher:
        return []
    found = [one.place for one in county_names(publisher)]
    return [*found, *_largest_towns(publisher)]


def _largest_towns(publisher: str) -> list[Place]:
    counties = county_names(publisher)
    return [
        max((one.place for one in name.spellings), key=lambda place: place.population)
        for name in spelled_places(publisher)
        if not any(one.start <= name.start < one.end for one in counties)
    ]
