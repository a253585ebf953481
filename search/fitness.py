"""Says which of the conditions read from a question a find is known to miss."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from ontology.cards import MunicipalityCard
from ontology.gazetteer import Gazetteer, Place, distance_km
from search.conditions import Wanted
from search.grouping import Group

__all__ = ["misses", "weight_of", "works_alone"]

COUNTY_DIGITS = 5
_YEAR = re.compile(r"\d{4}")
_MONEY = re.compile(r"förder|zuschu|zuschü|zuwendung|bundesmittel|landesmittel|leader|efre", re.I)
_JOINT_TEXT = re.compile(
    r"gemeinsam|zusammen(?:arbeit|schl|leg)|interkommunal|kooperation|nachbar|verband|partner|"
    r"\b(?:beide|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf)\s+"
    r"(?:Städte|Gemeinden|Kommunen|Kreise|Orte|Rathäuser|Verwaltungen)",
    re.IGNORECASE,
)
# One town may leave what the others go on with: then the words tell it, not the state.
_END = re.compile(
    r"aufgegeben|gescheitert|eingestellt|beendet|aufgelöst|ausgestiegen|gekündigt|kündig|scheiter|"
    r"Auflösung|Ausstieg|zurückgezogen",
    re.IGNORECASE,
)
ENDED = "eingestellt"
JOINT_KINDS = ("kooperation", "netzwerk")
# What the evidence only hints at moves a find down among its like and never out.
HINTED = 0.9


@dataclass(frozen=True, slots=True)
class _Case:
    """A find beside what is wanted of it: its towns as the gazetteer knows them, and who asks."""

    found: Group
    wanted: Wanted
    places: Sequence[Place]
    asker: Place | None


def misses(
    found: Group, wanted: Wanted, *, asker: Place | None, gazetteer: Gazetteer
) -> tuple[str, ...]:
    """Return the kinds of condition that this find is known not to meet.

    What is not known (a town without a known size, an undertaking without a year) is no miss.
    """
    if not wanted.conditions:
        return ()
    kinds = {each.kind for each in wanted.conditions}.intersection(_CHECKS)
    if not kinds:
        return ()
    places = [place for town in found.municipalities if (place := gazetteer.get(town.ags))]
    case = _Case(found, wanted, places, asker)
    return tuple(kind for kind, is_missed in _CHECKS.items() if kind in kinds and is_missed(case))


def weight_of(found: Group, wanted: Wanted) -> float:
    """Return the factor by which the evidence's words move a find: money asked for, forms not."""
    if not (wanted.is_funded or wanted.wished_regions or wanted.without):
        return 1.0
    texts = " ".join(proof.ranked.passage.text for proof in found.proofs)
    weight = 1.0
    if wanted.is_funded and not _MONEY.search(texts):
        weight *= HINTED
    if _is_elsewhere(found.municipalities, wanted.wished_regions):
        weight *= HINTED
    if any(form.casefold() in texts.casefold() for form in wanted.without):
        weight *= HINTED
    return weight


def works_alone(found: Group) -> bool:
    """Return whether one municipality does this by itself, as far as graph and evidence say."""
    project = found.project
    if project is None or project.kind in JOINT_KINDS or len(project.municipalities) != 1:
        return False
    if len(project.municipalities[0].ags) <= COUNTY_DIGITS:
        return False
    return not any(_JOINT_TEXT.search(proof.ranked.passage.text) for proof in found.proofs)


def _sizes(places: Iterable[Place]) -> list[int]:
    return [place.population for place in places if not place.is_county and place.population]


def _is_too_large(places: Sequence[Place], wanted: Wanted) -> bool:
    limit, sizes = wanted.max_population, _sizes(places)
    return limit is not None and bool(sizes) and min(sizes) > limit


def _is_too_small(places: Sequence[Place], wanted: Wanted) -> bool:
    limit, sizes = wanted.min_population, _sizes(places)
    return limit is not None and bool(sizes) and max(sizes) < limit


def _is_elsewhere(towns: Sequence[MunicipalityCard], prefixes: Sequence[str]) -> bool:
    """Return whether no town's key begins like that of a wanted county or region."""
    if not prefixes or not towns:
        return False
    return not any(town.ags.startswith(prefix) for town in towns for prefix in prefixes)


def _is_outside(found: Group, since: int | None, until: int | None) -> bool:
    if since is None and until is None:
        return False
    project = found.project
    dates = [proof.document.date for proof in found.proofs]
    if project is not None:
        dates += [project.start, *project.starts, project.end]
    years = [int(year.group()) for date in dates if date and (year := _YEAR.match(date))]
    if not years:
        return False
    return (since is not None and max(years) < since) or (until is not None and min(years) > until)


def _is_otherwise(found: Group, wanted: Wanted) -> bool:
    """Return whether all that the passages may speak of is known to be in another state."""
    if not wanted.statuses or (ENDED in wanted.statuses and _tells_of_an_end(found)):
        return False
    told = [each.project for proof in found.proofs for each in proof.vicinity.told]
    cards = [found.project, *told] if found.project else told
    known = {card.status for card in cards if card.status}
    return bool(known) and known.isdisjoint((*wanted.statuses, "unbekannt"))


def _tells_of_an_end(found: Group) -> bool:
    has_end = found.project is not None and found.project.end is not None
    return has_end or any(_END.search(proof.ranked.passage.text) for proof in found.proofs)


def _is_far(places: Sequence[Place], wanted: Wanted, asker: Place | None) -> bool:
    if wanted.near_km is None or asker is None or not places:
        return False
    return min(distance_km(asker, place) for place in places) > wanted.near_km


_CHECKS: dict[str, Callable[[_Case], bool]] = {
    "max_population": lambda case: _is_too_large(case.places, case.wanted),
    "min_population": lambda case: _is_too_small(case.places, case.wanted),
    "about_population": lambda case: (
        _is_too_large(case.places, case.wanted) or _is_too_small(case.places, case.wanted)
    ),
    "county": lambda case: _is_elsewhere(case.found.municipalities, case.wanted.counties),
    "region": lambda case: _is_elsewhere(case.found.municipalities, case.wanted.regions),
    "since": lambda case: _is_outside(case.found, case.wanted.since, None),
    "until": lambda case: _is_outside(case.found, None, case.wanted.until),
    "status": lambda case: _is_otherwise(case.found, case.wanted),
    "near": lambda case: _is_far(case.places, case.wanted, case.asker),
}
