"""`/healthz`, `/readyz`, `/metrics`: what a monitor asks."""

from fastapi import APIRouter, Request
from fastapi.responses import PlainTextResponse

from api.dependencies import CurrentView
from api.metrics import Metrics

__all__ = ["healthz", "metrics", "readyz", "router"]

router = APIRouter(tags=["health"])


@router.get("/healthz", response_class=PlainTextResponse)
def healthz() -> str:
    """Say that the process answers."""
    return "ok\n"


@router.get("/readyz", response_class=PlainTextResponse)
def readyz(view: CurrentView) -> str:
    """Say that graph, index and model are open; a problem document says what is missing."""
    view.engine  # noqa: B018 - opening it is the test
    return f"ready: {len(view.catalogue.documents())} documents\n"


@router.get("/metrics", response_class=PlainTextResponse)
def metrics(request: Request, view: CurrentView) -> str:
    """Return counters in the text format of Prometheus."""
    counters: Metrics = request.app.state.metrics
    catalogue = view.catalogue
    return counters.text(
        {"documents": len(catalogue.documents()), "projects": len(catalogue.projects())}
    )
