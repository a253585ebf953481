"""All German municipalities and counties: who they are, where they lie, how big they are."""

import csv
import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

__all__ = ["Gazetteer", "Place", "distance_km", "gazetteer"]

# Mean Earth radius of the IUGG, enough for "how far is the next town".
EARTH_RADIUS_KM = 6371.0088


@dataclass(frozen=True, slots=True)
class Place:
    """A municipality (8-digit AGS) or county (5-digit AGS) as official statistics name it.

    `name` of a county carries its kind (`Kreis Lippe`); `population` is of 31.12.2023, for a
    county the sum of its municipalities; `county_ags` and `ars` (the regional key of 12 digits) are
    None for counties themselves.
    """

    ags: str
    name: str
    kind: str
    county: str | None
    county_ags: str | None
    land: str
    population: int
    latitude: float
    longitude: float
    ars: str | None = None

    def __hash__(self) -> int:
        """Return the hash of its key: places stand in caches that are asked often."""
        return hash(self.ags)

    @property
    def is_county(self) -> bool:
        """True for Kreis, Landkreis, Städteregion and the like."""
        return len(self.ags) == 5

    @property
    def is_independent(self) -> bool:
        """True for a kreisfreie Stadt, which is municipality and county in one."""
        return self.kind == "Kreisfreie Stadt"


class Gazetteer:
    """Look-up by key and by name; a name can mean several places, a key only one."""

    def __init__(self, places: Iterable[Place]) -> None:
        self._by_ags: dict[str, Place] = {place.ags: place for place in places}
        self._by_name: defaultdict[str, list[Place]] = defaultdict(list)
        self._members: defaultdict[str, list[Place]] = defaultdict(list)
        for place in self._by_ags.values():
            self._by_name[place.name.casefold()].append(place)
            if place.county_ags and not place.is_independent:
                self._members[place.county_ags].append(place)

    def __len__(self) -> int:
        return len(self._by_ags)

    def places(self) -> Iterable[Place]:
        """Return every municipality and county, ordered by AGS."""
        return (self._by_ags[ags] for ags in sorted(self._by_ags))

    def get(self, ags: str) -> Place | None:
        """Return the place with this key, if there is one."""
        return self._by_ags.get(ags)

    def named(self, name: str) -> tuple[Place, ...]:
        """Return all places of exactly this name (case is ignored), most inhabitants first."""
        found = self._by_name.get(name.strip().casefold(), [])
        return tuple(sorted(found, key=lambda place: (-place.population, place.ags)))

    def members(self, county_ags: str) -> tuple[Place, ...]:
        """Return the municipalities of a county, ordered by name."""
        return tuple(sorted(self._members.get(county_ags, []), key=lambda place: place.name))


def distance_km(one: Place, other: Place) -> float:
    """Return the great-circle distance of two places' centres (haversine formula)."""
    lat1, lat2 = math.radians(one.latitude), math.radians(other.latitude)
    half_lat = (lat2 - lat1) / 2
    half_lon = math.radians(other.longitude - one.longitude) / 2
    chord = math.sin(half_lat) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin(half_lon) ** 2
    return 2 * EARTH_RADIUS_KM * math.asin(math.sqrt(chord))


@cache
def gazetteer() -> Gazetteer:
    """Return the gazetteer of `ontology/data/municipalities.csv`, read once a process."""
    source = files("ontology") / "data" / "municipalities.csv"
    with source.open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines))
    towns = [_municipality(row) for row in rows]
    return Gazetteer([*towns, *_counties(towns)])


def _municipality(row: Mapping[str, str]) -> Place:
    return Place(
        ags=row["ags"],
        name=row["name"],
        kind=row["kind"],
        county=row["kreis"],
        county_ags=row["kreis_ags"],
        land=row["land"],
        population=int(row["population"] or 0),
        latitude=float(row["lat"]),
        longitude=float(row["lon"]),
        ars=row["ars"],
    )


def _counties(towns: Iterable[Place]) -> list[Place]:
    members: defaultdict[str, list[Place]] = defaultdict(list)
    for town in towns:
        if town.county_ags and not town.is_independent:
            members[town.county_ags].append(town)
    return [_county(ags, inside) for ags, inside in sorted(members.items())]


def _county(ags: str, inside: list[Place]) -> Place:
    name = inside[0].county or ags
    weight = sum(town.population for town in inside) or 1
    return Place(
        ags=ags,
        name=name,
        kind=_county_kind(name),
        county=None,
        county_ags=None,
        land=inside[0].land,
        population=sum(town.population for town in inside),
        latitude=sum(town.latitude * town.population for town in inside) / weight,
        longitude=sum(town.longitude * town.population for town in inside) / weight,
    )


def _county_kind(name: str) -> str:
    for kind in ("Landkreis", "Städteregion", "Regionalverband", "Region"):
        if name.startswith(kind):
            return kind
    return "Kreis"
