"""`/api/v1/suggest`: what a half-typed question or town may become."""

from typing import Annotated, Literal

from fastapi import APIRouter, Query

from api.askers import towns_starting_with
from api.dependencies import CurrentView
from api.suggestions import suggestions

__all__ = ["router", "suggest"]

router = APIRouter(prefix="/api/v1", tags=["ask"])


@router.get("/suggest")
def suggest(
    view: CurrentView,
    q: Annotated[
        str, Query(max_length=200, description="What was typed so far.", examples=["Mobil"])
    ],
    kind: Annotated[
        Literal["question", "town"], Query(description="What is being typed.")
    ] = "question",
    limit: Annotated[int, Query(ge=1, le=20, description="Number of entries.")] = 8,
) -> list[str]:
    """Suggest questions, themes and undertakings, or municipalities and counties."""
    if kind == "town":
        return towns_starting_with(q, limit=limit)
    return suggestions(view, q, limit=limit)
