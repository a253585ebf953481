"""Cooperation: which municipalities do how many things together."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from api.drawing import Link
from ontology.cards import MunicipalityCard, ProjectCard

__all__ = ["Partner", "cooperation_links", "partners_of"]

# Where more take part, that two of them are named together says nothing about the two.
MAX_PARTNERS = 20


@dataclass(frozen=True, slots=True)
class Partner:
    """A municipality that takes part in the same undertakings as another."""

    card: MunicipalityCard
    projects: tuple[ProjectCard, ...]


def partners_of(ags: str, projects: Iterable[ProjectCard]) -> list[Partner]:
    """Return who shares these undertakings with a municipality, the closest partner first."""
    shared: dict[str, list[ProjectCard]] = {}
    cards: dict[str, MunicipalityCard] = {}
    for project in projects:
        for town in project.municipalities:
            if town.ags != ags:
                cards[town.ags] = town
                shared.setdefault(town.ags, []).append(project)
    found = [Partner(cards[key], tuple(held)) for key, held in shared.items()]
    return sorted(found, key=lambda one: (-len(one.projects), one.card.name, one.card.ags))


def cooperation_links(projects: Iterable[ProjectCard]) -> list[Link]:
    """Return each pair of municipalities with the number of undertakings they share."""
    pairs: Counter[tuple[str, str]] = Counter()
    for project in projects:
        keys = sorted({town.ags for town in project.municipalities})
        if len(keys) <= MAX_PARTNERS:
            pairs.update(combinations(keys, 2))
    ordered = sorted(pairs.items(), key=lambda pair: (-pair[1], pair[0]))
    return [Link(one, other, count) for (one, other), count in ordered]
