"""`/.well-known/void`: the data set described for linked data and for open data portals."""

from functools import lru_cache
from pathlib import Path
from typing import Annotated, Any

from fastapi import APIRouter, Request
from fastapi import Path as PathPart
from fastapi.responses import Response, StreamingResponse

from api.dependencies import AppSettings, CurrentView
from api.described import described
from api.dumps import DUMPS
from api.openapi import comes_as
from api.rdf_formats import GRAPH_TYPES
from api.settings import Settings
from api.sparql_parameters import CHOSEN_FORMAT
from api.stores import open_published
from graph.dataset_description import Addresses, dataset_description
from graph.statements import Statement
from ontology.errors import NotFoundError

__all__ = ["data_set", "dump", "router"]

router = APIRouter(tags=["sparql"])

_DESCRIBED: dict[str, Any] = {
    "response_class": Response,
    "openapi_extra": CHOSEN_FORMAT,
    "responses": comes_as(*GRAPH_TYPES),
}
_PUBLISHER = "Betreiber dieser Installation von Nachbarwissen"


@router.get("/.well-known/void", operation_id="void", **_DESCRIBED)
@router.get("/api/v1/dataset", operation_id="dataset", **_DESCRIBED)
def data_set(request: Request, view: CurrentView, settings: AppSettings) -> Response:
    """Describe the data set in VoID and DCAT-AP.de, in any form of RDF."""
    root = str(request.base_url)
    addresses = Addresses(root, f"{root}sparql", settings.notice or _PUBLISHER)
    return described(request, _description(settings, view.snapshot, addresses))


@router.get(
    "/dump/nachbarwissen.{ending}",
    response_class=Response,
    operation_id="dump",
    responses=comes_as(*(dump.media_type for dump in DUMPS.values())),
)
def dump(
    ending: Annotated[str, PathPart(description="The format.", examples=["nq"])],
    view: CurrentView,
) -> Response:
    """Send all named graphs as N-Quads (`nq`) or TriG (`trig`), piece by piece."""
    chosen = DUMPS.get(ending)
    if chosen is None:
        raise NotFoundError(f"There is no dump as {ending!r}; there is {', '.join(DUMPS)}.")
    headers = {"Content-Disposition": f'attachment; filename="nachbarwissen.{ending}"'}
    # A published state never changes, so what is sent is of one moment however long it takes.
    return StreamingResponse(
        chosen.pieces(view.store), media_type=chosen.media_type, headers=headers
    )


# Counting takes a moment and a published state stays as it is.
@lru_cache(maxsize=4)
def _description(settings: Settings, snapshot: Path, addresses: Addresses) -> tuple[Statement, ...]:
    store = open_published(settings, snapshot)
    return tuple(dataset_description(store, addresses))
