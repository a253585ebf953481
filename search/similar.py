"""Finds what is like a known undertaking, who else works on a theme, and who plans the same."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ontology.cards import MunicipalityCard, ProjectCard
from search.answer import Catalogue
from search.index import SearchIndex

__all__ = ["Alike", "Similar", "ThemeTown"]

PLANNED = "geplant"
# A project's twenty nearest neighbours are found among this many passages.
NEAREST_PASSAGES = 200


@dataclass(frozen=True, slots=True)
class Alike:
    """An undertaking and how like the one asked for it is, from 0 to 1."""

    project: ProjectCard
    likeness: float


@dataclass(frozen=True, slots=True)
class ThemeTown:
    """A municipality with its undertakings on a theme."""

    municipality: MunicipalityCard
    projects: tuple[ProjectCard, ...]


class Similar:
    """Compares undertakings by the passages that speak of them."""

    def __init__(self, index: SearchIndex, catalogue: Catalogue) -> None:
        self._index = index
        self._catalogue = catalogue

    def more_like(self, iri: str, *, limit: int = 10) -> tuple[Alike, ...]:
        """Return the undertakings most like this one, best first; none for an unknown IRI."""
        project = self._catalogue.project(iri)
        if project is None:
            return ()
        centre = self._centre(project)
        if centre is None:
            return ()
        nearest = self._index.readers.dense.search(centre, limit=NEAREST_PASSAGES)
        best: dict[str, Alike] = {}
        for key, likeness in sorted(nearest.items(), key=lambda pair: (-pair[1], pair[0])):
            for other in self._told_in(key):
                if other.iri != project.iri:
                    best.setdefault(other.iri, Alike(other, round(likeness, 4)))
        return tuple(best.values())[:limit]

    def same_problem(self, iri: str, *, limit: int = 10) -> tuple[Alike, ...]:
        """Return the undertakings like this one that are only planned: who has it still open."""
        alike = self.more_like(iri, limit=NEAREST_PASSAGES)
        return tuple(each for each in alike if each.project.status == PLANNED)[:limit]

    def towns_with_theme(self, theme: str) -> tuple[ThemeTown, ...]:
        """Return who works on a theme (its label, in any case), most undertakings first."""
        wanted = theme.strip().casefold()
        towns: dict[str, MunicipalityCard] = {}
        projects: dict[str, list[ProjectCard]] = {}
        for project in self._catalogue.projects():
            if wanted in {label.casefold() for label in project.themes}:
                for town in project.municipalities:
                    towns[town.ags] = town
                    projects.setdefault(town.ags, []).append(project)
        order = sorted(projects, key=lambda ags: (-len(projects[ags]), towns[ags].name, ags))
        return tuple(ThemeTown(towns[ags], tuple(projects[ags])) for ags in order)

    def _centre(self, project: ProjectCard) -> NDArray[np.float32] | None:
        rows = self._index.readers.store.vectors(self._keys(project)).rows
        if not len(rows):
            return None
        mean = rows.mean(axis=0)
        return np.asarray(mean / max(float(np.linalg.norm(mean)), 1e-12), np.float32)

    def _keys(self, project: ProjectCard) -> Iterable[int]:
        passages = {
            document_id: self._index.readers.store.passages_of(document_id)
            for document_id in dict.fromkeys(span.document_id for span in project.spans)
        }
        return {
            passage.key
            for span in project.spans
            for passage in passages[span.document_id]
            if span.start < passage.end and span.end > passage.start
        }

    def _told_in(self, key: int) -> list[ProjectCard]:
        (passage,) = self._index.readers.store.by_key([key]).values()
        return [
            project
            for project in self._catalogue.projects_in(passage.document_id)
            if any(
                span.document_id == passage.document_id
                and span.start < passage.end
                and span.end > passage.start
                for span in project.spans
            )
        ]
