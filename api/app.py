"""The HTTP application: page, API, SPARQL endpoint and linked data in one process."""

from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

from fastapi import FastAPI
from fastapi.middleware.gzip import GZipMiddleware
from fastapi.responses import HTMLResponse
from fastapi.staticfiles import StaticFiles

from api.accounts import Accounts
from api.bringing import Bringing
from api.errors import add_error_answers
from api.guard import Guard
from api.layout import Layout
from api.metrics import Metrics
from api.pages import Pages
from api.routes import (
    asking,
    bringing,
    contradictions,
    entities,
    erasing,
    graphs,
    health,
    listings,
    open_questions,
    overview,
    review,
    reviewing,
    signing,
    standing,
    start,
    statements,
    suggest,
    vocabulary,
)
from api.rulings_queue import RulingsQueue
from api.settings import Settings
from api.sparql_parts import add_sparql
from api.view import Views

__all__ = ["create_app"]

_DESCRIPTION = "Has another town already solved this? Answers with proof, as JSON."

# Below that the headers weigh more than what is saved.
MIN_COMPRESSED_BYTES = 1000


def create_app(settings: Settings) -> FastAPI:
    """Return the application for one installation."""
    app = FastAPI(
        title="Nachbarwissen",
        description=_DESCRIPTION,
        version=version("nachbarwissen"),
        docs_url=None,
        redoc_url=None,
    )
    app.state.settings = settings
    app.state.accounts = Accounts(Layout(settings.home).accounts)
    app.state.views = Views(settings)
    app.state.bringing = Bringing(settings, app.state.views)
    app.state.rulings = RulingsQueue(settings, app.state.views)
    app.state.pages = Pages(settings)
    app.state.metrics = Metrics()
    app.add_middleware(GZipMiddleware, minimum_size=MIN_COMPRESSED_BYTES)
    app.add_middleware(Guard, metrics=app.state.metrics)
    add_error_answers(app)
    add_sparql(app, settings)
    for routes in _ROUTES:
        app.include_router(routes.router)
    _add_assets(app)
    return app


def _add_assets(app: FastAPI) -> None:
    own = Path(str(files("api") / "static"))
    # Swagger UI as a Python package brings it: the API page loads nothing from elsewhere.
    swagger = Path(str(files("fastapi_offline") / "static"))
    app.mount("/static/swagger", StaticFiles(directory=swagger), name="swagger")
    app.mount("/static", StaticFiles(directory=own), name="static")
    page = (files("api") / "templates" / "api_docs.html").read_text("utf-8")

    @app.get("/docs", include_in_schema=False, response_class=HTMLResponse)
    def docs() -> str:
        return page


_ROUTES = (
    start,
    standing,
    overview,
    asking,
    suggest,
    listings,
    contradictions,
    review,
    signing,
    bringing,
    reviewing,
    open_questions,
    erasing,
    statements,
    entities,
    graphs,
    vocabulary,
    health,
)
