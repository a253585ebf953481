"""What is like an undertaking and who works on a theme, as JSON prints it."""

from pydantic import BaseModel, ConfigDict

from api.schemas import (
    MunicipalityObject,
    ProjectObject,
    Score,
    municipality_object,
    project_object,
)
from api.view import View
from ontology.errors import NotFoundError

__all__ = ["AlikeObject", "ThemeTownObject", "alike_objects", "theme_towns"]


class AlikeObject(BaseModel):
    """An undertaking with its municipalities, and how like the one asked for it is."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    project: ProjectObject
    municipalities: list[MunicipalityObject]
    likeness: Score


class ThemeTownObject(BaseModel):
    """A municipality with its undertakings on a theme."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    municipality: MunicipalityObject
    projects: list[ProjectObject]


def alike_objects(view: View, project: str, *, is_planned: bool, limit: int) -> list[AlikeObject]:
    """Return what is like the undertaking of this IRI or name; `is_planned`: only what is open."""
    iri = _iri(view, project)
    similar = view.engine.similar
    find = similar.same_problem if is_planned else similar.more_like
    return [
        AlikeObject(
            project=project_object(each.project),
            municipalities=[municipality_object(town) for town in each.project.municipalities],
            likeness=each.likeness,
        )
        for each in find(iri, limit=limit)
    ]


def theme_towns(view: View, theme: str) -> list[ThemeTownObject]:
    """Return who works on a theme, most undertakings first."""
    return [
        ThemeTownObject(
            municipality=municipality_object(each.municipality),
            projects=[project_object(card) for card in each.projects],
        )
        for each in view.engine.similar.towns_with_theme(theme)
    ]


def _iri(view: View, project: str) -> str:
    if view.catalogue.project(project) is not None:
        return project
    wanted = project.strip().casefold()
    named = [card.iri for card in view.catalogue.projects() if card.name.casefold() == wanted]
    if not named:
        raise NotFoundError(
            f"There is no undertaking {project!r}; name one as `ask` or /api/v1/projects show it."
        )
    return named[0]
