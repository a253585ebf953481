"""`/ontology`: the vocabulary as a page and as data; `/api/v1/vocabulary`: the same for editors."""

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from api.dependencies import AppSettings, CurrentView, PageWriter
from api.described import described
from api.negotiation import best_match
from api.openapi import comes_as
from api.rdf_formats import GRAPH_TYPES
from api.sparql_parameters import CHOSEN_FORMAT
from api.vocabulary_page import spoken_vocabulary, vocabulary_values
from graph.reference import vocabulary_statements
from ontology.iris import Iris

__all__ = ["ontology", "router", "vocabulary"]

router = APIRouter(tags=["things"])

_HTML = "text/html"


@router.get("/api/v1/vocabulary", operation_id="vocabulary")
def vocabulary(
    settings: AppSettings,
    lang: Annotated[Literal["de", "en"], Query(description="The language of the labels.")] = "de",
) -> dict[str, Any]:
    """Return prefixes, classes, properties and themes with labels and definitions."""
    return spoken_vocabulary(Iris(settings.base_iri), lang)


@router.get(
    "/ontology",
    response_class=Response,
    operation_id="ontology",
    openapi_extra=CHOSEN_FORMAT,
    responses=comes_as(*GRAPH_TYPES, _HTML),
)
@router.get("/ontology/{version}", response_class=Response, include_in_schema=False)
def ontology(request: Request, view: CurrentView, pages: PageWriter) -> Response:
    """Show the vocabulary: a page for people, RDF by `Accept` or `format`."""
    wanted = best_match(request.headers.get("accept"), (_HTML, *GRAPH_TYPES))
    format_name = request.query_params.get("format")
    if format_name in {None, "html"} and wanted in {_HTML, None}:
        values = vocabulary_values(view.iris)
        return pages.write(request, "vocabulary.html", values, view=view)
    response = described(request, vocabulary_statements(view.iris))
    response.headers["Vary"] = "Accept"
    return response
