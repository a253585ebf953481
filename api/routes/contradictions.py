"""`/api/v1/contradictions`: what documents say differently about one undertaking."""

from typing import Annotated

from fastapi import APIRouter, Query

from api.dependencies import CurrentView
from api.review_objects import ContradictionObject, contradiction_object
from graph.contradictions import contradictions as find_contradictions

__all__ = ["contradictions", "router"]

router = APIRouter(prefix="/api/v1", tags=["lists"])

Limit = Annotated[int, Query(ge=1, le=1000, description="Number of entries.")]
Offset = Annotated[int, Query(ge=0, description="Entries to leave out before the first.")]
Within = Annotated[bool, Query(description="Also several dates, statuses or sums in one document.")]
About = Annotated[str | None, Query(max_length=500, description="Only about this undertaking.")]


@router.get("/contradictions")
def contradictions(
    view: CurrentView,
    *,
    thing: About = None,
    within: Within = False,
    limit: Limit = 100,
    offset: Offset = 0,
) -> list[ContradictionObject]:
    """List values that cannot all be true, those of different documents first."""
    wanted = view.catalogue.names_of_one(thing)[0] if thing else None
    found = [
        each
        for each in find_contradictions(view.store, view.catalogue)
        if (within or not each.is_minor) and wanted in (None, each.iri)
    ]
    return [contradiction_object(each, view) for each in found[offset : offset + limit]]
