"""Small lists: which documents, undertakings and municipalities there are."""

from typing import Annotated

from fastapi import APIRouter, Query

from api.dependencies import CurrentView
from api.likeness import AlikeObject, ThemeTownObject, alike_objects, theme_towns
from api.schemas import (
    DocumentObject,
    MunicipalityObject,
    ProjectObject,
    document_object,
    municipality_object,
    project_object,
)
from ontology.ordering import german_order

__all__ = [
    "documents",
    "municipalities",
    "projects",
    "router",
    "similar_projects",
    "theme_municipalities",
]

router = APIRouter(prefix="/api/v1", tags=["lists"])

Limit = Annotated[int, Query(ge=1, le=1000, description="Number of entries.")]
Offset = Annotated[int, Query(ge=0, description="Entries to leave out before the first.")]


@router.get("/documents")
def documents(view: CurrentView, limit: Limit = 100, offset: Offset = 0) -> list[DocumentObject]:
    """List the documents, ordered by their files' names."""
    cards = sorted(view.catalogue.documents(), key=lambda card: (card.source_file, card.id))
    return [document_object(card) for card in cards[offset : offset + limit]]


@router.get("/projects")
def projects(view: CurrentView, limit: Limit = 100, offset: Offset = 0) -> list[ProjectObject]:
    """List the undertakings, ordered by name."""
    cards = sorted(view.catalogue.projects(), key=lambda card: (german_order(card.name), card.iri))
    return [project_object(card) for card in cards[offset : offset + limit]]


@router.get("/municipalities")
def municipalities(
    view: CurrentView, limit: Limit = 100, offset: Offset = 0
) -> list[MunicipalityObject]:
    """List the municipalities and counties that take part in an undertaking, ordered by name."""
    cards = view.active_municipalities()
    return [municipality_object(card) for card in cards[offset : offset + limit]]


@router.get("/projects/similar")
def similar_projects(
    view: CurrentView,
    project: Annotated[
        str, Query(max_length=500, description="Its name or IRI.", examples=["Rufbus"])
    ],
    *,
    planned: Annotated[bool, Query(description="Only what is still planned.")] = False,
    limit: Annotated[int, Query(ge=1, le=100, description="Number of entries.")] = 10,
) -> list[AlikeObject]:
    """List the undertakings most like one, or who has the same still open."""
    return alike_objects(view, project, is_planned=planned, limit=limit)


@router.get("/themes/municipalities")
def theme_municipalities(
    view: CurrentView,
    theme: Annotated[
        str, Query(max_length=100, description="Its German label.", examples=["Mobilität"])
    ],
) -> list[ThemeTownObject]:
    """List who works on a theme, most undertakings first."""
    return theme_towns(view, theme)
