"""Applies the conditions of a question exactly: to documents first, to results in the end."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ontology.cards import DocumentCard, MunicipalityCard, ProjectCard
from ontology.gazetteer import Gazetteer, Place
from search.answer import Question

__all__ = ["Conditions", "find_place", "read_conditions"]

_YEAR = re.compile(r"\d{4}")


@dataclass(frozen=True, slots=True)
class Conditions:
    """What a result must be like; a county is None where the question asks for none."""

    theme: str | None
    county: str | None
    counties: tuple[Place, ...]
    since: int | None
    until: int | None
    max_population: int | None
    gazetteer: Gazetteer

    @property
    def is_empty(self) -> bool:
        """True when every result passes."""
        asked = (self.theme, self.county, self.since, self.until, self.max_population)
        return all(value is None for value in asked)

    def admits(
        self,
        document: DocumentCard,
        project: ProjectCard | None,
        municipalities: Sequence[MunicipalityCard],
    ) -> bool:
        """Return whether a result of this document meets every condition."""
        return (
            self._admits_theme(project)
            and self._admits_years(document, project)
            and self._admits_county(municipalities)
            and self._admits_population(municipalities)
        )

    def _admits_theme(self, project: ProjectCard | None) -> bool:
        if self.theme is None:
            return True
        wanted = self.theme.strip().casefold()
        return project is not None and wanted in {theme.casefold() for theme in project.themes}

    def _admits_years(self, document: DocumentCard, project: ProjectCard | None) -> bool:
        if self.since is None and self.until is None:
            return True
        dates = [document.date]
        if project is not None:
            dates += [project.start, *project.starts, project.end]
        low = self.since if self.since is not None else 0
        high = self.until if self.until is not None else 9999
        return any(low <= year <= high for year in _years(dates))

    def _admits_county(self, municipalities: Iterable[MunicipalityCard]) -> bool:
        if self.county is None:
            return True
        keys = {_county_key(place.ags) for place in self.counties}
        return any(_county_key(town.ags) in keys for town in municipalities)

    def _admits_population(self, municipalities: Iterable[MunicipalityCard]) -> bool:
        if self.max_population is None:
            return True
        sizes = [self._population(town) for town in municipalities if len(town.ags) > COUNTY_DIGITS]
        return any(0 < size <= self.max_population for size in sizes)

    def _population(self, town: MunicipalityCard) -> int:
        if town.population:
            return town.population
        place = self.gazetteer.get(town.ags)
        return place.population if place else 0


# The first five digits of a municipality's key are those of its county.
COUNTY_DIGITS = 5


def read_conditions(question: Question, gazetteer: Gazetteer) -> Conditions:
    """Return the conditions set beside a question."""
    return Conditions(
        theme=question.theme,
        county=question.county,
        counties=_counties(question.county, gazetteer),
        since=question.since,
        until=question.until,
        max_population=question.max_population,
        gazetteer=gazetteer,
    )


def find_place(name: str | None, gazetteer: Gazetteer) -> Place | None:
    """Return the municipality or county of this key or name; of namesakes the largest."""
    if not name or not name.strip():
        return None
    named = gazetteer.named(name)
    return gazetteer.get(name.strip()) or (named[0] if named else None)


def _counties(name: str | None, gazetteer: Gazetteer) -> tuple[Place, ...]:
    """Find counties by key or name; `Herford` alone means `Kreis Herford`."""
    if not name or not name.strip():
        return ()
    bare = name.strip()
    by_key = gazetteer.get(bare)
    if by_key is not None:
        return (by_key,)
    for spelling in (bare, *(f"{kind} {bare}" for kind in COUNTY_KINDS)):
        found = [p for p in gazetteer.named(spelling) if p.is_county or p.is_independent]
        if found:
            return tuple(found)
    return ()


COUNTY_KINDS = ("Kreis", "Landkreis", "Städteregion", "Region", "Regionalverband")


def _county_key(ags: str) -> str:
    return ags[:COUNTY_DIGITS]


def _years(dates: Iterable[str | None]) -> list[int]:
    return [int(found.group()) for date in dates if date and (found := _YEAR.match(date))]
