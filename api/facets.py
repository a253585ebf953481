"""Facets: by what results can be narrowed, and how many each choice leaves."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType

from ontology.gazetteer import gazetteer
from search.answer import Result

__all__ = ["FACETS", "Choice", "Facet", "facets_of", "narrowed"]

# Classes as the statistics of municipalities use them: small, medium and large towns in halves.
_SIZES = ((5_000, "5000"), (10_000, "10000"), (20_000, "20000"), (50_000, "50000"))
_LARGEST = "100000"
_CITY = 100_000
# What began long ago is rare, what runs anew is asked for most.
_PERIODS = ((2023, "from_2023"), (2020, "from_2020"), (2015, "from_2015"), (0, "before_2015"))
# Steps make sense in their own order only: towns from small to large, times from new to old.
_LADDERS: Mapping[str, Sequence[str]] = MappingProxyType(
    {
        "size": (*(name for _, name in _SIZES), "under_city", _LARGEST),
        "period": tuple(name for _, name in _PERIODS),
    }
)
# More choices than that are no choice; the rest are the rare ones.
_MAX_CHOICES = 8


@dataclass(frozen=True, slots=True)
class Choice:
    """A value by which can be narrowed, with the number of results that it leaves."""

    value: str
    count: int
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Facet:
    """A property of results and its values: steps in their order, others by frequency."""

    name: str
    choices: tuple[Choice, ...]


def narrowed(results: Iterable[Result], chosen: Mapping[str, str]) -> list[Result]:
    """Return the results that have every chosen value."""
    return [result for result in results if _has(result, chosen)]


def facets_of(results: Sequence[Result], chosen: Mapping[str, str]) -> list[Facet]:
    """Return each facet with its choices; a facet's own choice does not narrow its counts."""
    facets = []
    for name, values_of in FACETS.items():
        others = {key: value for key, value in chosen.items() if key != name}
        counts = Counter(
            value for result in narrowed(results, others) for value in values_of(result)
        )
        picked = chosen.get(name)
        ordered = sorted(counts.items(), key=partial(_place, _LADDERS.get(name, ()), picked))
        choices = tuple(
            Choice(value, count, value == picked) for value, count in ordered[:_MAX_CHOICES]
        )
        if len(choices) > 1 or picked:
            facets.append(Facet(name, choices))
    return facets


def _place(
    ladder: Sequence[str], picked: str | None, each: tuple[str, int]
) -> tuple[int, bool, int, str]:
    """Return where a choice stands: steps as they follow, else picked and frequent first."""
    value, count = each
    step = ladder.index(value) if value in ladder else len(ladder)
    return step, value != picked, -count, value


def _has(result: Result, chosen: Mapping[str, str]) -> bool:
    return all(value in FACETS[name](result) for name, value in chosen.items() if value)


def _themes(result: Result) -> set[str]:
    return set(result.project.themes) if result.project else set()


def _counties(result: Result) -> set[str]:
    places = (gazetteer().get(town.ags) for town in result.municipalities)
    return {
        place.name if place.is_county or place.is_independent else place.county or place.name
        for place in places
        if place
    }


def _sizes(result: Result) -> set[str]:
    places = (gazetteer().get(town.ags) for town in result.municipalities)
    return {_size(place.population) for place in places if place and not place.is_county}


def _size(population: int) -> str:
    for limit, name in _SIZES:
        if population < limit:
            return name
    return "under_city" if population < _CITY else _LARGEST


def _periods(result: Result) -> set[str]:
    start = result.project.start if result.project else None
    if not start:
        return set()
    return {next(name for first, name in _PERIODS if int(start[:4]) >= first)}


def _statuses(result: Result) -> set[str]:
    return {result.project.status} if result.project and result.project.status else set()


def _kinds(result: Result) -> set[str]:
    return {find.document.kind for find in result.evidence}


def _partners(result: Result) -> set[str]:
    return {find.document.partner for find in result.evidence if find.document.partner}


FACETS: Mapping[str, Callable[[Result], set[str]]] = MappingProxyType(
    {
        "theme": _themes,
        "county": _counties,
        "size": _sizes,
        "period": _periods,
        "status": _statuses,
        "document": _kinds,
        "partner": _partners,
    }
)
