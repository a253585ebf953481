"""`/api/v1/statements`: everything said about a thing, each statement with its passport."""

from typing import Annotated

from fastapi import APIRouter, Query

from api.dependencies import CurrentView
from api.review_objects import StatementObject, statement_object
from ontology.errors import NotFoundError

__all__ = ["router", "statements"]

router = APIRouter(prefix="/api/v1", tags=["things"])

Thing = Annotated[
    str,
    Query(
        max_length=500,
        description="IRI, or what follows /id/ in it.",
        examples=["municipality/05766044"],
    ),
]


@router.get("/statements")
def statements(thing: Thing, view: CurrentView) -> list[StatementObject]:
    """List what documents say about a thing: value, quote, place, extractor, reviewer."""
    base = view.iris.base
    iri = thing if thing.startswith(base) else f"{base}id/{thing}"
    if not view.knows(iri):
        raise NotFoundError(f"There is nothing at {iri}.")
    return [statement_object(card, view) for card in view.catalogue.statements_about(iri)]
